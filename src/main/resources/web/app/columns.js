import { scaleBand } from 'd3-scale';
import { svg } from 'lit-html';
import { dayOfMonth, isMonday } from './days.js';
import { across, read, unread } from './figure.js';

/** What the charts with a column for each day have in common. */
export const TOP = 12;
export const AXIS = 22;

/** Where each day stands; `left` is the room for the labels of the other axis. */
export const dayScale = (days, width, left) => scaleBand(days, [left, width]).paddingInner(0.28).paddingOuter(0.14);

export const dayUnder = (event, x, days, width) => {
    const [from] = x.range();
    const index = Math.floor((across(event, width) - from) / x.step());
    return days[Math.min(days.length - 1, Math.max(0, index))];
};

/** Tells of the day under the pointer, and goes there when it is pressed. */
export const pointing = ({ x, days, width, tell, go }) => ({
    move: (event) => read(event, tell(dayUnder(event, x, days, width))),
    leave: unread,
    press: (event) => go(dayUnder(event, x, days, width)),
});

/** The shown day, set off. */
export const shownDay = (x, day, height) =>
    x(day) === undefined
        ? ''
        : svg`<rect class="shown" x=${x(day) - (x.step() - x.bandwidth()) / 2} y="0" rx="4"
            width=${x.step()} height=${height} />`;

/** Mondays are written; more would not fit. */
export const dayLabels = (x, days, y, width) =>
    days.filter(isMonday).map((day) => {
        const middle = x(day) + x.bandwidth() / 2;
        const anchor = middle > width - 24 ? 'end' : 'middle';
        return svg`<text class="label" x=${anchor === 'end' ? width : middle} y=${y} text-anchor=${anchor}>${dayOfMonth(day)}</text>`;
    });

/** A day of which nothing is known. */
export const nothingOn = (x, day, y) =>
    svg`<line class="nothing" x1=${x(day) + x.bandwidth() * 0.25} x2=${x(day) + x.bandwidth() * 0.75} y1=${y} y2=${y} />`;

/** A dashed line that shows on whatever it crosses. */
export const dashed = ([x1, y1], [x2, y2]) =>
    svg`<line class="casing" x1=${x1} x2=${x2} y1=${y1} y2=${y2} /><line class="mean" x1=${x1} x2=${x2} y1=${y1} y2=${y2} />`;
