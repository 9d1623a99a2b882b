// Numbers with units, and times in the zone that the reader chose.

let local = localStorage.getItem('zone') === 'local';

export const zone = {
  get: () => (local ? 'local' : 'utc'),
  set(value) { local = value === 'local'; localStorage.setItem('zone', value); },
};

/** Larger numbers are written as powers of ten. */
const HUGE = 1e15;

export function number(value, digits = 1) {
  return !Number.isFinite(value)
    ? '–'
    : Math.abs(value) >= HUGE ? value.toExponential(2)
    : value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
}

/** Three significant digits. */
export function significant(value) {
  if (!Number.isFinite(value)) return '–';
  return Math.abs(value) >= HUGE ? value.toExponential(2)
    : (value === 0 ? 0 : value).toLocaleString('en', { maximumSignificantDigits: 3 });
}

/** An amount as [number, unit]: three significant digits, in the larger unit from a thousand on. */
const scaled = (value, small, large) => Math.abs(value) >= 999.5 ? [significant(value / 1000), large] : [significant(value), small];
export const mass = kg => scaled(kg ?? NaN, 'kg', 't');
export const volume = litres => scaled(litres ?? NaN, 'L', 'm³');
export const energy = mwh => scaled(mwh ?? NaN, 'MWh', 'GWh');
export const carbon = kg => `${mass(kg).join(' ')} CO₂`;
export const water = litres => `${volume(litres).join(' ')} water`;

/** Text of a record, shortened for the page; control characters are shown as replacement characters. */
export const short = (text, most = 80) => {
  const shown = String(text ?? '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\u{fffd}');
  return shown.length > most ? `${shown.slice(0, most)}…` : shown;
};

/** Instants as records write them, whole minutes or seconds. */
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z/g;
/** The text of a reason or an advisory, with its instants in the chosen zone. */
export const readable = text => short(text, 400).replace(INSTANT, value => full(value));

/** The sign is that of the rounded value: nothing is "−0". */
export function signed(value, digits = 0) {
  const rounded = Number(Math.abs(value).toFixed(digits));
  return (rounded === 0 ? '' : value > 0 ? '+' : value < 0 ? '−' : '') + number(Math.abs(value), digits);
}
export const percent = (value, digits = 1) => (value === null || value === undefined ? '–' : number(value * 100, digits) + ' %');

const options = kind => ({ timeZone: local ? undefined : 'UTC', hourCycle: 'h23', ...kind });
/** The instant in milliseconds; NaN for an instant that the browser cannot represent. */
export const instant = value => (typeof value === 'number' ? new Date(value) : new Date(value ?? NaN)).getTime();
/** An instant that cannot be represented is shown as invalid, so that the rest of the page is still shown. */
const write = (value, kind) => {
  const at = instant(value);
  return Number.isNaN(at) ? INVALID : new Intl.DateTimeFormat('en-GB', options(kind)).format(at);
};
const INVALID = 'invalid time';

export const zoneName = () => (local ? 'local' : 'UTC');
export const clock = value => write(value, { hour: '2-digit', minute: '2-digit' });
export const day = value => write(value, { day: 'numeric', month: 'short' });
export const time = value => (!value ? '–' : Number.isNaN(instant(value)) ? INVALID : `${day(value)} ${clock(value)}`);
export const full = value => (!value || Number.isNaN(instant(value)) ? time(value) : `${time(value)} ${zoneName()}`);

export function age(from, now = Date.now()) {
  const hours = (now - instant(from)) / 3_600_000;
  return Number.isNaN(hours) ? INVALID : hours < 1 ? `${Math.max(0, Math.round(hours * 60))} min` : hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} d`;
}

/** The value of a datetime-local input in the chosen zone, and back. */
export function toInput(value) {
  const at = instant(value);
  return Number.isNaN(at) ? '' : new Date(at - (local ? new Date(at).getTimezoneOffset() * 60_000 : 0)).toISOString().slice(0, 16);
}
export const fromInput = text => (local ? new Date(text) : new Date(text + 'Z')).toISOString();
