/** Where somebody is: whose page, and which day. It stands in the address, so that it can be kept and shared. */
import { daysBetween, isDay, plusDays } from './days.js';

export const WINDOW_DAYS = 28;

/** Nobody wore a Fitbit before. */
export const FIRST_DAY = '2009-01-01';

/** `date` is `null` for today, whatever day that is by then. */
export function placeOf(address) {
    const query = new URL(address).searchParams;
    return { person: query.get('person') || null, date: query.get('date') || null };
}

export function addressOf({ person, date }) {
    const query = new URLSearchParams();
    if (person !== null) {
        query.set('person', person);
    }
    if (date !== null) {
        query.set('date', date);
    }
    return query.size === 0 ? '/' : `/?${query}`;
}

/** The day before or after, or `null` at the end, and where there is no day. */
export function neighbour(date, step, today) {
    if (date === null || !isDay(date)) {
        return null;
    }
    const day = plusDays(date, step);
    return day < FIRST_DAY || (today !== null && day > today) ? null : day;
}

/** The 28 days that are charted around a day: those up to today, or an earlier 28, so that they stay while one looks through them. */
export function windowAround(date, today) {
    if (!isDay(date) || date > today) {
        return { from: plusDays(today, 1 - WINDOW_DAYS), to: today };
    }
    const back = Math.floor(daysBetween(date, today) / WINDOW_DAYS) * WINDOW_DAYS;
    const to = plusDays(today, -back);
    return { from: plusDays(to, 1 - WINDOW_DAYS), to };
}
