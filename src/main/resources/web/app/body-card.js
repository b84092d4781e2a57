/** Heart, body and vitals of the day. They are asked for only while somebody has them open, as each costs the cloud's budget. */
import { html } from 'lit-html';
import { problemNote } from './problems.js';
import { settled } from './settled.js';
import { duration, isKnown, known, number, precise, signed } from './words.js';

const OPEN = 'body-open';

/** Kept in this browser, so that a tablet on the wall shows them every day. */
export const wasOpen = () => localStorage.getItem(OPEN) === 'true';
export const rememberOpen = (open) => localStorage.setItem(OPEN, open);

/** What lies below the lowest zone is no exertion. */
const ZONES = { fatBurn: 'Fat burn', cardio: 'Cardio', peak: 'Peak' };

const heart = ({ restingHeartRate, heartRateVariability, heartRateZones }) => [
    ['Resting pulse', known(restingHeartRate, perMinute)],
    ['Variability', known(heartRateVariability?.dailyRmssdMilliseconds, milliseconds)],
    ['In deep sleep', known(heartRateVariability?.deepSleepRmssdMilliseconds, milliseconds)],
    ...(heartRateZones ?? [])
        .filter(({ name }) => name in ZONES)
        .map(({ name, minutes }) => [ZONES[name], known(minutes, duration)]),
];

const body = ({ weightKilograms, fatPercent, bmi }) => [
    ['Weight', known(weightKilograms, (kilograms) => `${precise(kilograms)} kg`)],
    ['Fat', known(fatPercent, percent)],
    ['Body mass index', known(bmi, precise)],
];

const vitals = ({ oxygenSaturation, breathsPerMinute, skinTemperatureDeviationCelsius, cardioFitness }) => [
    ['Oxygen saturation', known(oxygenSaturation?.averagePercent, percent)],
    ['Breathing', known(breathsPerMinute, (breaths) => `${precise(breaths)}/min`)],
    ['Skin temperature', known(skinTemperatureDeviationCelsius, (degrees) => `${signed(degrees)} °C`)],
    ['Cardio fitness', known(cardioFitness, span)],
];

const perMinute = (beats) => `${number(beats)}/min`;
const milliseconds = (value) => `${number(value)} ms`;
const percent = (value) => `${precise(value)} %`;

/** The estimated VO2 max; a single number is told as both ends. */
const span = ({ vo2MaxLow, vo2MaxHigh }) => [...new Set([vo2MaxLow, vo2MaxHigh].filter(isKnown).map(precise))].join(' to ');

const GROUPS = [
    { name: 'heart', title: 'Heart', figures: heart },
    { name: 'body', title: 'Body', figures: body },
    { name: 'vitals', title: 'Vitals of the night', figures: vitals },
];

export const bodyCard = (page) => html`
    <details class="card body-card" ?open=${page.bodyOpen} @toggle=${(event) => page.openBody(event.currentTarget.open)}>
        <summary><h2>Heart, body and vitals</h2></summary>
        ${page.bodyOpen ? html`<div class="groups">${GROUPS.map((group) => section(group, page))}</div>` : ''}
    </details>
`;

function section({ name, title, figures }, page) {
    const answer = page.known[name];
    return html`<section class=${name} aria-labelledby="${name}-title" aria-busy=${answer.state === 'loading'}>
        <h3 id="${name}-title">${title}</h3>
        ${answer.state === 'loading' ? html`<div class="skeleton" aria-hidden="true"><div class="bone lines"></div></div>` : ''}
        ${answer.state === 'problem' ? problemNote(answer.problem, page) : ''}
        ${answer.state === 'told'
            ? html`<dl class="numbers minor">
                      ${figures(answer.body).map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
                  </dl>
                  ${settled({ answer, today: page.known.today, now: page.now(), offset: page.offset() })}`
            : ''}
    </section>`;
}
