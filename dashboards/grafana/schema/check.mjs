// Checks our dashboards against the types that Grafana publishes for its JSON. Grafana ignores wrong names and values.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import Ajv from 'ajv';

const RAW = '@grafana/schema/dist/types/raw';
const LOOKS = ['timeseries', 'stat', 'bargauge', 'table', 'xychart'];
const here = fileURLToPath(new URL('.', import.meta.url));
const dashboards = join(here, '../dashboards');

/** The JSON schema of a type, made from the declarations in Grafana's package. */
function schemaOf(type, from) {
    const directory = mkdtempSync(join(here, 'node_modules/.check-'));
    const path = join(directory, 'root.ts');
    const tsconfig = join(directory, 'tsconfig.json');
    writeFileSync(path, `import type { ${type} as Published } from '${RAW}/${from}/x/types.gen';
        export type Root = Published;`);
    writeFileSync(tsconfig, JSON.stringify({
        compilerOptions: { module: 'esnext', moduleResolution: 'node', target: 'es2022', skipLibCheck: true },
        files: ['root.ts'],
    }));
    try {
        return createGenerator({ path, tsconfig, type: 'Root', skipTypeCheck: true }).createSchema('Root');
    } finally {
        rmSync(directory, { recursive: true });
    }
}

const ajv = new Ajv({ strict: false, allErrors: true });
const compile = (type, from) => ajv.compile(schemaOf(type, from));

const dashboard = compile('Dashboard', 'dashboard');
const options = Object.fromEntries(LOOKS.map((look) => [look, compile('Options', `composable/${look}/panelcfg`)]));
const custom = Object.fromEntries(
    ['timeseries', 'table', 'xychart'].map((look) => [look, compile('FieldConfig', `composable/${look}/panelcfg`)]));

/** Fields that a datasource plugin defines for its annotations; Grafana's type covers only the built-in datasource. */
function withoutPluginFields(annotation) {
    for (const field of ['target', 'expr', 'step', 'titleFormat', 'textFormat']) {
        delete annotation[field];
    }
}

let wrong = 0;
function check(validate, value, where) {
    if (!validate(value)) {
        for (const error of validate.errors) {
            wrong += 1;
            console.error(`${where}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
        }
    }
}

for (const file of readdirSync(dashboards).filter((name) => name.endsWith('.json'))) {
    const json = JSON.parse(readFileSync(join(dashboards, file), 'utf8'));
    json.annotations.list.forEach(withoutPluginFields);
    check(dashboard, json, file);
    for (const panel of json.panels.filter(({ type }) => type !== 'row')) {
        check(options[panel.type], panel.options, `${file} "${panel.title}" options`);
        if (custom[panel.type]) {
            check(custom[panel.type], panel.fieldConfig.defaults.custom, `${file} "${panel.title}" custom`);
        }
    }
}
const { version } = JSON.parse(readFileSync(join(here, 'node_modules/@grafana/schema/package.json')));
console.log(`${wrong} violations of the schema of Grafana ${version}`);
process.exitCode = wrong === 0 ? 0 : 1;
