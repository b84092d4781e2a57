import { scaleLinear } from 'd3-scale';
import { html, svg } from 'lit-html';
import { AXIS, TOP, dashed, dayLabels, dayScale, nothingOn, pointing, shownDay } from './columns.js';
import { clock, clockMinutes, clockOfMinutes, shortDay } from './days.js';
import { figure } from './figure.js';
import { dayLink } from './links.js';
import { duration, known, knownText } from './words.js';

const LEFT = 46;
const LENGTHS = 96;
const GAP = 16;
const TIMES = 118;
const HEIGHT = TOP + LENGTHS + GAP + TIMES + AXIS;
const HOUR = 60;

/** How long each night was, and from when to when. */
export function nightsChart({ days, nights, mean, shown, page }) {
    const says = `Hours asleep, and from bedtime to waking${mean == null ? '' : '; dashed: the mean'}`;
    return figure({
        name: 'nights',
        says,
        draw: (width) => drawing({ days, nights, mean, shown, page, says, width }),
        table: table(days, nights, page, says),
    });
}

const tell = (day, night) =>
    `${shortDay(day)} · ${knownText(night?.minutesAsleep, duration)} · ` +
    `${knownText(night?.startTime, clock)} to ${knownText(night?.endTime, clock)}`;

function drawing({ days, nights, mean, shown, page, says, width }) {
    const x = dayScale(days, width, LEFT);
    const told = days.map((day) => nights.get(day)).filter((night) => night?.minutesAsleep != null);
    const longest = Math.max(9 * HOUR, ...told.map((night) => night.minutesAsleep));
    const length = scaleLinear([0, Math.ceil(longest / HOUR) * HOUR], [TOP + LENGTHS, TOP]);
    const timed = told.filter((night) => night.startTime !== null && night.endTime !== null);
    const starts = timed.map((night) => clockMinutes(night.startTime, night.date));
    const ends = timed.map((night) => clockMinutes(night.endTime, night.date));
    const earliest = Math.floor(Math.min(-2 * HOUR, ...starts) / HOUR) * HOUR;
    const latest = Math.ceil(Math.max(8 * HOUR, ...ends) / HOUR) * HOUR;
    const top = TOP + LENGTHS + GAP;
    const time = scaleLinear([earliest, latest], [top, top + TIMES]);
    const every = latest - earliest > 15 * HOUR ? 6 * HOUR : 3 * HOUR;
    const hours = Array.from({ length: 16 }, (_, i) => (i - 6) * every).filter((m) => m >= earliest && m <= latest);
    const { move, leave, press } = pointing({
        x,
        days,
        width,
        tell: (day) => tell(day, nights.get(day)),
        go: page.show,
    });

    return svg`<svg class="days" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label=${says}
            @pointermove=${move} @pointerleave=${leave} @click=${press}>
        ${shownDay(x, shown, HEIGHT - AXIS + 2)}
        ${[0, 4 * HOUR, 8 * HOUR].map(
            (minutes) => svg`
                <line class="tick" x1=${LEFT} x2=${width} y1=${length(minutes)} y2=${length(minutes)} />
                <text class="label" x="0" y=${length(minutes)} dy="0.35em">${minutes / HOUR} h</text>`,
        )}
        ${hours.map(
            (minutes) => svg`
                <line class="tick" x1=${LEFT} x2=${width} y1=${time(minutes)} y2=${time(minutes)} />
                <text class="label" x="0" y=${time(minutes)} dy="0.35em">${clockOfMinutes(minutes)}</text>`,
        )}
        ${days.map((day) => {
            const night = nights.get(day);
            if (night?.minutesAsleep == null) {
                return [nothingOn(x, day, length(0) - 6), nothingOn(x, day, (time(earliest) + time(latest)) / 2)];
            }
            const column = svg`<rect class="asleep" x=${x(day)} width=${x.bandwidth()} rx="2"
                y=${length(night.minutesAsleep)} height=${length(0) - length(night.minutesAsleep)} />`;
            if (night.startTime === null || night.endTime === null) {
                return column;
            }
            const from = time(clockMinutes(night.startTime, day));
            return [column, svg`<rect class="in-bed" x=${x(day)} width=${x.bandwidth()} rx="2"
                y=${from} height=${Math.max(2, time(clockMinutes(night.endTime, day)) - from)} />`];
        })}
        ${mean == null ? '' : dashed([LEFT, length(mean)], [width, length(mean)])}
        ${dayLabels(x, days, HEIGHT - 4, width)}
    </svg>`;
}

const table = (days, nights, page, caption) => html`<table>
    <caption class="visually-hidden">${caption}</caption>
    <thead>
        <tr>
            <th scope="col">Night to</th>
            <th scope="col">Asleep</th>
            <th scope="col">Bedtime</th>
            <th scope="col">Waking</th>
            <th scope="col">Efficiency</th>
        </tr>
    </thead>
    <tbody>
        ${days.toReversed().map((day) => {
            const night = nights.get(day);
            return html`<tr>
                <th scope="row">${dayLink(page, day)}</th>
                <td>${known(night?.minutesAsleep, duration)}</td>
                <td>${known(night?.startTime, clock)}</td>
                <td>${known(night?.endTime, clock)}</td>
                <td>${known(night?.efficiency, (percent) => `${percent} %`)}</td>
            </tr>`;
        })}
    </tbody>
</table>`;
