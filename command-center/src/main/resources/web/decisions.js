// How a decision is told, wherever it appears.

import { el, prepend, safely } from './dom.js';
import { compact, full, number, short, time } from './format.js';

const RISK = { LOW: ['ok', '● low risk'], MODERATE: ['warn', '◆ moderate risk'], HIGH: ['bad', '▲ high risk'], CRITICAL: ['bad', '■ critical'] };

export const riskBadge = level => el('span', { class: `badge ${(RISK[level] || [''])[0]}` }, (RISK[level] || ['', 'risk unknown'])[1]);
export const verdictBadge = decision => decision.verdict === 'APPROVED'
  ? el('span', { class: 'badge ok' }, decision.action === 'CANCEL' ? '↩ given back' : '✓ approved')
  : el('span', { class: 'badge bad' }, '✕ blocked');

const slot = placement => `${short(placement.region)}, ${time(placement.startsAt)} – ${time(placement.endsAt)}`;
/** What moving changed; nothing where it changed nothing. */
export const saved = decision =>
  [difference(decision.carbonSavedKg, 'kg CO₂'), difference(decision.waterSavedL, 'L water')].filter(Boolean).join(', ');
const difference = (value, unit) => Math.abs(value ?? 0) >= 0.005 ? `${compact(Math.abs(value))} ${unit} ${value > 0 ? 'saved' : 'added'}` : '';

/** Ids are long; their beginning tells them apart on a page. */
const nameOf = decision => short(decision.name) || `unnamed ${decision.requestId.slice(0, 8)}`;
/** An id is unique within its fleet; whoever uses it for something else is refused, which takes nothing from the first. */
export const keyOf = decision => [decision.fleet, decision.dryRun, decision.requestId,
  decision.reasons.some(reason => reason.code === 'REQUEST_ID_REUSED') ? decision.decidedAt : ''].join(' ');

/** Puts a decision on top of a list, in place of an earlier one on the same request. Trials are nobody else's business. */
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
    ...decision.reasons.slice(0, 2).map(reason => el('p', {}, short(reason.text, 400) || reason.code)),
    decision.counterOffer ? el('p', {}, `Would work: ${slot(decision.counterOffer.placement)}`) : null);
}

export function decisionCard(decision) {
  const good = decision.verdict === 'APPROVED';
  const evidence = decision.evidence;
  return el('div', { class: `verdict ${good ? 'ok' : 'bad'}`, 'data-verdict': decision.verdict },
    el('h3', {}, verdictBadge(decision), ' ', nameOf(decision), ' ', decision.dryRun ? el('span', { class: 'badge' }, 'dry run: nothing reserved') : null),
    good ? null : el('ul', { class: 'reasons' }, decision.reasons.map(reason => el('li', {}, short(reason.text, 400) || reason.code, ' ', el('span', { class: 'badge' }, reason.code)))),
    el('dl', {},
      decision.placement ? [el('dt', {}, 'Placed'), el('dd', {}, slot(decision.placement))] : null,
      decision.counterOffer ? [el('dt', {}, 'Counter-offer'), el('dd', { 'data-counter-offer': true }, `${slot(decision.counterOffer.placement)}, margin ${number(decision.counterOffer.marginC)} °C`)] : null,
      evidence ? [el('dt', {}, 'Bound in tightest hour'), el('dd', {}, `${number(evidence.bindingBoundC)} °C of ${number(evidence.limitC)} °C at ${full(evidence.bindingHour)}, in ${evidence.region}`),
        el('dt', {}, 'Margin'), el('dd', {}, `${number(evidence.bindingMarginC)} °C `, riskBadge(decision.riskLevel)),
        el('dt', {}, 'Forecast'), el('dd', {}, `${evidence.modelId}, issued ${full(evidence.forecastIssuedAt)}, ${evidence.calibrationSize} scores at ${number(evidence.confidence * 100, 0)} %`)] : null,
      decision.footprint ? [el('dt', {}, 'Footprint'), el('dd', {}, `${number(decision.footprint.energyMwh)} MWh, ${compact(decision.footprint.carbonKg)} kg CO₂, ${compact(decision.footprint.waterL)} L water`)] : null,
      saved(decision) ? [el('dt', {}, 'Against staying at home'), el('dd', {}, saved(decision))] : null,
      el('dt', {}, 'Request'), el('dd', {}, decision.requestId)));
}
