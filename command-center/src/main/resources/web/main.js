// The frame around the views: which view is open, the header, sign-in, and the stream of events that updates the open view.

import * as api from './api.js';
import { clear } from './charts.js';
import { el, failure, loading, toast } from './dom.js';
import { full, instant, readable, short, zone } from './format.js';
import * as risk from './views/risk.js';
import * as carbonWater from './views/carbon-water.js';
import * as outcome from './views/outcome.js';
import * as trust from './views/trust.js';
import * as submit from './views/submit.js';

const views = { risk, 'carbon-water': carbonWater, outcome, trust, submit };
const main = document.getElementById('view');
const tabs = document.getElementById('tabs');
let current = null;
let visit = 0;
let loads = 0;
let queued = [];
const links = Object.fromEntries(Object.entries(views).map(([id, view]) => [id, el('a', { href: `#/${id}` }, view.title)]));
tabs.replaceChildren(...Object.values(links));

/** Events that arrive while a view loads are delivered afterwards: the view may have fetched its data before they happened. */
async function queueWhile(load) {
  loads++;
  try {
    await load();
  } finally {
    loads--;
    if (!loads) queued.splice(0).forEach(([type, data]) => deliver(type, data));
  }
}

/** The links stay in place, so that the keyboard focus stays on the one that was chosen. */
function markLink(chosen) {
  Object.entries(links).forEach(([id, link]) => {
    if (id === chosen) link.setAttribute('aria-current', 'page'); else link.removeAttribute('aria-current');
  });
  links[chosen].scrollIntoView({ block: 'nearest', inline: 'center' });
  document.title = `${views[chosen].title} – Global Fleet Orchestrator`;
}

async function show() {
  const [name, ...rest] = location.hash.replace(/^#\/?/, '').split('/');
  const key = views[name] ? name : 'risk';
  const mine = ++visit;
  current?.close?.();
  current = null;
  clear();
  markLink(key);
  main.replaceChildren(loading());
  await queueWhile(async () => {
    try {
      const view = await views[key].open(rest.map(decodeURIComponent), node => mine === visit && main.replaceChildren(node));
      if (mine === visit) current = view; else view?.close?.();
    } catch (error) {
      if (mine === visit) main.replaceChildren(failure(error), el('button', { onclick: show }, 'Try again'));
    }
  });
}

let downSince = null;
function state(value) {
  const link = document.getElementById('link');
  link.dataset.state = value;
  link.textContent = { live: 'live', down: 'reconnecting', closed: 'signed out' }[value];
  const wasDown = downSince !== null;
  downSince = value === 'down' ? downSince ?? Date.now() : null;
  const offline = document.getElementById('offline');
  offline.hidden = downSince === null;
  if (downSince !== null) offline.textContent = `The connection was lost at ${full(downSince)}. ${current ? 'The page shows the data of that time. ' : ''}Reconnecting …`;
  else if (wasDown) {
    showCaller();
    refresh();
  }
}

async function refresh() {
  if (!current?.refresh) return show();
  try {
    await queueWhile(current.refresh);
  } catch (error) {
    toast(error.message);
  }
}

/** An event that the view cannot show must not end the stream. */
function deliver(type, data) {
  try {
    current?.on?.(type, data);
  } catch (error) {
    console.warn(`a ${type} event cannot be shown`, error);
  }
}

function onEvent(type, data) {
  if (loads) queued.push([type, data]); else deliver(type, data);
  if (type === 'advisory' && (data.kind === 'AT_RISK' || data.kind === 'COVERAGE_DRIFT') && Math.abs(Date.now() - instant(data.raisedAt)) < 60_000) toast(`${short(data.region)}: ${readable(data.text)}`);
}

document.getElementById('theme').addEventListener('click', () => {
  const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  localStorage.setItem('theme', theme);
  show();
});
const zoneButton = document.getElementById('zone');
function labelZone() {
  const local = zone.get() === 'local';
  zoneButton.textContent = local ? 'Local' : 'UTC';
  zoneButton.setAttribute('aria-label', local ? 'Times are local; switch to UTC' : 'Times are UTC; switch to local time');
}
zoneButton.addEventListener('click', () => { zone.set(zone.get() === 'local' ? 'utc' : 'local'); labelZone(); show(); });
labelZone();

const dialog = document.getElementById('sign-in');
const field = document.getElementById('bearer');
const refused = document.getElementById('refused');
document.getElementById('key').addEventListener('click', () => dialog.showModal());
addEventListener('sign-in', () => { if (!dialog.open) dialog.showModal(); });
dialog.addEventListener('close', () => { field.value = ''; refused.hidden = true; });
document.getElementById('sign-out').addEventListener('click', () => signInWith(''));
dialog.querySelector('form').addEventListener('submit', async event => {
  event.preventDefault();
  const key = field.value.trim();
  try {
    await api.check(key);
    signInWith(key);
  } catch (error) {
    refused.textContent = error.status === 401 ? 'This key or token was refused. Check that it is complete and has not expired.' : error.message;
    refused.hidden = false;
    field.select();
  }
});
async function signInWith(key) {
  api.bearer.set(key);
  dialog.close();
  await showCaller();
  show();
}

async function showCaller() {
  try {
    const session = await api.get('/session');
    document.getElementById('key').textContent = session.name === 'anonymous' ? 'Sign in' : session.name;
  } catch {
    // The first call that needs a key opens the sign-in dialog.
    document.getElementById('key').textContent = 'Sign in';
  }
}

addEventListener('hashchange', show);
showCaller();
// The first view waits for the stream: otherwise an event between its fetch and the opening of the stream would be missed.
const open = new Promise(done => api.listen(onEvent, value => done(state(value))));
const late = new Promise(done => setTimeout(done, 500, 'late'));
if (await Promise.race([open, late]) === 'late') state('down');
show();
