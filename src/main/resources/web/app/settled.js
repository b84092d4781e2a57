/** How settled an answer is, how old, and why, in a line under its figures. */
import { html } from 'lit-html';
import { at } from './days.js';
import { REASONS } from './problems.js';
import { ago } from './words.js';

const WORDS = {
    partial: { badge: 'Partial', style: 'warn' },
    provisional: { badge: 'Provisional', style: '' },
    final: { badge: 'Final', style: 'good' },
};

const because = (day, today) => {
    if (day.status === 'provisional') {
        return 'a late sync may still change it';
    }
    if (day.status === 'final') {
        return 'nothing will change it any more';
    }
    return day.date === today
        ? 'the day is not over'
        : 'the device has not synced past the end of the day, or a part is missing';
};

/** @param now the service's clock, milliseconds; @param offset of the wearer's clock, or `null` where it is not known */
export function settled({ answer, today, now, offset }) {
    const { body, freshness } = answer;
    const { badge, style } = WORDS[body.status];
    return html`<p class="settled small soft">
        ${freshness.stale ? html`<span class="badge bad">Stale</span>` : ''}
        <span class=${`badge ${style}`}>${badge}</span>
        <span>
            ${freshness.stale ? html`${REASONS[freshness.because] ?? 'the cloud does not tell'}; ` : ''}${because(body, today)}.
            Fetched ${moment(body.fetchedAt, now, offset)}.
        </span>
    </p>`;
}

/** 12:15 (3 min ago); without the wearer's offset only how long ago. */
export function moment(time, now, offset) {
    const instant = Date.parse(time);
    const past = ago(Math.max(0, (now - instant) / 1000));
    if (offset === null || now - instant > 20 * 3_600_000) {
        return html`<time datetime=${time}>${past}</time>`;
    }
    return html`<time datetime=${time}>${at(instant, offset).clock}</time> (${past})`;
}
