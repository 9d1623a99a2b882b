// Numbers with units, and times in the zone the reader chose.

let local = localStorage.getItem('zone') === 'local';

export const zone = {
  get: () => (local ? 'local' : 'utc'),
  set(value) { local = value === 'local'; localStorage.setItem('zone', value); },
};

/** From here on, digits are no longer read but only counted. */
const HUGE = 1e15;

export function number(value, digits = 1) {
  return !Number.isFinite(value)
    ? '–'
    : Math.abs(value) >= HUGE ? value.toExponential(2)
    : value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
}

/** At most four significant digits, with k and M. */
export function compact(value) {
  if (!Number.isFinite(value)) return '–';
  return Math.abs(value) >= HUGE ? value.toExponential(2) : Math.abs(value) < 1000 ? number(value, Math.abs(value) < 10 && value !== 0 ? 2 : 0)
    : value.toLocaleString('en', { notation: 'compact', maximumFractionDigits: 1 });
}

/** Text of a record, cut where a page is not the place to read on; control characters show as what they are. */
export const short = (text, most = 80) => {
  const shown = String(text ?? '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\u{fffd}');
  return shown.length > most ? `${shown.slice(0, most)}…` : shown;
};

export const signed = (value, digits = 0) => (value > 0 ? '+' : value < 0 ? '−' : '') + number(Math.abs(value), digits);
export const percent = (value, digits = 1) => (value === null || value === undefined ? '–' : number(value * 100, digits) + ' %');

const options = kind => ({ timeZone: local ? undefined : 'UTC', hourCycle: 'h23', ...kind });
/** The instant in milliseconds; NaN for what no calendar of the browser reaches. */
export const instant = value => (typeof value === 'number' ? new Date(value) : new Date(value ?? NaN)).getTime();
/** A record with a time beyond all calendars is shown as such: it must not keep the others from being shown. */
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

/** For a datetime-local input, in the chosen zone, and back. */
export function toInput(value) {
  const at = instant(value);
  return Number.isNaN(at) ? '' : new Date(at - (local ? new Date(at).getTimezoneOffset() * 60_000 : 0)).toISOString().slice(0, 16);
}
export const fromInput = text => (local ? new Date(text) : new Date(text + 'Z')).toISOString();
