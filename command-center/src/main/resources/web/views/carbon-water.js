// Carbon against water: every region as a bubble, hour by hour; its size is the load placed there.

import { get } from '../api.js';
import { axis, color, draw, hues, symbols, tooltip, tooltipStyle } from '../charts.js';
import { debounced, el, empty, head, untilForecast } from '../dom.js';
import { full, number } from '../format.js';

export const title = 'Carbon × water';
const PACE = 700;
const BIGGEST = 90;

export async function open(_, put) {
  let frames = (await get('/frames?hours=24')).frames;
  const intro = 'Low carbon and little water seldom go together: a dry, sunny region needs water for cooling, a windy one does not. Each bubble is a region; its size is the placed load. Trails: the last 24 h as measured, then the forecast.';
  if (!frames.length) {
    put(el('div', {}, head(title, intro), empty('No hour has been measured yet.')));
    return untilForecast();
  }
  let at = Math.max(0, frames.findIndex(frame => frame.forecast) - 1);
  let timer = null;
  const chartBox = el('div', { class: 'chart tall' });
  const label = el('strong', { id: 'frame-label' });
  const kind = el('span', { class: 'badge' });
  const slider = el('input', { type: 'range', min: 0, max: frames.length - 1, value: at, 'aria-label': 'Hour', oninput: () => { at = Number(slider.value); show(); } });
  const play = el('button', { class: 'primary', id: 'play', onclick: () => (timer ? stop() : start()) }, '▶ Play');
  const body = el('tbody', {});
  put(el('div', {}, head(title, intro),
    el('section', { class: 'panel' }, el('header', {}, el('div', { class: 'row' }, label, kind), el('div', { class: 'row' }, play)), el('div', {}, slider), chartBox),
    el('section', { class: 'panel' }, el('header', {}, el('h2', {}, 'In this hour')), el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Regions in this hour' }, el('table', {}, el('thead', {}, el('tr', {}, ...[['Region', ''], ['Carbon g/kWh', 'n'], ['Water L/kWh', 'n'], ['Temperature °C', 'n'], ['Placed MW', 'n']].map(([text, kindOf]) => el('th', { scope: 'col', class: kindOf }, text)))), body)))));
  const scatter = draw(chartBox, 'Carbon intensity against water intensity by region');

  const dots = () => frames.flatMap(frame => frame.regions);
  const top = name => Math.max(...dots().map(dot => dot[name] ?? 0)) * 1.1 || 1;

  const sorted = regions => [...regions].sort((a, b) => a.region.localeCompare(b.region));

  function show() {
    const frame = frames[at];
    label.textContent = full(frame.hour);
    kind.textContent = frame.forecast ? 'forecast' : 'measured';
    slider.value = at;
    slider.setAttribute('aria-valuetext', full(frame.hour));
    const palette = hues();
    const many = frame.regions.length > 12;
    scatter({
      grid: { left: 62, right: 30, top: 34, bottom: 52 },
      xAxis: axis({ type: 'value', min: 0, max: Math.ceil(top('carbonGPerKwh') / 50) * 50, name: 'carbon, g/kWh', nameLocation: 'middle', nameGap: 32 }),
      yAxis: axis({ type: 'value', min: 0, max: Math.ceil(top('waterLPerKwh') * 10) / 10, name: 'water, L/kWh', nameTextStyle: { color: color('soft'), align: 'left' } }),
      tooltip: { ...tooltipStyle(), formatter: item => tooltip(item.name, [['carbon', `${number(item.value[0], 0)} g/kWh`], ['water', `${number(item.value[1], 2)} L/kWh`], ['placed load', `${number(item.value[2])} MW`]]) },
      series: [...(many ? [] : trails(palette)), {
        type: 'scatter', z: 3,
        animationDurationUpdate: timer ? PACE : 200,
        label: { show: !many, formatter: '{b}', position: 'top', color: color('ink'), fontWeight: 600 },
        data: sorted(frame.regions).map((dot, index) => ({
          name: dot.region, value: [dot.carbonGPerKwh, dot.waterLPerKwh, dot.placedMw],
          symbol: symbols[Math.floor(index / palette.length) % symbols.length], symbolSize: Math.min(BIGGEST, 16 + 7 * Math.sqrt(Math.max(0, dot.placedMw))),
          itemStyle: { color: palette[index % palette.length], opacity: 0.82, borderColor: color('panel'), borderWidth: 2 },
        })),
      }],
    });
    body.replaceChildren(...frame.regions.map(dot => el('tr', {}, el('td', {}, dot.region), el('td', { class: 'n' }, number(dot.carbonGPerKwh, 0)), el('td', { class: 'n' }, number(dot.waterLPerKwh, 2)), el('td', { class: 'n' }, number(dot.temperatureC)), el('td', { class: 'n' }, number(dot.placedMw)))));
  }
  /** Where each region was and will be. */
  function trails(palette) {
    return sorted(frames[at].regions).map((dot, index) => ({
      type: 'line', name: dot.region, silent: true, showSymbol: false, smooth: 0.3,
      lineStyle: { color: palette[index % palette.length], width: 1.6, opacity: 0.4 },
      data: frames.flatMap(frame => frame.regions.filter(one => one.region === dot.region).map(one => [one.carbonGPerKwh, one.waterLPerKwh])),
    }));
  }
  function start() {
    if (at >= frames.length - 1) at = 0;
    play.textContent = '❚❚ Pause';
    timer = setInterval(() => { if (at >= frames.length - 1) return stop(); at++; show(); }, PACE);
  }
  function stop() { clearInterval(timer); timer = null; play.textContent = '▶ Play'; }
  show();
  async function refresh() {
    const hour = frames[at].hour;
    frames = (await get('/frames?hours=24')).frames;
    slider.max = frames.length - 1;
    at = Math.max(0, frames.findIndex(frame => frame.hour === hour));
    show();
  }
  const soon = debounced(refresh, 1000);
  return {
    on: type => type === 'forecast' && !timer && soon(),
    refresh,
    close: () => { stop(); soon.cancel(); },
  };
}
