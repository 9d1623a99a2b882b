// All charts: colours from the style sheet, tooltips as elements, resized with the page.

import { el } from './dom.js';

const alive = new Set();
new ResizeObserver(() => alive.forEach(({ chart }) => chart.resize())).observe(document.documentElement);

export const color = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** From the ninth region on, a hue is used again with another symbol. */
export const hues = () => [color('accent'), '#e69f00', '#00a37a', '#cc79a7', '#d55e00', '#56b4e9', '#8f7ae6', '#9a8c00'];
export const symbols = ['circle', 'diamond', 'triangle', 'rect', 'roundRect', 'pin'];

/** Draws into the element and gives a function that draws again. */
export function draw(element, label) {
  const chart = window.echarts.init(element, null, { renderer: 'canvas' });
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', label);
  const entry = { chart, element };
  alive.add(entry);
  return (option, how = {}) => chart.setOption({ ...base(), ...option }, how);
}

export function clear() {
  alive.forEach(({ chart }) => chart.dispose());
  alive.clear();
}

function base() {
  return {
    animationDuration: 300,
    animationDurationUpdate: 400,
    textStyle: { color: color('soft'), fontFamily: 'system-ui, sans-serif' },
    grid: { left: 52, right: 18, top: 30, bottom: 40 },
  };
}

export const axis = (more = {}) => ({
  axisLine: { lineStyle: { color: color('line') } },
  axisTick: { show: false },
  axisLabel: { color: color('soft'), ...(more.axisLabel || {}) },
  splitLine: { lineStyle: { color: color('line'), opacity: 0.6 } },
  nameTextStyle: { color: color('soft') },
  ...Object.fromEntries(Object.entries(more).filter(([name]) => name !== 'axisLabel')),
});

/** More bars than this cannot be read. */
const BARS = 20;

/** The items that a chart can show: all in their order, or the lowest of many. */
export const fewest = (items, value) => (items.length > BARS ? [...items].sort((a, b) => value(a) - value(b)).slice(0, BARS) : items);
export const regionsNote = (title, which, count) => (count > BARS ? `${title}, ${BARS} ${which} of ${count}` : title);

export const tooltip = (title, rows) => {
  const element = el('div', { class: 'tip' }, el('strong', {}, title), ...rows.map(([name, value]) => el('div', {}, el('span', {}, name), el('b', {}, value))));
  return element;
};

export const tooltipStyle = () => ({
  backgroundColor: color('panel'), borderColor: color('line'), textStyle: { color: color('ink') }, confine: true,
});
