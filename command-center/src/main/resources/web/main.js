// The frame around the views: which one is shown, what they share, and the stream of events that keeps them fresh.

import * as api from './api.js';
import { clear } from './charts.js';
import { el, failure, loading, toast } from './dom.js';
import { full, instant, short, zone } from './format.js';
import * as risk from './views/risk.js';
import * as carbonWater from './views/carbon-water.js';
import * as outcome from './views/outcome.js';
import * as trust from './views/trust.js';
import * as submit from './views/submit.js';

const views = { risk, 'carbon-water': carbonWater, outcome, trust, submit };
const main = document.getElementById('view');
const tabs = document.getElementById('tabs');
let current = null;
let turn = 0;
let loads = 0;
let held = [];

/** What happens while a view loads is told to it afterwards: what it loads may have been looked up before. */
async function hold(load) {
  loads++;
  try {
    await load();
  } finally {
    loads--;
    if (!loads) held.splice(0).forEach(([type, data]) => tell(type, data));
  }
}

async function show() {
  const [name, ...rest] = location.hash.replace(/^#\/?/, '').split('/');
  const key = views[name] ? name : 'risk';
  const mine = ++turn;
  current?.close?.();
  current = null;
  clear();
  tabs.replaceChildren(...Object.entries(views).map(([id, view]) =>
    el('a', { href: `#/${id}`, 'aria-current': id === key ? 'page' : null }, view.title)));
  tabs.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  main.replaceChildren(loading());
  await hold(async () => {
    try {
      const view = await views[key].open(rest.map(decodeURIComponent), node => mine === turn && main.replaceChildren(node));
      if (mine === turn) current = view; else view?.close?.();
    } catch (error) {
      if (mine === turn) main.replaceChildren(failure(error), el('button', { onclick: show }, 'Try again'));
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
  if (downSince !== null) offline.textContent = `No connection since ${full(downSince)}. What is shown is from then; it goes on by itself.`;
  else if (wasDown) {
    who();
    refresh();
  }
}

async function refresh() {
  if (!current?.refresh) return show();
  try {
    await hold(current.refresh);
  } catch (error) {
    toast(error.message);
  }
}

/** An event that the view cannot show is no reason to give up the stream. */
function tell(type, data) {
  try {
    current?.on?.(type, data);
  } catch (error) {
    console.warn(`a ${type} cannot be shown`, error);
  }
}

function happened(type, data) {
  if (loads) held.push([type, data]); else tell(type, data);
  if (type === 'advisory' && (data.kind === 'AT_RISK' || data.kind === 'COVERAGE_DRIFT') && Math.abs(Date.now() - instant(data.raisedAt)) < 60_000) toast(`${short(data.region)}: ${short(data.text, 400)}`);
}

document.getElementById('theme').addEventListener('click', () => {
  const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  localStorage.setItem('theme', theme);
  show();
});
const zoneButton = document.getElementById('zone');
function nameZone() {
  const local = zone.get() === 'local';
  zoneButton.textContent = local ? 'Local' : 'UTC';
  zoneButton.setAttribute('aria-label', local ? 'Local time is shown; switch to UTC' : 'UTC is shown; switch to local time');
}
zoneButton.addEventListener('click', () => { zone.set(zone.get() === 'local' ? 'utc' : 'local'); nameZone(); show(); });
nameZone();

const dialog = document.getElementById('sign-in');
const field = document.getElementById('bearer');
const refused = document.getElementById('refused');
document.getElementById('key').addEventListener('click', () => dialog.showModal());
addEventListener('sign-in', () => { if (!dialog.open) dialog.showModal(); });
dialog.addEventListener('close', () => { field.value = ''; refused.hidden = true; });
document.getElementById('sign-out').addEventListener('click', () => become(''));
dialog.querySelector('form').addEventListener('submit', async event => {
  event.preventDefault();
  const key = field.value.trim();
  try {
    await api.check(key);
    become(key);
  } catch (error) {
    refused.textContent = error.status === 401 ? 'This key or token was refused. Check that it is complete, and not expired.' : error.message;
    refused.hidden = false;
    field.select();
  }
});
async function become(key) {
  api.bearer.set(key);
  dialog.close();
  await who();
  show();
}

async function who() {
  try {
    const session = await api.get('/session');
    document.getElementById('key').textContent = session.name === 'anonymous' ? 'Sign in' : session.name;
  } catch {
    // Whoever is not known is asked by the first call that needs it.
    document.getElementById('key').textContent = 'Sign in';
  }
}

addEventListener('hashchange', show);
who();
// What is looked up before the stream is open, and happens before that, would be told by neither.
const open = new Promise(done => api.listen(happened, value => done(state(value))));
const late = new Promise(done => setTimeout(done, 500, 'late'));
if (await Promise.race([open, late]) === 'late') state('down');
show();
