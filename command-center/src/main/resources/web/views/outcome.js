// Scheduler outcome: what the placements changed, live, and what moving more load would change.

import { get, post } from '../api.js';
import { axis, color, draw, fewest, regionsNote, tooltip, tooltipStyle } from '../charts.js';
import { addDecision, decisionItem, riskBadge } from '../decisions.js';
import { card, debounced, el, empty, failure, head, panel, stream } from '../dom.js';
import { energy, mass, number, percent, signed, significant, volume } from '../format.js';

export const title = 'Scheduler outcome';

export async function open(_, put) {
  let [savings, decided, regions] = await load();
  let orchestrated = true;
  const cards = el('div', { class: 'cards', id: 'outcome' });
  const without = el('button', { 'aria-pressed': 'false', onclick: () => toggle(false) }, 'Without orchestration');
  const withIt = el('button', { 'aria-pressed': 'true', onclick: () => toggle(true) }, 'With orchestration');
  const chartBox = el('div', { class: 'chart tall' });
  const decisions = stream('decisions', 'Decisions');
  const shift = shiftPanel(regions);
  put(el('div', {},
    head(title, 'Each approved workload compared with running it immediately in its home region. Carbon and water that a move adds at the target are included.', el('div', { class: 'row', role: 'group', 'aria-label': 'Orchestration' }, without, withIt)),
    cards,
    el('div', { class: 'grid' },
      panel(regionsNote('Carbon and water by region', 'highest', savings.regions.length), 'w7', chartBox), panel('Decisions, live', 'w5', decisions), shift.node)));
  const bars = draw(chartBox, 'Carbon and water by region, without and with orchestration');

  function toggle(on) {
    orchestrated = on;
    withIt.setAttribute('aria-pressed', String(on));
    without.setAttribute('aria-pressed', String(!on));
    show();
  }

  function show() {
    const shown = orchestrated ? savings.optimised : savings.original;
    const change = name => {
      const before = savings.original[name];
      if (!orchestrated || !before) return null;
      const by = savings.optimised[name] / before - 1;
      return el('span', { class: `badge ${by <= 0 ? 'ok' : 'warn'}` }, `${by <= 0 ? '↓' : '↑'} ${percent(Math.abs(by))}`);
    };
    cards.replaceChildren(
      amount('Carbon', mass(shown.carbonKg), ' CO₂', change('carbonKg')),
      amount('Water', volume(shown.waterL), '', change('waterL')),
      amount('Energy', energy(shown.energyMwh), '', change('energyMwh')),
      card('Approved', String(savings.approved), 'workloads'),
      card('Moved', String(savings.moved), 'to another region or hour'),
      card('Blocked', String(savings.blocked), 'requests'));
    plot();
  }
  const amount = (label, [value, unit], more, note) => card(label, value, unit + more, note);

  function plot() {
    const shown = fewest(savings.regions, region => -region.original.carbonKg - region.optimised.carbonKg);
    const names = shown.map(region => region.region);
    /** In t and m³. */
    const of = (kind, name) => shown.map(region => region[kind][name] / 1000);
    const bar = (name, data, hue, index, pale) => ({ name, type: 'bar', data, xAxisIndex: index, yAxisIndex: index, barMaxWidth: 34, itemStyle: { color: hue, opacity: pale ? 0.38 : 0.95, borderRadius: [4, 4, 0, 0] } });
    const narrow = innerWidth < 800;
    bars({
      title: shown.length ? undefined : { text: 'No workload has been approved yet.', left: 'center', top: 'middle', textStyle: { color: color('soft'), fontSize: 15, fontWeight: 400 } },
      grid: [0, 1].map(at => narrow ? { left: 56, right: 10, top: 52 + at * 180, height: 110 } : { left: at ? '57%' : 58, right: at ? 14 : '53%', top: 56, bottom: 30 }),
      legend: { data: ['without', 'with'], textStyle: { color: color('soft') }, right: 0, top: 0, selectedMode: false },
      xAxis: [0, 1].map(at => axis({ type: 'category', data: names, gridIndex: at, axisLabel: { hideOverlap: true } })),
      yAxis: [0, 1].map(at => axis({ type: 'value', gridIndex: at, splitNumber: narrow ? 3 : 5, name: at ? 'water, m³' : 'carbon, t CO₂', nameTextStyle: { color: color('soft'), align: 'left' }, axisLabel: { formatter: significant } })),
      tooltip: { ...tooltipStyle(), trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: items => tooltip(items[0].name, items.map(item => [item.seriesName, `${significant(item.value)} ${item.axisIndex ? 'm³' : 't'}`])) },
      series: [
        bar('without', of('original', 'carbonKg'), color('bound'), 0, orchestrated), bar('with', of('optimised', 'carbonKg'), color('accent'), 0, !orchestrated),
        bar('without', of('original', 'waterL'), color('bound'), 1, orchestrated), bar('with', of('optimised', 'waterL'), color('accent'), 1, !orchestrated),
      ],
    }, { notMerge: true });
  }

  function list() {
    decisions.replaceChildren(...(decided.items.length ? decided.items.map(item => decisionItem(item)) : [el('li', { class: 'empty' }, 'No decision yet.')]));
  }
  show();
  list();
  shift.update();
  async function refresh() {
    [savings, decided, regions] = await load();
    show();
    list();
    shift.update();
  }
  const soon = debounced(refresh, 1500);
  return {
    on(type, data) {
      if (type === 'decision') addDecision(decisions, data);
      if (type === 'decision' || type === 'forecast') soon();
    },
    refresh,
    close: soon.cancel,
  };
}

