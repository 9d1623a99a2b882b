// Trust: the coverage that the intervals reached, by region and signal, the models behind them, and drift.

import { get } from '../api.js';
import { axis, color, draw, fewest, regionsNote, tooltip, tooltipStyle } from '../charts.js';
import { card, debounced, el, empty, head, panel, stream, untilForecast } from '../dom.js';
import { age, full, number, percent, readable, short, signed, time } from '../format.js';

export const title = 'Trust';
const UNITS = { TEMPERATURE: '°C', IT_LOAD: 'MW', CARBON: 'g/kWh', WATER: 'L/kWh' };
const SIGNALS = { TEMPERATURE: 'Temperature', IT_LOAD: 'IT load', CARBON: 'Carbon', WATER: 'Water' };

export async function open(_, put) {
  let signal = 'TEMPERATURE';
  let coverage = await get('/coverage');
  let advisories = (await get('/advisories?kind=COVERAGE_DRIFT&limit=20')).items;
  const choice = el('select', { 'aria-label': 'Signal', onchange: () => { signal = choice.value; show(); } }, Object.entries(SIGNALS).map(([id, text]) => el('option', { value: id }, text)));
  const intro = `Every forecast is compared with the measured value. The promised confidence is ${percent(coverage.confidence, 0)}; this page shows the coverage that was reached.`;
  if (!coverage.items.length) {
    put(el('div', {}, head(title, intro), empty('No forecast hour has been measured yet.')));
    return untilForecast();
  }
  const cards = el('div', { class: 'cards' });
  const chartBox = el('div', { class: 'chart short' });
  const body = el('tbody', {});
  const models = el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Models' });
  const drift = stream('drift', 'Drift');
  const columns = ['Region', 'Scored', 'Interval', 'Upper bound', 'Upper, 7 days', 'Worst 7 days', 'Hot hours', 'Width', 'MAE', 'MAE of yesterday’s hour', 'Misses'];
  put(el('div', {}, head(title, intro, choice), cards,
    el('div', { class: 'grid' },
      panel(regionsNote('Coverage by region', 'lowest', coverage.items.filter(item => item.signal === signal).length), 'w7', chartBox), panel('Drift', 'w5', drift),
      panel('Figures by region', 'w12', el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Coverage figures' }, el('table', {}, el('thead', {}, el('tr', {}, ...columns.map((text, at) => el('th', { scope: 'col', class: at ? 'n' : '' }, text)))), body))),
      panel('Models', 'w12', models))));
  const bars = draw(chartBox, 'Coverage by region, and the promised confidence');
  const mean = (items, name) => { const known = items.map(item => item[name]).filter(value => value !== null); return known.length ? known.reduce((a, b) => a + b, 0) / known.length : null; };

  function show() {
    const items = coverage.items.filter(item => item.signal === signal);
    const unit = UNITS[signal];
    const worst = items.map(item => item.coverageWorst7d).filter(value => value !== null);
    cards.replaceChildren(
      card('Promised confidence', percent(coverage.confidence, 0)),
      card('Interval coverage', percent(mean(items, 'coverage'))),
      card('Upper-bound coverage', percent(mean(items, 'coverageUpper'))),
      card('Worst week', worst.length ? percent(Math.min(...worst)) : '–'),
      card('Mean width', number(mean(items, 'meanWidth'), 2), unit),
      card('Skill vs same hour yesterday', `${signed((1 - mean(items, 'mae') / mean(items, 'maeSeasonalNaive')) * 100)} %`));
    const shown = fewest(items, item => item.coverageUpper ?? 1);
    bars({
      grid: { left: 62, right: 16, top: 34, bottom: 30 },
      legend: { textStyle: { color: color('soft') }, right: 0, top: 0, selectedMode: false },
      xAxis: axis({ type: 'category', data: shown.map(item => item.region), axisLabel: { hideOverlap: true } }),
      yAxis: axis({ type: 'value', interval: 0.05, min: value => Math.max(0, Math.floor(Math.min(value.min, coverage.confidence) * 20 - 0.5) / 20), max: 1, axisLabel: { formatter: value => percent(value, 0) } }),
      tooltip: { ...tooltipStyle(), trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: list => tooltip(list[0].name, list.map(item => [item.seriesName, percent(item.value)])) },
      series: [['interval', 'coverage', 'accent'], ['upper bound', 'coverageUpper', 'bound']].map(([name, figure, hue], at) => ({
        name, type: 'bar', barMaxWidth: 30, data: shown.map(item => item[figure]), itemStyle: { color: color(hue), borderRadius: [4, 4, 0, 0] },
        markLine: at ? undefined : { silent: true, symbol: 'none', data: [{ yAxis: coverage.confidence, lineStyle: { color: color('limit'), type: 'dashed', width: 2 }, label: { formatter: 'promised', position: 'insideEndTop', color: color('limit') } }] },
      })),
    }, { notMerge: true });
    body.replaceChildren(...items.map(item => el('tr', {}, el('td', {}, item.region), ...[number(item.scored, 0), percent(item.coverage), percent(item.coverageUpper), percent(item.coverageUpper7d), percent(item.coverageWorst7d), percent(item.coverageUpperHot), `${number(item.meanWidth, 2)} ${unit}`, `${number(item.mae, 2)} ${unit}`, `${number(item.maeSeasonalNaive, 2)} ${unit}`, number(item.upperMisses, 0)].map(text => el('td', { class: 'n' }, text)))));
    drift.replaceChildren(...(advisories.length ? advisories.map(item => el('li', {}, el('div', { class: 'row' }, el('span', { class: 'badge warn' }, 'drift'), el('strong', {}, short(item.region)), el('time', {}, time(item.raisedAt))), el('p', {}, readable(item.text)))) : [el('li', { class: 'empty' }, 'No drift. An advisory appears here if the coverage of a week falls below its floor.')]));
    showModels();
  }

  function showModels() {
    models.replaceChildren(coverage.models.length
      ? el('table', {}, el('thead', {}, el('tr', {}, ...['Signal', 'Model', 'Trained up to', 'Age', 'MAE on held-out hours', 'MAE of yesterday’s hour'].map((text, at) => el('th', { scope: 'col', class: at > 3 ? 'n' : '' }, text)))),
        el('tbody', {}, coverage.models.map(model => el('tr', {}, el('td', {}, SIGNALS[model.signal] || model.signal), el('td', {}, model.modelId), el('td', {}, full(model.trainedAt)), el('td', {}, age(model.trainedAt)), el('td', { class: 'n' }, `${number(model.mae, 2)} ${UNITS[model.signal] || ''}`), el('td', { class: 'n' }, `${number(model.maeSeasonalNaive, 2)} ${UNITS[model.signal] || ''}`)))))
      : empty('There is no trained model yet. Forecasts repeat the same hour of yesterday (seasonal naive); their intervals are calibrated in the same way.'));
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
