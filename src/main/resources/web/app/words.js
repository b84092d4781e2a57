/** How figures are written. `null` is not known, and is said so; it never becomes a 0. */
import { html } from 'lit-html';

export const UNKNOWN = '–';

export const unknown = html`<span class="unknown"
    ><span aria-hidden="true">${UNKNOWN}</span><span class="visually-hidden">unknown</span></span
>`;

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const difference = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const kilometres = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const isKnown = (value) => value !== null && value !== undefined;

/** Writes what is known, and a dash that is read as "unknown" for the rest. */
export const known = (value, write) => (isKnown(value) ? write(value) : unknown);

/** The same for a figure in an answer that may still be on its way. */
export const awaited = (answer, of, write) =>
    answer.state === 'loading'
        ? html`<span aria-hidden="true">…</span>`
        : known(answer.state === 'told' ? of(answer.body) : null, write);

/** The same as text. */
export const knownText = (value, write) => (isKnown(value) ? write(value) : 'unknown');

export const number = (value) => whole.format(value);

/** 71.3 */
export const precise = (value) => oneDecimal.format(value);

/** +0.3 */
export const signed = (value) => difference.format(value);

export const distance = (meters) => kilometres.format(meters / 1000);

/** 6 h 32 min */
export const duration = (minutes) => {
    const all = Math.round(minutes);
    const hours = Math.floor(all / 60);
    return hours === 0 ? `${all} min` : `${hours} h ${String(all % 60).padStart(2, '0')} min`;
};

/** The same with units that step back. */
export const bigDuration = (minutes) => {
    const all = Math.round(minutes);
    const hours = Math.floor(all / 60);
    const rest = String(all % 60).padStart(hours === 0 ? 1 : 2, '0');
    return html`${hours === 0 ? '' : html`${hours}<span class="unit"> h </span>`}${rest}<span class="unit"> min</span>`;
};

/** 3 min ago */
export const ago = (seconds) => {
    if (seconds < 60) {
        return 'just now';
    }
    if (seconds < 3600) {
        return `${Math.floor(seconds / 60)} min ago`;
    }
    if (seconds < 2 * 86_400) {
        return `${Math.floor(seconds / 3600)} h ago`;
    }
    return `${Math.floor(seconds / 86_400)} days ago`;
};

export const plural = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;