const load = () => Promise.all([get('/savings'), get('/decisions?dryRun=false&limit=30'), get('/regions').then(list => list.items.filter(region => region.forecastIssuedAt && region.capacityMw))]);

/** Asks the API what moving a share of one region's capacity to another would change. */
function shiftPanel(regions) {
  const options = () => regions.map(region => el('option', { value: region.region }, region.displayName));
  const from = el('select', { onchange: update }, options());
  const to = el('select', { onchange: update }, options());
  const slider = el('input', { type: 'range', min: 0, max: 50, step: 0.5, value: 10, id: 'shift', 'aria-label': 'Share of capacity to move, percent', oninput: update });
  const share = el('strong', {});
  const result = el('div', { id: 'shift-result', 'aria-live': 'polite' });
  if (regions.length > 1) {
    const hottest = [...regions].sort((a, b) => (a.marginC ?? 99) - (b.marginC ?? 99));
    from.value = hottest[0].region;
    to.value = hottest[hottest.length - 1].region;
  }
  let asked = 0;
  async function update() {
    const mine = ++asked;
    share.textContent = `${number(Number(slider.value))} %`;
    if (regions.length < 2) return result.replaceChildren(empty('A what-if needs two regions with forecasts.'));
    try {
      const answer = await post('/what-if', { from: from.value, to: to.value, percent: Number(slider.value) });
      if (mine === asked) result.replaceChildren(...shiftResult(answer));
    } catch (error) {
      if (mine === asked) result.replaceChildren(failure(error));
    }
  }
  const node = panel('What if load moved?', 'w12',
    el('div', { class: 'row end' }, el('label', { class: 'grow' }, 'From', from), el('label', { class: 'grow' }, 'To', to), el('label', { class: 'grow' }, el('span', {}, 'Share of capacity moved '), share, slider)), result);
  return { node, update };
}

/** The risk level is about temperature; a load above the capacity is unsafe at any temperature. */
const riskOf = peak => peak.loadMw > peak.capacityMw ? el('span', { class: 'badge bad' }, '▲ over capacity') : riskBadge(peak.riskLevel);

function shiftResult(answer) {
  const line = (name, before, after) => el('tr', {}, el('td', {}, name), el('td', { class: 'n' }, `${number(before.boundC)} °C`), el('td', { class: 'n' }, `${number(after.boundC)} °C`), el('td', { class: 'n' }, `${number(after.marginC)} °C`), el('td', { class: 'n' }, `${number(after.loadMw)} of ${number(after.capacityMw, 0)} MW`), el('td', {}, riskOf(after)));
  return [
    el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Before and after' }, el('table', {}, el('thead', {}, el('tr', {}, ...['Region', 'Bound now', 'Bound after', 'Margin after', 'Peak load after', 'Risk after'].map((text, at) => el('th', { scope: 'col', class: at > 0 && at < 5 ? 'n' : '' }, text)))),
      el('tbody', {}, line(answer.from, answer.fromBefore, answer.fromAfter), line(answer.to, answer.toBefore, answer.toAfter)))),
    el('p', { 'data-shift': true, class: 'after' }, el('span', { class: `badge ${answer.safe ? 'ok' : 'bad'}` }, answer.safe ? '✓ both regions safe' : '✕ not safe'), ` ${number(answer.shiftedMw)} MW over the horizon: ${added(answer.carbonAddedKg, mass)} CO₂, ${added(answer.waterAddedL, volume)} water. `,
      answer.requiredPercent === null ? `No shift brings ${answer.from} below its limit.` : answer.requiredPercent === 0 ? `${answer.from} already meets its limit; nothing needs to move.` : `${answer.from} needs a shift of at least ${number(answer.requiredPercent)} %.`),
  ];
}

const added = (value, scale) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${scale(Math.abs(value ?? NaN)).join(' ')}`;
