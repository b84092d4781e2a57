import { html, svg } from 'lit-html';
import { clock, weekDay } from './days.js';
import { hypnogram } from './hypnogram.js';
import { moon, problemNote } from './problems.js';
import { moment, settled } from './settled.js';
import { minutesOf } from './stages.js';
import { awaited, bigDuration, duration, isKnown, known } from './words.js';

const MAIN_HEIGHT = 216;
const OTHER_HEIGHT = 112;

/** The night: how long, from when to when, its course and its numbers. */
export function sleepCard(page) {
    const { sleep, timeline, analysis } = page.known;
    return html`<section class="card sleep" aria-labelledby="sleep-title" aria-busy=${sleep.state === 'loading'}>
        <h2 id="sleep-title">${page.isToday() ? 'Last night' : `Night to ${weekDay(page.date())}`}</h2>
        ${sleep.state === 'loading' ? skeleton : ''}
        ${sleep.state === 'problem' ? problemNote(sleep.problem, page) : ''}
        ${sleep.state === 'told' ? told(page, sleep, timeline, analysis) : ''}
    </section>`;
}

const skeleton = html`<div class="skeleton" aria-hidden="true">
    <div class="bone hero"></div>
    <div class="bone drawing"></div>
    <div class="bone lines"></div>
</div>`;

function told(page, sleep, timeline, analysis) {
    const day = sleep.body;
    return html`
        ${day.logs.length === 0 ? nothing(page, day) : night(day, timeline, analysis)}
        ${settled({ answer: sleep, today: page.known.today, now: page.now(), offset: page.offset() })}
    `;
}

function nothing(page, day) {
    const waiting = day.status !== 'final' && page.isToday();
    return html`<div class="state stack">
        ${moon}
        <p><strong>${waiting ? 'Last night has not arrived yet' : 'No sleep is known for this night'}</strong></p>
        <p class="soft">
            ${waiting
                ? html`The night appears here when the device has synced with its app.
                      ${isKnown(day.deviceSyncedAt)
                          ? html`It last did ${moment(day.deviceSyncedAt, page.now(), page.offset())}.`
                          : ''}`
                : 'The device was not worn, or it told nothing.'}
        </p>
    </div>`;
}

function night(day, timeline, analysis) {
    const logs = timeline.state === 'told' && timeline.body.date === day.date ? timeline.body.logs : [];
    const course = (log) => logs.find((candidate) => candidate.id === log.id && candidate.segments.length > 0);
    const main = day.logs.find((log) => log.mainSleep);
    const others = day.logs.filter((log) => !log.mainSleep);
    return html`
        <div class="summary">
            <p class="hero">
                <strong>${known(day.minutesAsleep, bigDuration)}</strong>
                <span class="soft">asleep</span>
            </p>
            <dl class="numbers">
                ${fact('Bedtime', known(day.startTime, clock))} ${fact('Waking', known(day.endTime, clock))}
                ${fact('In bed', known(day.minutesInBed, duration))}
                ${fact('Efficiency', known(day.efficiency, (percent) => `${percent} %`))}
            </dl>
        </div>
        ${main !== undefined && course(main) !== undefined
            ? hypnogram(course(main), { height: MAIN_HEIGHT, title: 'The course of the night' })
            : ''}
        ${main === undefined ? '' : levels(main)}
        <dl class="numbers minor">
            ${main === undefined || minutesOf(main) === null ? fact('Awake', known(day.minutesAwake, duration)) : ''}
            ${fact('To fall asleep', known(day.minutesToFallAsleep, duration))}
            ${fact('Naps', known(day.naps, (naps) => (naps.count === 0 ? 'none' : `${naps.count}, ${duration(naps.minutesAsleep)}`)))}
            ${fact('With naps', known(day.totalMinutesAsleep, duration))}
            ${fact('28-night mean', usual(analysis))}
        </dl>
        ${others.length === 0
            ? ''
            : html`<div class="others">${others.map((log) => other(log, course(log)))}</div>`}
    `;
}

const fact = (name, value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const usual = (analysis) => awaited(analysis, ({ metrics }) => metrics.minutesAsleep.value, duration);

/** How the time in bed was spent. */
function levels(log) {
    const minutes = minutesOf(log);
    if (minutes === null) {
        return '';
    }
    const all = minutes.reduce((sum, lane) => sum + lane.minutes, 0);
    return html`<ul class="levels">
        ${minutes.map(
            (lane) => html`<li>
                <span class="swatch ${lane.stage}" aria-hidden="true"></span>
                <span>${lane.name}</span>
                <span class="share soft">${all === 0 ? '' : `${Math.round((100 * lane.minutes) / all)} %`}</span>
                <strong>${duration(lane.minutes)}</strong>
                ${svg`<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="track" width="100" height="4" />
                    <rect class="stage ${lane.stage}" width=${all === 0 ? 0 : (100 * lane.minutes) / all} height="4" />
                </svg>`}
            </li>`,
        )}
    </ul>`;
}

/** A nap, or another part of a split night. */
const other = (log, course) => html`<div>
    <h3>
        ${known(log.startTime, clock)} to ${known(log.endTime, clock)}
        <span class="soft">· ${known(log.minutesAsleep, duration)} asleep</span>
    </h3>
    ${course === undefined
        ? ''
        : hypnogram(course, { height: OTHER_HEIGHT, title: 'Its course' })}
</div>`;
