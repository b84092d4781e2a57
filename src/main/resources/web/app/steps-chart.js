import { scaleLinear } from 'd3-scale';
import { html, svg } from 'lit-html';
import { AXIS, TOP, dashed, dayLabels, dayScale, nothingOn, pointing, shownDay } from './columns.js';
import { shortDay } from './days.js';
import { figure } from './figure.js';
import { dayLink } from './links.js';
import { distance, isKnown, known, knownText, number } from './words.js';

const LEFT = 46;
const HEIGHT = 264;
const BOTTOM = HEIGHT - AXIS;

/** Steps of each day, with the goal of the shown one. */
export function stepsChart({ days, moves, goal, shown, page }) {
    const says = `Steps of each day${isKnown(goal) ? `; dashed: the goal of ${number(goal)}` : ''}`;
    return figure({
        name: 'steps',
        says,
        draw: (width) => drawing({ days, moves, goal, shown, page, says, width }),
        table: table(days, moves, page, says),
    });
}

function drawing({ days, moves, goal, shown, page, says, width }) {
    const x = dayScale(days, width, LEFT);
    const steps = days.map((day) => moves.get(day)?.steps).filter(isKnown);
    const y = scaleLinear([0, Math.max(goal ?? 0, 4000, ...steps)], [BOTTOM, TOP]).nice(4);
    const { move, leave, press } = pointing({
        x,
        days,
        width,
        tell: (day) => `${shortDay(day)} · ${knownText(moves.get(day)?.steps, number)} steps`,
        go: page.show,
    });
    return svg`<svg class="days" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label=${says}
            @pointermove=${move} @pointerleave=${leave} @click=${press}>
        ${shownDay(x, shown, BOTTOM + 2)}
        ${y.ticks(4).map(
            (tick) => svg`
                <line class="tick" x1=${LEFT} x2=${width} y1=${y(tick)} y2=${y(tick)} />
                <text class="label" x="0" y=${y(tick)} dy="0.35em">${number(tick)}</text>`,
        )}
        ${days.map((day) => {
            const count = moves.get(day)?.steps;
            return isKnown(count)
                ? svg`<rect class="moved" x=${x(day)} width=${x.bandwidth()} rx="2"
                    y=${y(count)} height=${y(0) - y(count)} />`
                : nothingOn(x, day, BOTTOM - 6);
        })}
        ${isKnown(goal) ? dashed([LEFT, y(goal)], [width, y(goal)]) : ''}
        ${dayLabels(x, days, HEIGHT - 4, width)}
    </svg>`;
}

const table = (days, moves, page, caption) => html`<table>
    <caption class="visually-hidden">${caption}</caption>
    <thead>
        <tr><th scope="col">Day</th><th scope="col">Steps</th><th scope="col">Distance, km</th><th scope="col">Floors</th></tr>
    </thead>
    <tbody>
        ${days.toReversed().map((day) => {
            const move = moves.get(day);
            return html`<tr>
                <th scope="row">${dayLink(page, day)}</th>
                <td>${known(move?.steps, number)}</td>
                <td>${known(move?.distanceMeters, distance)}</td>
                <td>${known(move?.floors, number)}</td>
            </tr>`;
        })}
    </tbody>
</table>`;
