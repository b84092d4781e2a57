/** The cards that look at 28 days at once. */
import { html } from 'lit-html';
import { dayOfMonth, daysOf } from './days.js';
import { nightsChart } from './nights-chart.js';
import { problemNote } from './problems.js';
import { regularityStrip } from './regularity-strip.js';
import { stepsChart } from './steps-chart.js';
import { awaited, duration, isKnown, known, number, plural } from './words.js';

export function chartCards(page) {
    const { nights, movement, analysis, window, sleep, activities, today } = page.known;
    const days = window === null ? [] : daysOf(window.from, window.to);
    const metrics = analysis.state === 'told' ? analysis.body.metrics : null;
    return html`
        ${card({
            name: 'nights-card',
            title: `Sleep, ${period(days)}`,
            answer: nights,
            shown: sleep,
            page,
            draw: (byDay) => html`
                <p class="lead">
                    <strong>${awaited(analysis, (body) => body.metrics.minutesAsleep.value, duration)}</strong>
                    <span class="soft">asleep a night${spread(metrics)}</span>
                </p>
                ${nightsChart({ days, nights: byDay, mean: metrics?.minutesAsleep.value, shown: page.date(), page })}
            `,
        })}
        ${card({
            name: 'steps-card',
            title: `Steps, ${period(days)}`,
            answer: movement,
            shown: activities,
            page,
            draw: (byDay) => html`
                <p class="lead">
                    <strong>${known(meanSteps(days.filter((day) => day !== today), byDay), number)}</strong>
                    <span class="soft">steps a day${days.includes(today) ? ', today left out' : ''}</span>
                </p>
                ${stepsChart({ days, moves: byDay, goal: goalOf(page, byDay), shown: page.date(), page })}
            `,
        })}
        ${card({
            name: 'regularity-card',
            title: `Regularity, ${period(days)}`,
            answer: nights,
            shown: sleep,
            page,
            draw: (byDay) => html`
                <div class="sides">
                    ${index(analysis)}
                    ${regularityStrip({ days, nights: byDay, metrics, shown: page.date(), page })}
                </div>
            `,
        })}
    `;
}

const period = (days) => (days.length === 0 ? '28 days' : `${dayOfMonth(days[0])} to ${dayOfMonth(days.at(-1))}`);

/** @param shown the answer about the shown day, which may be newer than the range's */
function card({ name, title, answer, shown, page, draw }) {
    const told = answer.state === 'told';
    return html`<section class="card ${name}" aria-labelledby=${name} aria-busy=${answer.state === 'loading'}>
        <h2 id=${name}>${title}</h2>
        ${answer.state === 'loading' ? html`<div class="skeleton" aria-hidden="true"><div class="bone drawing"></div></div>` : ''}
        ${answer.state === 'problem' ? problemNote(answer.problem, page) : ''}
        ${told ? draw(byDate(shown.state === 'told' ? [...answer.body.days, shown.body] : answer.body.days)) : ''}
        ${told ? missing(answer.body.missing) : ''}
    </section>`;
}

const byDate = (days) => new Map(days.map((day) => [day.date, day]));

const missing = (days) =>
    days.length === 0 ? '' : html`<p class="small soft">${plural(days.length, 'day', 'days')} could not be had now.</p>`;

const spread = (metrics) =>
    metrics?.minutesAsleep.deviation == null ? '' : `, give or take ${duration(metrics.minutesAsleep.deviation)}`;

const meanSteps = (days, byDay) => {
    const told = days.map((day) => byDay.get(day)?.steps).filter(isKnown);
    return told.length === 0 ? null : told.reduce((sum, steps) => sum + steps, 0) / told.length;
};

/** The goal of the shown day, else the latest that is known. */
const goalOf = (page, byDay) => {
    const { activities } = page.known;
    const shown = activities.state === 'told' ? activities.body.goals?.steps : null;
    return shown ?? [...byDay.values()].findLast((day) => day.goals?.steps != null)?.goals.steps ?? null;
};

function index(analysis) {
    const metric = analysis.state === 'told' ? analysis.body.metrics.sleepRegularityIndex : null;
    return html`<div class="index">
        <p class="hero">
            <strong>${awaited(analysis, () => metric.value, number)}</strong>
            <span class="soft">Sleep Regularity Index</span>
        </p>
        <p class="small soft">
            100 is the same every day, 0 is chance.
            ${metric === null ? '' : restsOn(metric)}
        </p>
    </div>`;
}

const restsOn = (metric) =>
    metric.value === null
        ? `It needs at least ${metric.parameters.minimumPairs} pairs of days that follow each other.`
        : `From ${plural(metric.pairs, 'pair', 'pairs')} of days.`;
