// Risk monitor: how near each region comes to its limit, as measured, as forecast, and as it was forecast before.

import { get } from '../api.js';
import { axis, color, draw, tooltip, tooltipStyle } from '../charts.js';
import { addDecision, decisionItem, riskBadge } from '../decisions.js';
import { card, debounced, el, empty, failure, head, panel, prepend, safely, stream, untilForecast } from '../dom.js';
import { age, clock, day, fromInput, full, instant, number, short, time, toInput, zoneName } from '../format.js';

export const title = 'Risk monitor';
const DAY = 86_400_000;
const HOUR = 3_600_000;
const RISK_BLOCKED = 'risk blocked';
const OVER_LIMIT = 'over limit';

export async function open([wanted], put) {
  let regions = (await get('/regions')).items;
  if (!regions.length) {
    put(el('div', {}, head(title, 'How near each region comes to its limit.'), empty('No region has reported yet. Telemetry appears here within an hour of event time.')));
    return untilForecast();
  }
  let chosen = regions.find(region => region.region === wanted)?.region || regions[0].region;
  let issuedAt = null;
  let busy = false;
  let body = null;

  const picker = el('select', { 'aria-label': 'Region', onchange: () => choose(picker.value) });
  const tabs = el('div', { class: 'regions', role: 'tablist', 'aria-label': 'Regions' });
  const cards = el('div', { class: 'cards' });
  const note = el('div', {});
  const chartBox = el('div', { class: 'chart' });
  const when = el('input', { type: 'datetime-local', step: 3600, 'aria-label': `Forecast as known at, ${zoneName()}`, onchange: () => pick() });
  const back = el('button', { class: 'ghost', disabled: true, onclick: () => step(-1), 'aria-label': 'One hour earlier' }, '‹');
  const forth = el('button', { class: 'ghost', disabled: true, onclick: () => step(1), 'aria-label': 'One hour later' }, '›');
  const now = el('button', { onclick: () => { issuedAt = null; update(); } }, 'Now');
  const band = el('section', { class: 'panel' },
    el('header', {}, el('h2', {}, 'Inlet temperature'), el('div', { class: 'row' }, back, el('div', {}, when), forth, now)),
    note, chartBox, legend(), hoursTable());
  const decisions = stream('decisions', 'Decisions');
  const advisories = stream('advisories', 'Advisories');
  const others = el('div', { class: 'chart short' });
  put(el('div', {},
    head(title, 'Measured and forecast inlet temperature. What decides is the one-sided upper bound, not the forecast: hours where only the bound crosses the limit are risk blocked; where the forecast does too, they are over the limit.', regions.length > 12 ? picker : null),
    tabs, cards,
    el('div', { class: 'grid' },
      el('div', { class: 'stack w8' }, band, panel('Load, carbon and water ahead', '', others)),
      el('div', { class: 'stack w4' }, panel('Decisions, live', '', decisions), panel('Advisories', '', advisories)))));
  const temperature = draw(chartBox, 'Temperature: last day measured, next day forecast with its interval, bound and limit');
  const rest = draw(others, 'Forecast load, carbon and water');

  function choose(region) {
    chosen = region;
    history.replaceState(null, '', `#/risk/${encodeURIComponent(region)}`);
    update();
  }
  function pick() { if (when.value) { issuedAt = fromInput(when.value); update(); } }
  function step(hours) { issuedAt = new Date(new Date(issuedAt || when.dataset.issued).getTime() + hours * HOUR).toISOString(); update(); }

  function showRegions() {
    const shown = regions.length > 12 ? regions.filter(region => region.region === chosen || region.riskLevel === 'CRITICAL' || region.riskLevel === 'HIGH').slice(0, 12) : regions;
    tabs.replaceChildren(...shown.map(region => el('button', {
      role: 'tab', 'aria-selected': String(region.region === chosen), 'data-region': region.region, onclick: () => choose(region.region),
    }, el('span', {}, short(region.displayName)), el('small', {}, `bound ${number(region.peakBoundC)} of ${number(region.limitC, 0)} °C`), riskBadge(region.riskLevel))));
    picker.replaceChildren(...regions.map(region => el('option', { value: region.region }, `${short(region.displayName)} (${region.riskLevel.toLowerCase()})`)));
    picker.value = chosen;
  }

  function showCards(region) {
    const last = region.last;
    cards.replaceChildren(
      card('Temperature now', number(last?.temperatureC), '°C'),
      card('Highest bound ahead', number(region.peakBoundC), '°C'),
      card('Margin to the limit', number(region.marginC), '°C'),
      card('Risk blocked hours', String(region.riskBlockedHours), 'of 24'),
      card('IT load', number(last?.itLoadMw), `of ${number(region.capacityMw, 0)} MW`),
      card('Placed by us', number(last?.flexibleLoadMw), 'MW'));
  }

  async function update() {
    if (busy) { busy = 'again'; return; }
    busy = true;
    try {
      const region = regions.find(one => one.region === chosen);
      showRegions();
      showCards(region);
      if (!region.forecastIssuedAt) {
        note.replaceChildren(el('div', { class: 'notice warn' }, 'No forecast yet: the first comes when three days have been measured. Until then every request is blocked.'));
        return;
      }
      const name = encodeURIComponent(chosen);
      const forecast = await get(`/regions/${name}/forecast` + (issuedAt ? `?issuedAt=${encodeURIComponent(issuedAt)}` : ''));
      const from = new Date(instant(forecast.issuedAt) - DAY).toISOString();
      const past = await get(`/regions/${name}/history?from=${from}&to=${forecast.issuedAt}`);
      when.value = toInput(forecast.issuedAt);
      when.dataset.issued = forecast.issuedAt;
      if (region.forecastsFrom) when.min = toInput(region.forecastsFrom);
      when.max = toInput(region.forecastIssuedAt);
      now.setAttribute('aria-pressed', String(!issuedAt));
      forth.disabled = forecast.issuedAt >= region.forecastIssuedAt;
      back.disabled = forecast.issuedAt <= region.forecastsFrom;
      tell(region, forecast);
      plot(forecast, past);
    } catch (error) {
      note.replaceChildren(failure(error));
    } finally {
      const again = busy === 'again';
      busy = false;
      if (again) update();
    }
  }

  function tell(region, forecast) {
    const signal = forecast.signals[0];
    const came = signal.hours.filter(hour => hour.actual !== null && hour.lower !== null);
    const kept = came.filter(hour => hour.actual >= hour.lower && hour.actual <= hour.upper).length;
    const stale = !issuedAt && Date.now() - new Date(forecast.issuedAt) > 2 * HOUR;
    const issued = `Issued ${full(forecast.issuedAt)} by ${signal.modelId}, ${number(forecast.confidence * 100, 0)} % interval`;
    note.replaceChildren(
      issuedAt ? el('div', { class: 'notice', 'data-past': true }, `${issued}. Of ${came.length} hours that have come true, ${kept} fell inside the interval.`)
        : el('p', { class: 'soft' }, issued + ` (${age(forecast.issuedAt)} ago).`),
      stale ? el('div', { class: 'notice warn' }, `This forecast is ${age(forecast.issuedAt)} old. Forecasts older than the fleet allows are not used to approve anything.`) : '',
      signal.status !== 'CALIBRATED' ? el('div', { class: 'notice warn' }, signal.status === 'WARMING_UP' ? `The interval is warming up: ${signal.calibrationSize} of 39 scores. Until it is calibrated, requests are blocked.` : 'No forecast for this hour.') : '');
  }

  function plot(forecast, past) {
    const ahead = forecast.signals[0].hours;
    const measured = past.hours.map(hour => [Date.parse(hour.startsAt), hour.temperatureC]);
    const at = (hour, value) => [Date.parse(hour.startsAt), value];
    const actual = [...measured, ...ahead.filter(hour => hour.actual !== null).map(hour => at(hour, hour.actual))];
    const known = ahead.filter(hour => hour.lower !== null && hour.upper !== null);
    const shade = (kind, hue, opacity) => ahead.filter(hour => closed(hour, forecast.limitC) === kind).map(hour => [{ xAxis: Date.parse(hour.startsAt), itemStyle: { color: hue, opacity } }, { xAxis: Date.parse(hour.startsAt) + HOUR }]);
    const shaded = [...shade(RISK_BLOCKED, color('bound'), 0.13), ...shade(OVER_LIMIT, color('limit'), 0.16)];
    const values = [...actual.map(point => point[1]), ...known.flatMap(hour => [hour.lower, hour.upper, hour.upperOneSided]), forecast.limitC].filter(Number.isFinite);
    const issued = Date.parse(forecast.issuedAt);
    const mark = issuedAt || Date.now() > issued + DAY ? { at: issued, text: 'issued' } : { at: Date.now(), text: 'now' };
    const line = (name, data, hue, more = {}) => ({ name, type: 'line', data, showSymbol: false, symbolSize: 6, itemStyle: { color: hue }, lineStyle: { color: hue, width: 2.4, ...more.line }, ...more });
    temperature({
      xAxis: axis({ type: 'time', splitLine: { show: false }, axisLabel: { lineHeight: 15, formatter: value => (clock(value) === '00:00' ? `${day(value)}\n${clock(value)}` : clock(value)), hideOverlap: true } }),
      yAxis: axis({ type: 'value', name: '°C', ...(values.length ? { min: 5 * Math.floor((Math.min(...values) - 1) / 5), max: 5 * Math.ceil((Math.max(...values) + 1) / 5) } : {}) }),
      tooltip: { ...tooltipStyle(), trigger: 'axis', formatter: items => tell24(items, forecast, past) },
      series: [
        area(known),
        line('measured', actual, color('actual'), {
          z: 5,
          markArea: { silent: true, data: shaded },
          markLine: {
            silent: true, symbol: 'none',
            data: [
              ...(forecast.limitC === null ? [] : [{ yAxis: forecast.limitC, lineStyle: { color: color('limit'), width: 2, type: 'dashed' }, label: { formatter: `limit ${number(forecast.limitC, 0)} °C`, color: color('limit'), position: 'insideStartTop' } }]),
              { xAxis: mark.at, lineStyle: { color: color('soft'), type: 'dotted' }, label: { formatter: mark.text, color: color('soft') } },
            ],
          },
        }),
        line('forecast', ahead.map(hour => at(hour, hour.point)), color('accent')),
        line('bound', ahead.map(hour => at(hour, hour.upperOneSided)), color('bound'), { line: { type: 'dotted', width: 2.4 } }),
      ],
    }, { notMerge: true });
    fill(ahead, forecast.limitC);
    plotRest(forecast);
  }

  function tell24(items, forecast) {
    const start = items[0].value[0];
    const hour = forecast.signals[0].hours.find(one => Date.parse(one.startsAt) === start);
    const measured = items.find(item => item.seriesName === 'measured');
    const rows = [];
    if (measured) rows.push(['measured', `${number(measured.value[1])} °C`]);
    if (hour) {
      rows.push(['forecast', `${number(hour.point)} °C`], ['interval', `${number(hour.lower)} to ${number(hour.upper)} °C`], ['bound', `${number(hour.upperOneSided)} °C`]);
      const why = closed(hour, forecast.limitC);
      if (why) rows.push([why, why === OVER_LIMIT ? 'forecast over limit' : 'bound over limit']);
    }
    return tooltip(full(start), rows);
  }

  function plotRest(forecast) {
    const [, load, carbon, water] = forecast.signals;
    const data = signal => signal.hours.map(hour => [Date.parse(hour.startsAt), hour.point]);
    const hues = [color('accent'), '#c77f00', '#009e73'];
    const grids = [0, 1, 2];
    const signals = [load, carbon, water];
    const names = ['IT load, MW', 'Carbon, g/kWh', 'Water, L/kWh'];
    const narrow = innerWidth < 800;
    rest({
      grid: grids.map(at => narrow ? { left: 50, right: 12, top: 26 + at * 82, height: 42 } : { left: `${4.5 + at * 33}%`, width: '26.5%', top: 34, bottom: 30 }),
      xAxis: grids.map(at => axis({ type: 'time', gridIndex: at, splitLine: { show: false }, axisLabel: { formatter: value => clock(value), hideOverlap: true, show: !narrow || at === 2 } })),
      yAxis: grids.map(at => axis({ type: 'value', gridIndex: at, scale: true, splitNumber: narrow ? 2 : 4, name: names[at], nameTextStyle: { color: color('soft'), align: 'left' } })),
      tooltip: { ...tooltipStyle(), trigger: 'axis', formatter: items => tooltip(full(items[0].value[0]), items.map(item => [item.seriesName, number(item.value[1], 2)])) },
      series: grids.map(at => ({ name: names[at], type: 'line', data: data(signals[at]), xAxisIndex: at, yAxisIndex: at, showSymbol: false, lineStyle: { color: hues[at], width: 2.2 }, itemStyle: { color: hues[at] }, areaStyle: { color: hues[at], opacity: 0.1 } })),
    }, { notMerge: true });
  }

  function hoursTable() {
    body = el('tbody', {});
    return el('details', {}, el('summary', {}, 'The same as a table'), el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Forecast hours' }, el('table', {},
      el('thead', {}, el('tr', {}, ...['Hour', 'Forecast °C', 'Interval °C', 'Bound °C', 'Measured °C', ''].map(text => el('th', { scope: 'col' }, text)))), body)));
  }
  function fill(hours, limit) {
    const badge = why => (why ? el('span', { class: 'badge bad' }, `▲ ${why}`) : '');
    body.replaceChildren(...hours.map(hour => el('tr', {}, el('td', {}, time(hour.startsAt)), el('td', { class: 'n' }, number(hour.point)), el('td', { class: 'n' }, `${number(hour.lower)} – ${number(hour.upper)}`), el('td', { class: 'n' }, number(hour.upperOneSided)), el('td', { class: 'n' }, number(hour.actual)), el('td', {}, badge(closed(hour, limit))))));
  }

  const keyOf = advisory => `${advisory.kind} ${advisory.region} ${advisory.raisedAt}`;
  const advisoryItem = advisory => safely(() => advisoryOf(advisory), 'li', keyOf(advisory));
  const advisoryOf = advisory => el('li', { 'data-key': keyOf(advisory) }, el('div', { class: 'row' }, el('span', { class: `badge ${/RISK|DRIFT|STALE|REFUSED/.test(advisory.kind) ? 'warn' : 'ok'}` }, advisory.kind.replaceAll('_', ' ').toLowerCase()), el('strong', {}, short(advisory.region)), el('time', { datetime: advisory.raisedAt }, time(advisory.raisedAt))), el('p', {}, short(advisory.text, 400)));

  async function lists() {
    const [decided, advised] = await Promise.all([get('/decisions?dryRun=false&limit=30'), get('/advisories?limit=30')]);
    decisions.replaceChildren(...(decided.items.length ? decided.items.map(item => decisionItem(item)) : [el('li', { class: 'empty' }, 'No decision yet. Submit a workload to see one.')]));
    advisories.replaceChildren(...(advised.items.length ? advised.items.map(advisoryItem) : [el('li', { class: 'empty' }, 'Nothing to look out for.')]));
  }

  async function fresh() {
    regions = (await get('/regions')).items;
    if (issuedAt) showRegions(); else await update();
  }
  const soon = debounced(fresh, 400);

  await Promise.all([update(), lists()]);
  return {
    on(type, data) {
      if (type === 'forecast') soon();
      if (type === 'decision') addDecision(decisions, data);
      if (type === 'advisory') prepend(advisories, advisoryItem(data));
    },
    refresh: () => Promise.all([fresh(), lists()]),
    close: soon.cancel,
  };
}

