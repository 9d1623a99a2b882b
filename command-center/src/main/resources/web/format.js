// Numbers with units, and times in the zone the reader chose.

let local = localStorage.getItem('zone') === 'local';

export const zone = {
  get: () => (local ? 'local' : 'utc'),
  set(value) { local = value === 'local'; localStorage.setItem('zone', value); },
};

export function number(value, digits = 1) {
  return value === null || value === undefined || !Number.isFinite(value)
    ? '–'
    : value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
}

/** At most four significant digits, with k and M. */
export function compact(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  return Math.abs(value) < 1000 ? number(value, Math.abs(value) < 10 && value !== 0 ? 2 : 0)
    : value.toLocaleString('en', { notation: 'compact', maximumFractionDigits: 1 });
}

export const signed = (value, digits = 0) => (value > 0 ? '+' : value < 0 ? '−' : '') + number(Math.abs(value), digits);
export const percent = (value, digits = 1) => (value === null || value === undefined ? '–' : number(value * 100, digits) + ' %');

const options = kind => ({ timeZone: local ? undefined : 'UTC', hourCycle: 'h23', ...kind });
const write = (value, kind) => new Intl.DateTimeFormat('en-GB', options(kind)).format(new Date(value));

export const zoneName = () => (local ? 'local' : 'UTC');
export const clock = value => write(value, { hour: '2-digit', minute: '2-digit' });
export const day = value => write(value, { day: 'numeric', month: 'short' });
export const time = value => (value ? `${day(value)} ${clock(value)}` : '–');
export const full = value => (value ? `${time(value)} ${zoneName()}` : '–');

export function age(from, now = Date.now()) {
  const hours = (now - new Date(from)) / 3_600_000;
  return hours < 1 ? `${Math.max(0, Math.round(hours * 60))} min` : hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} d`;
}

/** For a datetime-local input, in the chosen zone, and back. */
export function toInput(value) {
  const at = new Date(value);
  return new Date(at - (local ? at.getTimezoneOffset() * 60_000 : 0)).toISOString().slice(0, 16);
}
export const fromInput = text => (local ? new Date(text) : new Date(text + 'Z')).toISOString();
