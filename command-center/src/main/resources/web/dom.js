// The only place that creates elements. Text is always set as text, so a name can never become markup.

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

/** Runs the task once, `wait` ms after the first of many calls, so that a burst of events draws the page once. */
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

/** For a view without data: it is opened again after the first forecast. */
export function untilForecast() {
  const soon = debounced(() => dispatchEvent(new Event('hashchange')), 1000);
  return { on: type => type === 'forecast' && soon(), refresh: soon, close: soon.cancel };
}

/** Puts an item on top of a live list, in place of an earlier item of the same key, and drops the oldest beyond `most`. */
export function prepend(list, item, most = 60) {
  list.querySelector('.empty')?.remove();
  list.querySelector(`[data-key="${CSS.escape(item.dataset.key)}"]`)?.remove();
  list.prepend(item);
  while (list.children.length > most) list.lastChild.remove();
}

/** Makes one row of many. A record that cannot be shown becomes a row with that text, so that the others are still shown. */
export function safely(make, tag, key) {
  try {
    return make();
  } catch (error) {
    console.warn('a record cannot be shown', error);
    return el(tag, { class: 'empty', 'data-key': key }, 'This record cannot be shown.');
  }
}

/** A list with a scroll area of its own, which the keyboard can reach. */
export const stream = (id, label) => el('ul', { class: 'stream', id, tabindex: 0, 'aria-label': label });
