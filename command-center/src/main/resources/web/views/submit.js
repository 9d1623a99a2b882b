// Submit: request a placement, or try it in a dry run, and see the decision and the best slot of each region.

import { get, post, remove } from '../api.js';
import { decisionCard, verdictBadge } from '../decisions.js';
import { el, failure, head, panel, toast } from '../dom.js';
import { fromInput, mass, number, readable, short, time, toInput, volume, zoneName } from '../format.js';

export const title = 'Submit';
/** A dry run asks for the best slot of at most so many regions. */
const COMPARED = 12;
/** The form keeps its values while another view is open. */
let draft = null;

export async function open(_, put) {
  const regions = (await get('/regions')).items;
  const fleets = [...new Set(regions.map(region => region.fleet).filter(Boolean))];
  const field = (label, input, more = '') => el('label', { class: more }, label, input);
  const name = el('input', { id: 'name', maxlength: 200, placeholder: 'nightly-training', autocomplete: 'off' });
  const fleet = el('select', { id: 'fleet' }, (fleets.length ? fleets : ['global']).map(id => el('option', {}, id)));
  const home = el('select', { id: 'home' });
  const power = el('input', { id: 'power', type: 'number', min: 0.001, max: 10000, step: 'any', value: 5, required: true });
  const hours = el('input', { id: 'hours', type: 'number', min: 1, max: 168, step: 1, value: 4, required: true });
  const earliest = el('input', { id: 'earliest', type: 'datetime-local', step: 3600 });
  const deadline = el('input', { id: 'deadline', type: 'datetime-local', step: 3600 });
  const priority = el('select', { id: 'priority' }, ['LOW', 'NORMAL', 'HIGH', 'CRITICAL'].map(id => el('option', { value: id }, id.toLowerCase())));
  priority.value = 'NORMAL';
  const allowed = el('div', { role: 'group', 'aria-label': 'Allowed regions' });
  let own = [];
  /** A workload may move within its fleet only. */
  function offerRegions() {
    own = regions.filter(region => region.fleet === fleet.value);
    home.replaceChildren(el('option', { value: '' }, 'none'), ...own.map(region => el('option', { value: region.region }, region.displayName)));
    if (own.length) home.value = own[0].region;
    allowed.replaceChildren(own.length <= 12
      ? el('div', { class: 'row' }, own.map(region => el('label', { class: 'tick' }, el('input', { type: 'checkbox', value: region.region, checked: true }), region.displayName)))
      : el('select', { multiple: true, size: 6, 'aria-label': 'Allowed regions; none chosen means all' }, own.map(region => el('option', { value: region.region }, region.displayName))));
  }
  fleet.addEventListener('change', offerRegions);
  offerRegions();
  const result = el('div', { id: 'result', 'aria-live': 'polite' }, el('p', { class: 'soft' }, 'The decision appears here, with the figures behind it.'));
  const slots = el('div', { class: 'scroll', id: 'slots', tabindex: 0, role: 'region', 'aria-label': 'Best slot by region' }, slotsHint());
  const dry = el('button', { type: 'button', id: 'dry-run', onclick: () => form.reportValidity() && dryRun() }, 'Dry run');
  const go = el('button', { type: 'submit', class: 'primary', id: 'go' }, 'Submit');
  const form = el('form', { class: 'form', onsubmit: event => { event.preventDefault(); submit(); } },
    field('Name', name, 'wide'), field('Home region (baseline)', home), field('Fleet', fleet),
    field('Power, MW', power), field('Duration, hours', hours),
    field(`Not before, ${zoneName()} (empty: next full hour)`, earliest), field(`Done by, ${zoneName()} (empty: end of forecast)`, deadline),
    field('Priority', priority), el('div', { class: 'wide' }, el('p', { class: 'soft' }, 'Allowed regions (none chosen: all of the fleet)'), allowed),
    el('div', { class: 'wide actions' }, dry, go));
  put(el('div', {}, head(title, 'Request a placement. Approved: with this load, the upper bound stays below the limit in every hour. Blocked: the decision names the reason and, where there is one, a counter-offer.'),
    el('div', { class: 'grid' }, panel('Workload', 'w5', form), el('section', { class: 'panel w7' }, el('header', {}, el('h2', {}, 'Decision')), result), panel('Best slot by region', 'w12', slots))));

  const inputs = { name, home, power, hours, priority };
  const times = { earliest, deadline };
  /** Times are kept as instants, because the zone may change meanwhile. */
  function keep() {
    draft = {
      fleet: fleet.value, regions: picked(),
      values: Object.entries(inputs).map(([id, input]) => [id, input.value]),
      instants: Object.entries(times).map(([id, input]) => [id, input.value && fromInput(input.value)]),
    };
  }
  function restore() {
    if (!draft) return;
    fleet.value = draft.fleet;
    offerRegions();
    draft.values.forEach(([id, value]) => { inputs[id].value = value; });
    draft.instants.forEach(([id, value]) => { times[id].value = value && toInput(value); });
    allowed.querySelectorAll('input,option').forEach(item => { item.checked = item.selected = draft.regions.includes(item.value); });
  }
  restore();
  form.addEventListener('input', keep);
  form.addEventListener('change', keep);

  // The id is made before the first attempt, so that a retry after a lost answer is the same request.
  let id = crypto.randomUUID();
  let waitingFor = null;

  const picked = () => [...allowed.querySelectorAll(':checked')].map(item => item.value);
  function body(regionsAllowed = picked()) {
    return {
      fleet: fleet.value, name: name.value.trim(), homeRegion: home.value, powerMw: Number(power.value), durationHours: Number(hours.value),
      earliestStart: earliest.value ? fromInput(earliest.value) : null, deadline: deadline.value ? fromInput(deadline.value) : null,
      priority: priority.value, allowedRegions: regionsAllowed.length === own.length ? [] : regionsAllowed,
    };
  }
  async function busy(work) {
    dry.disabled = go.disabled = true;
    try { await work(); } catch (error) { result.replaceChildren(failure(error)); } finally { dry.disabled = go.disabled = false; }
  }
  const submit = () => busy(async () => {
    waitingFor = id;
    slots.replaceChildren(slotsHint());
    result.replaceChildren(el('p', { class: 'soft' }, 'Waiting for the decision …'));
    show(await post('/workloads?wait=PT5S', { requestId: id, ...body(), dryRun: false }));
    id = crypto.randomUUID();
  });
  const dryRun = () => busy(async () => {
    slots.replaceChildren(slotsHint());
    result.replaceChildren(el('p', { class: 'soft' }, 'Waiting for the decision …'));
    show(await post('/optimize?wait=PT5S', body()));
    await compare();
  });
  function show(answer) {
    if (!answer.decision) {
      waitingFor = answer.requestId;
      result.replaceChildren(el('div', { class: 'notice' }, `Accepted as ${answer.requestId}. The decision will appear here.`));
      return;
    }
    waitingFor = null;
    const decision = answer.decision;
    const give = decision.verdict === 'APPROVED' && !decision.dryRun && decision.action === 'SUBMIT' ? el('div', { class: 'actions' }, el('button', { onclick: () => cancel(decision) }, 'Release')) : null;
    const take = decision.counterOffer ? el('div', { class: 'actions' }, el('button', { onclick: () => accept(decision.counterOffer) }, 'Use the counter-offer')) : null;
    result.replaceChildren(decisionCard(decision), give || '', take || '');
  }
  async function cancel(decision) {
    await busy(async () => { const answer = await remove(`/workloads/${encodeURIComponent(decision.requestId)}?fleet=${encodeURIComponent(decision.fleet)}&wait=PT5S`); show(answer); toast('The placement was released.'); });
  }
  function accept(offer) {
    allowed.querySelectorAll('input,option').forEach(item => { item.checked = item.selected = item.value === offer.placement.region; });
    earliest.value = toInput(offer.placement.startsAt);
    deadline.value = toInput(offer.placement.endsAt);
    keep();
    toast('The form now holds the counter-offer. Submit it to request it.');
  }
  /** One dry run per region: the best slot of each. With many regions, the home region and those with the largest margins. */
  async function compare() {
    const allowedNames = picked().length ? picked() : own.map(region => region.region);
    const marginOf = name => (name === home.value ? Infinity : own.find(region => region.region === name)?.marginC ?? -Infinity);
    const among = [...allowedNames].sort((a, b) => marginOf(b) - marginOf(a) || 0).slice(0, COMPARED);
    const answers = await Promise.all(among.map(region => post('/optimize?wait=PT5S', body([region])).then(answer => [region, answer.decision], () => [region, null])));
    const best = answers.filter(([, decision]) => decision?.placement).sort((a, b) => (a[1].footprint?.carbonKg ?? 0) - (b[1].footprint?.carbonKg ?? 0));
    const rows = [...best, ...answers.filter(([, decision]) => !decision?.placement)];
    slots.replaceChildren(among.length < allowedNames.length ? el('p', { class: 'soft' }, `${among.length} of ${allowedNames.length} regions: the home region and those with the largest margins.`) : '', el('table', {}, el('thead', {}, el('tr', {}, ...['Region', '', 'Best slot', 'Margin °C', 'Carbon', 'Water', 'Reason'].map((text, at) => el('th', { scope: 'col', class: at > 2 && at < 6 ? 'n' : '' }, text)))),
      el('tbody', {}, rows.map(([region, decision]) => el('tr', {}, el('td', {}, region), el('td', {}, decision ? verdictBadge(decision) : 'no answer'), el('td', {}, decision?.placement ? `${time(decision.placement.startsAt)} – ${time(decision.placement.endsAt)}` : '–'), el('td', { class: 'n' }, number(decision?.evidence?.bindingMarginC)), el('td', { class: 'n' }, mass(decision?.footprint?.carbonKg).join(' ')), el('td', { class: 'n' }, volume(decision?.footprint?.waterL).join(' ')), el('td', { class: 'text' }, readable(decision?.reasons[0]?.text)))))));
  }
  return {
    on(type, decision) {
      if (type === 'decision' && decision.requestId === waitingFor && decision.fleet === fleet.value && !decision.dryRun) show({ requestId: waitingFor, decision });
    },
    // Nothing here goes stale.
    refresh() {},
  };
}

const slotsHint = () => el('p', { class: 'soft' }, 'A dry run also shows the best slot of each region.');
