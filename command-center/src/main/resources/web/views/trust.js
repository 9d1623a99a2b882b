// Trust: whether the promised confidence was kept, by what, and whether it is drifting.

import { get } from '../api.js';
import { axis, color, draw, fewest, regionsNote, tooltip, tooltipStyle } from '../charts.js';
import { card, debounced, el, empty, head, panel, stream, untilForecast } from '../dom.js';
import { age, full, number, percent, short, signed, time } from '../format.js';

export const title = 'Trust';
const UNITS = { TEMPERATURE: '°C', IT_LOAD: 'MW', CARBON: 'g/kWh', WATER: 'L/kWh' };
const SIGNALS = { TEMPERATURE: 'Temperature', IT_LOAD: 'IT load', CARBON: 'Carbon', WATER: 'Water' };

export async function open(_, put) {
  let signal = 'TEMPERATURE';
  let coverage = await get('/coverage');
  let advisories = (await get('/advisories?kind=COVERAGE_DRIFT&limit=20')).items;
  const choice = el('select', { 'aria-label': 'Signal', onchange: () => { signal = choice.value; show(); } }, Object.entries(SIGNALS).map(([id, text]) => el('option', { value: id }, text)));
  const intro = `Every forecast is held against what came true. ${percent(coverage.confidence, 0)} was promised; this is what was kept.`;
  if (!coverage.items.length) {
    put(el('div', {}, head(title, intro), empty('No forecast has come true yet.')));
    return untilForecast();
  }
  const cards = el('div', { class: 'cards' });
  const chartBox = el('div', { class: 'chart short' });
  const body = el('tbody', {});
  const models = el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Models' });
  const drift = stream('drift', 'Drift');
  const columns = ['Region', 'Scored', 'Two-sided', 'One-sided', '7 days', 'Worst 7 days', 'Hot hours', 'Width', 'MAE', 'Yesterday’s MAE', 'Misses'];
  put(el('div', {}, head(title, intro, choice), cards,
    el('div', { class: 'grid' },
      panel(regionsNote('Coverage by region', 'the least', coverage.items.filter(item => item.signal === signal).length), 'w7', chartBox), panel('Drift', 'w5', drift),
      panel('In figures', 'w12', el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Coverage figures' }, el('table', {}, el('thead', {}, el('tr', {}, ...columns.map((text, at) => el('th', { scope: 'col', class: at ? 'n' : '' }, text)))), body))),
      panel('Models', 'w12', models))));
  const bars = draw(chartBox, 'Coverage by region against what was promised');
  const mean = (items, name) => { const known = items.map(item => item[name]).filter(value => value !== null); return known.length ? known.reduce((a, b) => a + b, 0) / known.length : null; };

  function show() {
    const items = coverage.items.filter(item => item.signal === signal);
    const unit = UNITS[signal];
    const worst = items.map(item => item.coverageWorst7d).filter(value => value !== null);
    cards.replaceChildren(
      card('Promised', percent(coverage.confidence, 0)),
      card('Kept, two-sided', percent(mean(items, 'coverage'))),
      card('Kept by the deciding bound', percent(mean(items, 'coverageUpper'))),
      card('Worst week', worst.length ? percent(Math.min(...worst)) : '–'),
      card('Mean width', number(mean(items, 'meanWidth'), 2), unit),
      card('Error against yesterday’s', `${signed((mean(items, 'mae') / mean(items, 'maeSeasonalNaive') - 1) * 100)} %`));
    const shown = fewest(items, item => item.coverageUpper ?? 1);
    bars({
      grid: { left: 62, right: 16, top: 34, bottom: 30 },
      legend: { textStyle: { color: color('soft') }, right: 0, top: 0, selectedMode: false },
      xAxis: axis({ type: 'category', data: shown.map(item => item.region), axisLabel: { hideOverlap: true } }),
      yAxis: axis({ type: 'value', interval: 0.05, min: value => Math.max(0, Math.floor(Math.min(value.min, coverage.confidence) * 20 - 0.5) / 20), max: 1, axisLabel: { formatter: value => percent(value, 0) } }),
      tooltip: { ...tooltipStyle(), trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: list => tooltip(list[0].name, list.map(item => [item.seriesName, percent(item.value)])) },
      series: [['two-sided', 'coverage', 'accent'], ['deciding bound', 'coverageUpper', 'bound']].map(([name, figure, hue], at) => ({
        name, type: 'bar', barMaxWidth: 30, data: shown.map(item => item[figure]), itemStyle: { color: color(hue), borderRadius: [4, 4, 0, 0] },
        markLine: at ? undefined : { silent: true, symbol: 'none', data: [{ yAxis: coverage.confidence, lineStyle: { color: color('limit'), type: 'dashed', width: 2 }, label: { formatter: 'promised', position: 'insideEndTop', color: color('limit') } }] },
      })),
    }, { notMerge: true });
    body.replaceChildren(...items.map(item => el('tr', {}, el('td', {}, item.region), ...[number(item.scored, 0), percent(item.coverage), percent(item.coverageUpper), percent(item.coverageUpper7d), percent(item.coverageWorst7d), percent(item.coverageUpperHot), `${number(item.meanWidth, 2)} ${unit}`, `${number(item.mae, 2)} ${unit}`, `${number(item.maeSeasonalNaive, 2)} ${unit}`, number(item.upperMisses, 0)].map(text => el('td', { class: 'n' }, text)))));
    drift.replaceChildren(...(advisories.length ? advisories.map(item => el('li', {}, el('div', { class: 'row' }, el('span', { class: 'badge warn' }, 'drift'), el('strong', {}, short(item.region)), el('time', {}, time(item.raisedAt))), el('p', {}, short(item.text, 400)))) : [el('li', { class: 'empty' }, 'No drift. An advisory appears here when a week’s coverage falls below its floor.')]));
    showModels();
  }

  function showModels() {
    models.replaceChildren(coverage.models.length
      ? el('table', {}, el('thead', {}, el('tr', {}, ...['Signal', 'Model', 'Trained up to', 'Age', 'MAE on held-out hours', 'Yesterday’s MAE'].map((text, at) => el('th', { scope: 'col', class: at > 3 ? 'n' : '' }, text)))),
        el('tbody', {}, coverage.models.map(model => el('tr', {}, el('td', {}, SIGNALS[model.signal] || model.signal), el('td', {}, model.modelId), el('td', {}, full(model.trainedAt)), el('td', {}, age(model.trainedAt)), el('td', { class: 'n' }, `${number(model.mae, 2)} ${UNITS[model.signal] || ''}`), el('td', { class: 'n' }, `${number(model.maeSeasonalNaive, 2)} ${UNITS[model.signal] || ''}`)))))
      : empty('No trained model yet: forecasts repeat yesterday (seasonal naive). Their intervals are valid all the same.'));
  }
  show();
  async function refresh() {
    coverage = await get('/coverage');
    advisories = (await get('/advisories?kind=COVERAGE_DRIFT&limit=20')).items;
    show();
  }
  const soon = debounced(refresh, 1000);
  return { on: type => type !== 'decision' && soon(), refresh, close: soon.cancel };
}
