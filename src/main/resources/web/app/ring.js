import { arc } from 'd3-shape';
import { html, svg } from 'lit-html';
import { isKnown, known } from './words.js';

const SIZE = 120;
const OUTER = 58;
const INNER = 47;

const round = arc().innerRadius(INNER).outerRadius(OUTER).cornerRadius(6).startAngle(0);

/** How much of a goal is reached; without a goal the figure alone. */
export const ring = ({ name, value, goal, write, unit }) => {
    const share = isKnown(value) && isKnown(goal) && goal > 0 ? value / goal : null;
    const reached = share !== null && share >= 1;
    return html`<li class="ring ${reached ? 'reached' : ''} ${share === null ? 'alone' : ''}">
        <div class="dial">
            ${share === null ? '' : dial(share)}
            <p class="figure">
                <strong>${known(value, write)}</strong>
                ${unit === '' ? '' : html`<span class="small soft">${unit}</span>`}
            </p>
        </div>
        <p class="name">${name}</p>
        ${isKnown(goal) ? html`<p class="small soft">${caption({ goal, share, write, unit })}</p>` : ''}
    </li>`;
};

const caption = ({ goal, share, write, unit }) => {
    const of = unit === '' ? write(goal) : `${write(goal)} ${unit}`;
    if (share === null) {
        return `Goal: ${of}`;
    }
    return share >= 1 ? html`<span class="done">Goal of ${of} reached</span>` : `${Math.floor(share * 100)} % of ${of}`;
};

const dial = (share) => svg`<svg viewBox="0 0 ${SIZE} ${SIZE}" aria-hidden="true">
    <g transform="translate(60 60)">
        <path class="track" d=${arc().innerRadius(INNER).outerRadius(OUTER)({ startAngle: 0, endAngle: 2 * Math.PI })} />
        ${share > 0 ? svg`<path class="reach" d=${round({ endAngle: 2 * Math.PI * Math.min(1, share) })} />` : ''}
    </g>
</svg>`;
