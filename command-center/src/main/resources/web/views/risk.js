// Risk monitor: the distance of each region to its temperature limit, measured, forecast, and as forecast earlier.

import { get } from '../api.js';
import { axis, color, draw, tooltip, tooltipStyle } from '../charts.js';
import { addDecision, decisionItem, riskBadge } from '../decisions.js';
import { card, debounced, el, empty, failure, head, panel, prepend, safely, stream, untilForecast } from '../dom.js';
import { age, clock, day, fromInput, full, instant, number, short, readable, time, toInput, zoneName } from '../format.js';

export const title = 'Risk monitor';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** With more regions than this, the tabs show those nearest to their limit. */
const TABS = 12;
const RISK_BLOCKED = 'risk blocked';
const OVER_LIMIT = 'over limit';

export async function open([wanted], put) {
  let regions = (await get('/regions')).items;
  if (!regions.length) {
    put(el('div', {}, head(title, 'The distance of each region to its temperature limit.'), empty('No region has published telemetry yet. A region appears here when its first hour is complete.')));
    return untilForecast();
  }
  const known = regions.some(region => region.region === wanted);
  let chosen = known ? wanted : worstFirst(regions)[0].region;
  let issuedAt = null;
  let busy = false;
  let body = null;

  const picker = el('select', { 'aria-label': 'Region', onchange: () => choose(picker.value) });
  const tabs = el('div', { class: 'regions', role: 'tablist', 'aria-label': 'Regions', onkeydown: event => arrow(event) });
  const cards = el('div', { class: 'cards' });
  const note = el('div', {});
  const chartBox = el('div', { class: 'chart' });
  const when = el('input', { type: 'datetime-local', step: 3600, 'aria-label': `Forecast as known at, ${zoneName()}`, onchange: () => pick() });
  const back = el('button', { class: 'ghost', disabled: true, onclick: () => step(-1), 'aria-label': 'One hour earlier' }, '‹');
  const forth = el('button', { class: 'ghost', disabled: true, onclick: () => step(1), 'aria-label': 'One hour later' }, '›');
  const now = el('button', { onclick: () => { issuedAt = null; update(); } }, 'Now');
  const band = el('section', { class: 'panel', id: 'region', role: 'tabpanel', 'aria-label': 'Inlet temperature' },
    el('header', {}, el('h2', {}, 'Inlet temperature'), el('div', { class: 'row' }, back, el('div', {}, when), forth, now)),
    note, chartBox, legend(), hoursTable());
  const decisions = stream('decisions', 'Decisions');
  const advisories = stream('advisories', 'Advisories');
  const others = el('div', { class: 'chart short' });
  put(el('div', {},
    head(title, 'Measured and forecast inlet temperature. The one-sided upper bound decides, not the forecast. An hour is risk blocked if only the bound exceeds the limit, and over the limit if the forecast does too.', regions.length > TABS ? picker : null),
    wanted && !known ? el('div', { class: 'notice warn', 'data-unknown': true }, `There is no region '${short(wanted)}'. The page shows the region nearest to its limit; choose another below.`) : null,
    tabs, cards,
    el('div', { class: 'grid' },
      el('div', { class: 'stack w8' }, band, panel('Load, carbon and water ahead', '', others)),
      el('div', { class: 'stack w4' }, panel('Decisions, live', '', decisions), panel('Advisories', '', advisories)))));
  const temperature = draw(chartBox, 'Temperature: the last day measured, and the forecast with its interval, bound and limit');
  const rest = draw(others, 'Forecast load, carbon and water');

  function choose(region) {
    chosen = region;
    history.replaceState(null, '', `#/risk/${encodeURIComponent(region)}`);
    update();
  }
  function pick() { if (when.value) { issuedAt = fromInput(when.value); update(); } }
  function step(hours) { issuedAt = new Date(new Date(issuedAt || when.dataset.issued).getTime() + hours * HOUR).toISOString(); update(); }

  function showRegions() {
    const shown = regions.length > TABS ? worstAnd(chosen) : regions;
    const focused = tabs.contains(document.activeElement);
    tabs.replaceChildren(...shown.map(region => el('button', {
      role: 'tab', 'aria-selected': String(region.region === chosen), 'aria-controls': 'region', tabindex: region.region === chosen ? 0 : -1, 'data-region': region.region, onclick: () => choose(region.region),
    }, el('span', {}, short(region.displayName)), el('small', {}, `bound ${number(region.peakBoundC)} of ${number(region.limitC, 0)} °C`), riskBadge(region.riskLevel))));
    picker.replaceChildren(...regions.map(region => el('option', { value: region.region }, `${short(region.displayName)} (${region.riskLevel.toLowerCase()})`)));
    picker.value = chosen;
    if (focused) tabs.querySelector('[aria-selected=true]')?.focus();
  }

  /** The chosen region, and those nearest to their limits. */
  function worstAnd(name) {
    const worst = worstFirst(regions);
    const shown = worst.slice(0, TABS);
    return shown.some(region => region.region === name) ? shown : [worst.find(region => region.region === name), ...shown.slice(0, -1)];
  }

  /** The arrow keys choose the next or the previous tab, as in any list of tabs. */
  function arrow(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const names = [...tabs.children].map(tab => tab.dataset.region);
    choose(names[(names.indexOf(chosen) + by + names.length) % names.length]);
  }

  /** The figures of the forecast that is shown, not those of now. */
  function showCards(region, forecast, past) {
    const last = past ? past.hours.at(-1) : region.last;
    const hours = forecast?.signals[0].hours ?? [];
    const bounds = hours.map(hour => hour.upperOneSided).filter(value => value !== null);
    const peak = issuedAt && bounds.length ? Math.max(...bounds) : issuedAt ? null : region.peakBoundC;
    const limit = forecast?.limitC ?? region.limitC;
    cards.replaceChildren(
      card(issuedAt ? 'Temperature then' : 'Temperature now', number(last?.temperatureC), '°C'),
      card('Peak upper bound', number(peak), '°C'),
      card('Margin to the limit', number(peak === null || limit === null ? NaN : limit - peak), '°C'),
      card('Risk blocked hours', String(issuedAt ? hours.filter(hour => hour.riskBlocked).length : region.riskBlockedHours), hours.length ? `of ${hours.length}` : ''),
      card('IT load', number(last?.itLoadMw), `of ${number(region.capacityMw, 0)} MW`),
      card('Placed load', number(last?.flexibleLoadMw), 'MW'));
  }

  async function update() {
    if (busy) { busy = 'again'; return; }
    busy = true;
    try {
      const region = regions.find(one => one.region === chosen);
      showRegions();
      if (!issuedAt) showCards(region);
      if (!region.forecastIssuedAt) {
        blank();
        showCards(region);
        note.replaceChildren(el('div', { class: 'notice warn' }, 'There is no forecast yet. The first follows when three days have been measured; until then, every request is blocked.'));
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
      showCards(region, forecast, issuedAt ? past : null);
      describe(forecast);
      plot(forecast, past);
    } catch (error) {
      blank();
      note.replaceChildren(error.status === 404 && issuedAt ? noForecast() : failure(error));
    } finally {
      const again = busy === 'again';
      busy = false;
      if (again) update();
    }
  }

  /** Removes the chart of another hour or region if there is none to show. */
  function blank() {
    temperature({ series: [] }, { notMerge: true });
    rest({ series: [] }, { notMerge: true });
    cards.replaceChildren();
    body.replaceChildren();
  }
  function noForecast() {
    const from = regions.find(one => one.region === chosen)?.forecastsFrom;
    return el('div', { class: 'notice warn', 'data-none': true }, `There is no forecast of ${full(issuedAt)} or earlier.`, from ? ` The oldest that is kept is of ${full(from)}.` : '');
  }

  function describe(forecast) {
    const signal = forecast.signals[0];
    const came = signal.hours.filter(hour => hour.actual !== null && hour.lower !== null);
    const kept = came.filter(hour => hour.actual >= hour.lower && hour.actual <= hour.upper).length;
    const stale = !issuedAt && Date.now() - new Date(forecast.issuedAt) > 2 * HOUR;
    const issued = `Issued ${full(forecast.issuedAt)} by ${signal.modelId}, ${number(forecast.confidence * 100, 0)} % interval`;
    note.replaceChildren(
      issuedAt ? el('div', { class: 'notice', 'data-past': true }, `${issued}. Of ${came.length} hours measured since, ${kept} were inside the interval.`)
        : el('p', { class: 'soft' }, issued + ` (${age(forecast.issuedAt)} ago).`),
      stale ? el('div', { class: 'notice warn' }, `This forecast is ${age(forecast.issuedAt)} old. The scheduler blocks requests if a forecast is older than the fleet's policy allows.`) : '',
      signal.status !== 'CALIBRATED' ? el('div', { class: 'notice warn' }, signal.status === 'WARMING_UP' ? `The interval is not calibrated yet: ${signal.calibrationSize} of ${Math.round(2 / (1 - forecast.confidence)) - 1} past forecasts. Until then, requests are blocked.` : 'There is no forecast for this hour.') : '');
  }

  function plot(forecast, past) {
    const ahead = forecast.signals[0].hours;
    const measured = past.hours.map(hour => [Date.parse(hour.startsAt), hour.temperatureC]);
    const at = (hour, value) => [Date.parse(hour.startsAt), value];
    const actual = [...measured, ...ahead.filter(hour => hour.actual !== null).map(hour => at(hour, hour.actual))];
    const known = ahead.filter(hour => hour.lower !== null && hour.upper !== null);
    const shade = (kind, hue, opacity) => ahead.filter(hour => blockedBy(hour, forecast.limitC) === kind).map(hour => [{ xAxis: Date.parse(hour.startsAt), itemStyle: { color: hue, opacity } }, { xAxis: Date.parse(hour.startsAt) + HOUR }]);
    const shaded = [...shade(RISK_BLOCKED, color('bound'), 0.13), ...shade(OVER_LIMIT, color('limit'), 0.16)];
    const values = [...actual.map(point => point[1]), ...known.flatMap(hour => [hour.lower, hour.upper, hour.upperOneSided]), forecast.limitC].filter(Number.isFinite);
    const issued = Date.parse(forecast.issuedAt);
    const mark = issuedAt || Date.now() > issued + ahead.length * HOUR ? { at: issued, text: 'issued' } : { at: Date.now(), text: 'now' };
    const line = (name, data, hue, more = {}) => ({ name, type: 'line', data, showSymbol: false, symbolSize: 6, itemStyle: { color: hue }, lineStyle: { color: hue, width: 2.4, ...more.line }, ...more });
    temperature({
      xAxis: axis({ type: 'time', splitLine: { show: false }, axisLabel: { lineHeight: 15, formatter: value => (clock(value) === '00:00' ? `${day(value)}\n${clock(value)}` : clock(value)), hideOverlap: true } }),
      yAxis: axis({ type: 'value', name: '°C', ...(values.length ? { min: 5 * Math.floor((Math.min(...values) - 1) / 5), max: 5 * Math.ceil((Math.max(...values) + 1) / 5) } : {}) }),
      tooltip: { ...tooltipStyle(), trigger: 'axis', formatter: items => hourTip(items, forecast) },
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

  function hourTip(items, forecast) {
    const start = items[0].value[0];
    const hour = forecast.signals[0].hours.find(one => Date.parse(one.startsAt) === start);
    const measured = items.find(item => item.seriesName === 'measured');
    const rows = [];
    if (measured) rows.push(['measured', `${number(measured.value[1])} °C`]);
    if (hour) {
      rows.push(['forecast', `${number(hour.point)} °C`], ['interval', `${number(hour.lower)} to ${number(hour.upper)} °C`], ['bound', `${number(hour.upperOneSided)} °C`]);
      const why = blockedBy(hour, forecast.limitC);
      if (why) rows.push([why, why === OVER_LIMIT ? 'the forecast exceeds the limit' : 'the bound exceeds the limit']);
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
      grid: grids.map(at => narrow ? { left: 50, right: 12, top: 34 + at * 80, height: 40 } : { left: `${4.5 + at * 33}%`, width: '26.5%', top: 34, bottom: 30 }),
      xAxis: grids.map(at => axis({ type: 'time', gridIndex: at, splitLine: { show: false }, axisLabel: { formatter: value => clock(value), hideOverlap: true, show: !narrow || at === 2 } })),
      yAxis: grids.map(at => axis({ type: 'value', gridIndex: at, scale: true, splitNumber: narrow ? 2 : 4, name: names[at], nameTextStyle: { color: color('soft'), align: 'left' } })),
      tooltip: { ...tooltipStyle(), trigger: 'axis', formatter: items => tooltip(full(items[0].value[0]), items.map(item => [item.seriesName, number(item.value[1], 2)])) },
      series: grids.map(at => ({ name: names[at], type: 'line', data: data(signals[at]), xAxisIndex: at, yAxisIndex: at, showSymbol: false, lineStyle: { color: hues[at], width: 2.2 }, itemStyle: { color: hues[at] }, areaStyle: { color: hues[at], opacity: 0.1 } })),
    }, { notMerge: true });
  }

  function hoursTable() {
    body = el('tbody', {});
    return el('details', {}, el('summary', {}, 'View as table'), el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Forecast hours' }, el('table', {},
      el('thead', {}, el('tr', {}, ...['Hour', 'Forecast °C', 'Interval °C', 'Bound °C', 'Measured °C', ''].map(text => el('th', { scope: 'col' }, text)))), body)));
  }
  function fill(hours, limit) {
    const badge = why => (why ? el('span', { class: 'badge bad' }, `▲ ${why}`) : '');
    body.replaceChildren(...hours.map(hour => el('tr', {}, el('td', {}, time(hour.startsAt)), el('td', { class: 'n' }, number(hour.point)), el('td', { class: 'n' }, `${number(hour.lower)} – ${number(hour.upper)}`), el('td', { class: 'n' }, number(hour.upperOneSided)), el('td', { class: 'n' }, number(hour.actual)), el('td', {}, badge(blockedBy(hour, limit))))));
  }

  const keyOf = advisory => `${advisory.kind} ${advisory.region} ${advisory.raisedAt}`;
  const advisoryItem = advisory => safely(() => advisoryOf(advisory), 'li', keyOf(advisory));
  const advisoryOf = advisory => el('li', { 'data-key': keyOf(advisory) }, el('div', { class: 'row' }, el('span', { class: `badge ${/RISK|DRIFT|STALE|REFUSED/.test(advisory.kind) ? 'warn' : 'ok'}` }, advisory.kind.replaceAll('_', ' ').toLowerCase()), el('strong', {}, short(advisory.region)), el('time', { datetime: advisory.raisedAt }, time(advisory.raisedAt))), el('p', {}, readable(advisory.text)));

  async function lists() {
    const [decided, advised] = await Promise.all([get('/decisions?dryRun=false&limit=30'), get('/advisories?limit=30')]);
    decisions.replaceChildren(...(decided.items.length ? decided.items.map(item => decisionItem(item)) : [el('li', { class: 'empty' }, 'No decision yet. Submit a workload to see one.')]));
    advisories.replaceChildren(...(advised.items.length ? advised.items.map(advisoryItem) : [el('li', { class: 'empty' }, 'No advisories.')]));
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

/** The regions by their margin, smallest first; those without a forecast last. */
const worstFirst = regions => [...regions].sort((a, b) => (a.marginC ?? Infinity) - (b.marginC ?? Infinity) || a.region.localeCompare(b.region));

/** Why the temperature blocks this hour, if it does. */
function blockedBy(hour, limit) {
  if (limit !== null && hour.point > limit) return OVER_LIMIT;
  return hour.riskBlocked ? RISK_BLOCKED : null;
}

/** The interval as one polygon: stacked lines fail below zero degrees. */
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
