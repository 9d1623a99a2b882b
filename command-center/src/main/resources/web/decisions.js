// A decision as a list item and as a card, the same in every view.

import { el, prepend, safely } from './dom.js';
import { carbon, energy, full, number, readable, short, time, water } from './format.js';

const RISK = { LOW: ['ok', '● low risk'], MODERATE: ['warn', '◆ moderate risk'], HIGH: ['bad', '▲ high risk'], CRITICAL: ['bad', '■ critical'] };

export const riskBadge = level => el('span', { class: `badge ${(RISK[level] || [''])[0]}` }, (RISK[level] || ['', 'risk unknown'])[1]);
export const verdictBadge = decision => decision.verdict === 'APPROVED'
  ? el('span', { class: 'badge ok' }, decision.action === 'CANCEL' ? '↩ released' : '✓ approved')
  : el('span', { class: 'badge bad' }, '✕ blocked');

const slot = placement => `${short(placement.region)}, ${time(placement.startsAt)} – ${time(placement.endsAt)}`;
/** The difference to the home region; empty if there is none. */
export const saved = decision =>
  [difference(decision.carbonSavedKg, carbon), difference(decision.waterSavedL, water)].filter(Boolean).join(', ');
const difference = (value, amount) => Math.abs(value ?? 0) >= 0.005 ? `${amount(Math.abs(value))} ${value > 0 ? 'saved' : 'added'}` : '';

/** Ids are long; the first characters distinguish them on a page. */
const nameOf = decision => short(decision.name) || `unnamed ${decision.requestId.slice(0, 8)}`;
/** An id is unique within its fleet. The refusal of another request under a used id does not replace the first decision. */
export const keyOf = decision => [decision.fleet, decision.dryRun, decision.requestId,
  decision.reasons.some(reason => reason.code === 'REQUEST_ID_REUSED') ? decision.decidedAt : ''].join(' ');

/** Puts a decision on top of a list, in place of an earlier one on the same request. Dry runs are shown only to their caller. */
export function addDecision(list, decision) {
  if (!decision.dryRun) prepend(list, decisionItem(decision, true));
}

export const decisionItem = (decision, isNew = false) => safely(() => item(decision, isNew), 'li', keyOf(decision));

function item(decision, isNew) {
  return el('li', { class: isNew ? 'new' : null, 'data-key': keyOf(decision) },
    el('div', { class: 'row' },
      verdictBadge(decision), decision.dryRun ? el('span', { class: 'badge' }, 'dry run') : null,
      el('strong', {}, nameOf(decision)),
      el('time', { datetime: decision.decidedAt }, time(decision.decidedAt))),
    el('p', {}, `${number(decision.powerMw)} MW for ${decision.durationHours} h`,
      decision.placement ? ` → ${slot(decision.placement)}` : decision.homeRegion ? ` from ${short(decision.homeRegion)}` : '',
      decision.evidence && decision.placement ? ` · margin ${number(decision.evidence.bindingMarginC)} °C` : ''),
    decision.placement && saved(decision) ? el('p', {}, saved(decision)) : null,
    ...decision.reasons.slice(0, 2).map(reason => el('p', {}, readable(reason.text) || reason.code)),
    decision.counterOffer ? el('p', {}, `Counter-offer: ${slot(decision.counterOffer.placement)}`) : null);
}

export function decisionCard(decision) {
  const good = decision.verdict === 'APPROVED';
  const evidence = decision.evidence;
  return el('div', { class: `verdict ${good ? 'ok' : 'bad'}`, 'data-verdict': decision.verdict },
    el('h3', {}, verdictBadge(decision), ' ', nameOf(decision), ' ', decision.dryRun ? el('span', { class: 'badge' }, 'dry run: nothing reserved') : null),
    good ? null : el('ul', { class: 'reasons' }, decision.reasons.map(reason => el('li', {}, readable(reason.text) || reason.code, ' ', el('span', { class: 'badge' }, reason.code)))),
    el('dl', {},
      decision.placement ? [el('dt', {}, 'Placed'), el('dd', {}, slot(decision.placement))] : null,
      decision.counterOffer ? [el('dt', {}, 'Counter-offer'), el('dd', { 'data-counter-offer': true }, `${slot(decision.counterOffer.placement)}, margin ${number(decision.counterOffer.marginC)} °C`)] : null,
      evidence ? [el('dt', {}, 'Peak upper bound'), el('dd', {}, `${number(evidence.bindingBoundC)} °C of ${number(evidence.limitC)} °C at ${full(evidence.bindingHour)}, in ${evidence.region}`),
        el('dt', {}, 'Margin'), el('dd', {}, `${number(evidence.bindingMarginC)} °C `, riskBadge(decision.riskLevel)),
        el('dt', {}, 'Forecast'), el('dd', {}, `${evidence.modelId}, issued ${full(evidence.forecastIssuedAt)}, calibrated on ${number(evidence.calibrationSize, 0)} past forecasts, ${number(evidence.confidence * 100, 0)} %`)] : null,
      decision.footprint ? [el('dt', {}, 'Footprint'), el('dd', {}, `${energy(decision.footprint.energyMwh).join(' ')}, ${carbon(decision.footprint.carbonKg)}, ${water(decision.footprint.waterL)}`)] : null,
      saved(decision) ? [el('dt', {}, 'Compared with the home region'), el('dd', {}, saved(decision))] : null,
      el('dt', {}, 'Request'), el('dd', {}, decision.requestId)));
}
