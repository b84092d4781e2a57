/**
 * Dates and times as the service tells them. A day is a `yyyy-MM-dd` of the wearer, a time has the offset that held for the
 * wearer then. Nothing here knows the zone of the browser.
 */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const midnight = (day) => Date.parse(`${day}T00:00:00Z`);

export const plusDays = (day, count) => new Date(midnight(day) + count * DAY).toISOString().slice(0, 10);

export const daysBetween = (from, to) => Math.round((midnight(to) - midnight(from)) / DAY);

export const isDay = (word) =>
    /^\d{4}-\d{2}-\d{2}$/.test(word) &&
    !Number.isNaN(midnight(word)) &&
    new Date(midnight(word)).toISOString().startsWith(word);

/** The days from one to another, both included. */
export const daysOf = (from, to) => Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => plusDays(from, i));

const written = (options) => {
    const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
    return (day) => (isDay(day) ? format.format(midnight(day)) : day);
};

/** Saturday 21 November 2026 */
export const longDay = written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
/** Saturday 21 November */
export const dayAndMonth = written({ weekday: 'long', day: 'numeric', month: 'long' });
/** Sat 21 Nov */
export const shortDay = written({ weekday: 'short', day: 'numeric', month: 'short' });
/** Saturday */
export const weekDay = written({ weekday: 'long' });
/** 21 Nov */
export const dayOfMonth = written({ day: 'numeric', month: 'short' });

export const isMonday = (day) => new Date(midnight(day)).getUTCDay() === 1;

/** `Z` or `+01:00` at the end of a time. */
export const offsetOf = (time) => /(Z|[+-]\d{2}:\d{2})$/.exec(time)?.[1] ?? 'Z';

const offsetMinutes = (offset) => {
    if (offset === 'Z') {
        return 0;
    }
    const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
    return offset.startsWith('-') ? -minutes : minutes;
};

/** 23:12, as the clock of the wearer showed it. */
export const clock = (time) => time.slice(11, 16);

/** An instant as the clock at this offset shows it: `{day, clock}`. */
export const at = (instant, offset) => {
    const local = new Date(instant + offsetMinutes(offset) * MINUTE).toISOString();
    return { day: local.slice(0, 10), clock: local.slice(11, 16) };
};

/** Minutes on the wearer's clock since the day began; negative the evening before. */
export const clockMinutes = (time, day) => (Date.parse(`${time.slice(0, 19)}Z`) - midnight(day)) / MINUTE;

/** 1440 and -60 alike are told as times of day. */
export const clockOfMinutes = (minutes) => {
    const ofDay = ((Math.round(minutes) % 1440) + 1440) % 1440;
    return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
};

/** `23:45` as minutes of the day. */
export const minutesOfClock = (word) => Number(word.slice(0, 2)) * 60 + Number(word.slice(3, 5));

/** The full hours between two instants, each with what the wearer's clock showed; `offsetAt` knows the offset of an instant. */
export const fullHours = (from, to, offsetAt, everyHours) => {
    const hours = [];
    for (let instant = Math.ceil(from / (15 * MINUTE)) * 15 * MINUTE; instant <= to; instant += 15 * MINUTE) {
        const shown = at(instant, offsetAt(instant)).clock;
        if (shown.endsWith(':00') && Number(shown.slice(0, 2)) % everyHours === 0) {
            hours.push({ instant, clock: shown });
        }
    }
    return hours;
};
