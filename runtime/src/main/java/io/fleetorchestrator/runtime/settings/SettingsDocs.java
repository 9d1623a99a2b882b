package io.fleetorchestrator.runtime.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Describes the settings of a service from their annotations, for the terminal and for the docs. */
public final class SettingsDocs {

    private SettingsDocs() {}

    /** A Markdown table of all settings, without those of the others. */
    public static String markdown(Class<? extends Record> type, List<Class<? extends Record>> others) {
        var elsewhere = others.stream()
                .flatMap(other -> SettingSpec.of(other).stream())
                .map(SettingSpec::name)
                .collect(Collectors.toSet());
        return SettingSpec.of(type).stream()
                .filter(spec -> !elsewhere.contains(spec.name()))
                .map(SettingsDocs::row)
                .collect(Collectors.joining(
                        "\n", "| setting | variable | type | default | what it does |\n|---|---|---|---|---|\n", "\n"));
    }

    /** What {@code --help} prints. */
    public static String help(String service, Class<? extends Record> type) {
        return """
                Usage: %s [--name value]...

                Settings (also as FLEET_NAME in the environment, or name=value in the file of --config):
                %s
                For every service:
                  --config FILE            read settings from a Java properties file
                  --kafka KEY=VALUE        pass a Kafka client, streams or registry property through
                                           (FLEET_KAFKA_KEY_NAME in the environment, kafka.KEY in the file)
                  --kafka-file KEY=FILE    the same, with the value in a file (FLEET_KAFKA_KEY_NAME_FILE, kafka-file.KEY)
                  --print-config           print the effective settings with their sources, and stop
                  --help                   print this, and stop
                """.formatted(
                service, SettingSpec.of(type).stream().map(SettingsDocs::entry).collect(Collectors.joining()));
    }

    private static String row(SettingSpec spec) {
        return "| `%s` | `%s` | %s | %s | %s |"
                .formatted(spec.flag(), spec.variable(), spec.type().label(), defaultCell(spec), escaped(spec.doc()));
    }

    private static String defaultCell(SettingSpec spec) {
        return spec.defaultText()
                .map(text -> text.isEmpty() ? "–" : "`" + escaped(text) + "`")
                .orElse("required");
    }

    private static String entry(SettingSpec spec) {
        var byDefault = spec.defaultText()
                .map(text -> text.isEmpty() ? "" : " [" + text + "]")
                .orElse(" (required)");
        return "  %s <%s>%s%n      %s%n".formatted(spec.flag(), spec.type().label(), byDefault, spec.doc());
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }
}
