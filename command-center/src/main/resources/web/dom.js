// Elements are made here and nowhere else, and text is always set as text: a name can never become markup.

/** Makes an element: attributes, then children (elements, text, or nothing). */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export const empty = text => el('div', { class: 'empty' }, text);
export const loading = () => el('div', { class: 'loading', role: 'status' }, 'Loading …');
export const failure = error => el('div', { class: 'notice bad', role: 'alert' }, error.message || String(error));

export function panel(title, width, ...children) {
  return el('section', { class: `panel ${width}` }, el('header', {}, el('h2', {}, title)), ...children);
}

export function card(label, value, unit = '', note = null) {
  return el('div', { class: 'card' }, el('span', {}, label), el('strong', {}, value, unit ? el('small', {}, ' ' + unit) : null), note);
}

export function head(title, text, ...tools) {
  return el('div', { class: 'head' }, el('div', {}, el('h1', {}, title), el('p', { class: 'soft' }, text)), el('div', { class: 'row' }, ...tools));
}

export function toast(text) {
  const note = el('div', { class: 'toast' }, text);
  document.getElementById('toasts').append(note);
  setTimeout(() => note.remove(), 6000);
}

/** Runs the task once, some time after the first of many calls: a burst of events draws the page once. */
export function debounced(task, wait) {
  let timer = null;
  const call = () => {
    timer ??= setTimeout(async () => {
      timer = null;
      try {
        await task();
      } catch (error) {
        toast(error.message);
      }
    }, wait);
  };
  call.cancel = () => clearTimeout(timer);
  return call;
}

/** For a view without data yet: it is opened again soon after the first forecast. */
export function untilForecast() {
  const soon = debounced(() => dispatchEvent(new Event('hashchange')), 1000);
  return { on: type => type === 'forecast' && soon(), refresh: soon, close: soon.cancel };
}

/** A list that fills up live: the newest on top, in place of an earlier one of the same key, never longer than this. */
export function prepend(list, item, most = 60) {
  list.querySelector('.empty')?.remove();
  list.querySelector(`[data-key="${CSS.escape(item.dataset.key)}"]`)?.remove();
  list.prepend(item);
  while (list.children.length > most) list.lastChild.remove();
}

/** Makes one row of many; one that cannot be shown says so in its place, and the others are shown all the same. */
export function safely(make, tag, key) {
  try {
    return make();
  } catch (error) {
    console.warn('a record cannot be shown', error);
    return el(tag, { class: 'empty', 'data-key': key }, 'This record cannot be shown.');
  }
}

/** A list that scrolls by itself, and by keyboard. */
export const stream = (id, label) => el('ul', { class: 'stream', id, tabindex: 0, 'aria-label': label });
