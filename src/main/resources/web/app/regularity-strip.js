import { scaleLinear } from 'd3-scale';
import { html, svg } from 'lit-html';
import { clock, clockMinutes, clockOfMinutes, dayOfMonth, isMonday, minutesOfClock, shortDay } from './days.js';
import { across, figure, read, unread } from './figure.js';
import { dayLink } from './links.js';
import { duration, known, unknown } from './words.js';

const LEFT = 54;
const ROW = 8;
const GAP = 2;
const AXIS = 22;
const DAY = 1440;

/** Every sleep of each day on the clock: the straighter the edges, the more regular. */
export function regularityStrip({ days, nights, metrics, shown, page }) {
    const says = `Nights in blue, other sleep in teal${metrics?.bedtime.value == null ? '' : '; dashed: mean bedtime and waking'}`;
    const rowsFrom = (start) => days.map((day) => ({ day, sleeps: sleepsOf(nights.get(day), day, start) }));
    const start = startOf(metrics?.midSleep.value ?? null, rowsFrom);
    const rows = rowsFrom(start);
    return figure({
        name: 'regularity',
        says,
        draw: (width) => drawing({ rows, start, metrics, shown, page, says, width }),
        table: table(rows, page, says),
    });
}

/** Where on the clock the rows begin: about twelve hours from the usual mid-sleep, where the fewest sleeps are cut. */
function startOf(midSleep, rowsFrom) {
    const opposite = midSleep === null ? DAY / 2 : Math.round(minutesOfClock(midSleep) / 60) * 60 + DAY / 2;
    const cuts = (start) => rowsFrom(start).flatMap(({ sleeps }) => sleeps).filter(({ pieces }) => pieces.length > 1).length;
    const starts = [0, 1, -1, 2, -2, 3, -3].map((hours) => (opposite + hours * 60 + DAY) % DAY);
    return starts.reduce((best, start) => (cuts(start) < cuts(best) ? start : best));
}

/** The sleeps of a day as stretches of a row that begins at `start`; one that runs over its end goes on at its beginning. */
function sleepsOf(night, day, start) {
    return (night?.logs ?? [])
        .filter((log) => log.startTime !== null && log.endTime !== null)
        .map((log) => {
            const from = (((clockMinutes(log.startTime, day) - start) % DAY) + DAY) % DAY;
            const to = from + Math.min(DAY, clockMinutes(log.endTime, day) - clockMinutes(log.startTime, day));
            const pieces = to <= DAY ? [[from, to]] : [[from, DAY], [0, to - DAY]];
            return { log, pieces };
        });
}

function drawing({ rows, start, metrics, shown, page, says, width }) {
    const x = scaleLinear([0, DAY], [LEFT, width - 2]);
    const y = (index) => GAP + index * (ROW + GAP);
    const bottom = y(rows.length);
    const every = width > 560 ? 180 : 360;
    const firstHour = (every - (start % every)) % every;
    const hours = Array.from({ length: DAY / every }, (_, i) => firstHour + i * every);
    const usual = [metrics?.bedtime.value, metrics?.wakeTime.value]
        .filter((time) => time != null)
        .map((time) => (minutesOfClock(time) - start + 2 * DAY) % DAY);
    const rowUnder = (event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const index = Math.floor((((event.clientY - box.top) / box.height) * (bottom + AXIS) - GAP) / (ROW + GAP));
        return rows[Math.min(rows.length - 1, Math.max(0, index))];
    };
    const tell = (event) => {
        const { day, sleeps } = rowUnder(event);
        const minute = x.invert(across(event, width));
        const under = sleeps.find(({ pieces }) => pieces.some(([from, to]) => from <= minute && minute <= to));
        const log = (under ?? sleeps.find((sleep) => sleep.log.mainSleep))?.log;
        read(event, `${shortDay(day)} · ${log === undefined ? 'unknown' : `${clock(log.startTime)} to ${clock(log.endTime)}`}`);
    };

    return svg`<svg class="days" viewBox="0 0 ${width} ${bottom + AXIS}" role="img" aria-label=${says}
            @pointermove=${tell} @pointerleave=${unread} @click=${(event) => page.show(rowUnder(event).day)}>
        ${hours.map(
            (minutes) => svg`
                <line class="tick" x1=${x(minutes)} x2=${x(minutes)} y1="0" y2=${bottom + 3} />
                <text class="label" x=${x(minutes)} y=${bottom + AXIS - 4}
                    text-anchor="middle">${clockOfMinutes(minutes + start)}</text>`,
        )}
        ${rows.map(
            ({ day, sleeps }, index) => svg`
                ${day === shown ? svg`<rect class="shown" x="0" width=${width} y=${y(index) - GAP} height=${ROW + 2 * GAP} rx="3" />` : ''}
                ${isMonday(day) ? svg`<text class="label" x="0" y=${y(index) + ROW / 2} dy="0.35em">${dayOfMonth(day)}</text>` : ''}
                ${sleeps.length === 0 ? svg`<line class="nothing" x1=${x(DAY / 2) - 5} x2=${x(DAY / 2) + 5} y1=${y(index) + ROW / 2} y2=${y(index) + ROW / 2} />` : ''}
                ${sleeps.flatMap(({ log, pieces }) =>
                    pieces.map(
                        ([from, to]) => svg`<rect class=${log.mainSleep ? 'night' : 'other'} rx="2"
                            x=${x(from)} width=${Math.max(2, x(to) - x(from))} y=${y(index)} height=${ROW} />`,
                    ),
                )}`,
        )}
        ${usual.map((minutes) => svg`<line class="mean" x1=${x(minutes)} x2=${x(minutes)} y1="0" y2=${bottom} />`)}
    </svg>`;
}

const table = (rows, page, caption) => html`<table>
    <caption class="visually-hidden">${caption}</caption>
    <thead><tr><th scope="col">Day</th><th scope="col">Sleeps</th></tr></thead>
    <tbody>
        ${rows.toReversed().map(
            ({ day, sleeps }) => html`<tr>
                <th scope="row">${dayLink(page, day)}</th>
                <td>
                    ${sleeps.length === 0
                        ? unknown
                        : sleeps.map(
                              ({ log }, i) =>
                                  html`${i > 0 ? ', ' : ''}${clock(log.startTime)} to ${clock(log.endTime)} (${known(log.minutesAsleep, duration)})`,
                          )}
                </td>
            </tr>`,
        )}
    </tbody>
</table>`;