/** Why nothing may run in this hour, as far as temperature goes. */
function closed(hour, limit) {
  if (limit !== null && hour.point > limit) return OVER_LIMIT;
  return hour.riskBlocked ? RISK_BLOCKED : null;
}

/** The interval as one shape: stacked lines would not do below zero degrees. */
function area(hours) {
  const edge = [...hours.map(hour => [Date.parse(hour.startsAt), hour.upper]), ...[...hours].reverse().map(hour => [Date.parse(hour.startsAt), hour.lower])];
  return {
    name: 'interval', type: 'custom', silent: true, clip: true, tooltip: { show: false }, encode: { x: 0, y: 1 }, data: edge.slice(0, 1),
    renderItem: (_, api) => ({ type: 'polygon', shape: { points: edge.map(point => api.coord(point)) }, style: { fill: color('band'), opacity: 0.28 } }),
  };
}

function legend() {
  const entry = (kind, text) => el('span', {}, el('i', { class: kind }), text);
  return el('div', { class: 'legend', 'aria-hidden': 'true' }, entry('c-actual', 'measured'), entry('c-point', 'forecast'), entry('area', 'interval'), entry('dot c-bound', 'one-sided bound'), entry('dash c-limit', 'limit'), entry('block', RISK_BLOCKED), entry('block over', OVER_LIMIT));
}
