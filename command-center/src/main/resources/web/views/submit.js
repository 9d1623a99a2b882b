// Submit: ask for a place, with a trial first, and see at once what was decided and what it was weighed against.

import { get, post, remove } from '../api.js';
import { decisionCard, verdictBadge } from '../decisions.js';
import { el, failure, head, panel, toast } from '../dom.js';
import { compact, fromInput, number, short, time, toInput, zoneName } from '../format.js';

export const title = 'Submit';

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
  const result = el('div', { id: 'result', 'aria-live': 'polite' }, el('p', { class: 'soft' }, 'The answer appears here, with the numbers that decided.'));
  const slots = el('div', { class: 'scroll', id: 'slots', tabindex: 0, role: 'region', 'aria-label': 'Slots considered' }, el('p', { class: 'soft' }, 'A dry run also shows the best slot of each region.'));
  const dry = el('button', { type: 'button', id: 'dry-run', onclick: () => form.reportValidity() && trial() }, 'Dry run');
  const go = el('button', { type: 'submit', class: 'primary', id: 'go' }, 'Submit');
  const form = el('form', { class: 'form', onsubmit: event => { event.preventDefault(); submit(); } },
    field('Name', name, 'wide'), field('Home region, the baseline', home), field('Fleet', fleet),
    field('Power, MW', power), field('Duration, hours', hours),
    field(`Not before, ${zoneName()} (empty: next hour)`, earliest), field(`Done by, ${zoneName()} (empty: end of forecast)`, deadline),
    field('Priority', priority), el('div', { class: 'wide' }, el('p', { class: 'soft' }, 'May run in (none chosen: any of the fleet)'), allowed),
    el('div', { class: 'wide actions' }, dry, go));
  put(el('div', {}, head(title, 'Ask for a place. Approved means: in every hour, the upper bound with this load stays below the limit. Blocked comes with the reason and with what would work.'),
    el('div', { class: 'grid' }, panel('Workload', 'w5', form), el('section', { class: 'panel w7' }, el('header', {}, el('h2', {}, 'Decision')), result), panel('Slots considered', 'w12', slots))));

  // The id is made before the first try, so that trying again after a lost answer is the same request.
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
    result.replaceChildren(el('p', { class: 'soft' }, 'Waiting for the decision …'));
    show(await post('/workloads?wait=PT5S', { requestId: id, ...body(), dryRun: false }));
    id = crypto.randomUUID();
  });
  const trial = () => busy(async () => {
    result.replaceChildren(el('p', { class: 'soft' }, 'Trying …'));
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
    const give = decision.verdict === 'APPROVED' && !decision.dryRun && decision.action === 'SUBMIT' ? el('div', { class: 'actions' }, el('button', { onclick: () => cancel(decision) }, 'Give it back')) : null;
    const take = decision.counterOffer ? el('div', { class: 'actions' }, el('button', { onclick: () => accept(decision.counterOffer) }, 'Use the counter-offer')) : null;
    result.replaceChildren(decisionCard(decision), give || '', take || '');
  }
  async function cancel(decision) {
    await busy(async () => { const answer = await remove(`/workloads/${encodeURIComponent(decision.requestId)}?fleet=${encodeURIComponent(decision.fleet)}&wait=PT5S`); show(answer); toast('The place was given back.'); });
  }
  function accept(offer) {
    allowed.querySelectorAll('input,option').forEach(item => { item.checked = item.selected = item.value === offer.placement.region; });
    earliest.value = toInput(offer.placement.startsAt);
    deadline.value = toInput(offer.placement.endsAt);
    toast('The form now asks for the counter-offer.');
  }
  /** One trial per region: the best slot that each of them has. */
  async function compare() {
    const among = (picked().length ? picked() : own.map(region => region.region)).slice(0, 12);
    const answers = await Promise.all(among.map(region => post('/optimize?wait=PT5S', body([region])).then(answer => [region, answer.decision], () => [region, null])));
    const best = answers.filter(([, decision]) => decision?.placement).sort((a, b) => (a[1].footprint?.carbonKg ?? 0) - (b[1].footprint?.carbonKg ?? 0));
    const rows = [...best, ...answers.filter(([, decision]) => !decision?.placement)];
    slots.replaceChildren(el('table', {}, el('thead', {}, el('tr', {}, ...['Region', '', 'Best slot', 'Margin °C', 'Carbon kg', 'Water L', 'Why not'].map((text, at) => el('th', { scope: 'col', class: at > 2 && at < 6 ? 'n' : '' }, text)))),
      el('tbody', {}, rows.map(([region, decision]) => el('tr', {}, el('td', {}, region), el('td', {}, decision ? verdictBadge(decision) : 'no answer'), el('td', {}, decision?.placement ? `${time(decision.placement.startsAt)} – ${time(decision.placement.endsAt)}` : '–'), el('td', { class: 'n' }, number(decision?.evidence?.bindingMarginC)), el('td', { class: 'n' }, compact(decision?.footprint?.carbonKg)), el('td', { class: 'n' }, compact(decision?.footprint?.waterL)), el('td', { class: 'text' }, short(decision?.reasons[0]?.text, 400)))))));
  }
  return {
    on(type, decision) {
      if (type === 'decision' && decision.requestId === waitingFor && decision.fleet === fleet.value && !decision.dryRun) show({ requestId: waitingFor, decision });
    },
    // The form keeps what was typed; nothing here goes stale.
    refresh() {},
  };
}
