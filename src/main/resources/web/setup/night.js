/** Last night's sleep, by the public interface, as the proof that a connection works. */
import { html, nothing } from 'lit-html';
import { call } from './calls.js';
import { trouble } from './parts.js';

/** Today's night, or what the service says instead. */
export const lastNight = (person) => call('GET', `/sleep/today?person=${encodeURIComponent(person)}`);

const hours = (minutes) => `${Math.floor(minutes / 60)} h ${minutes % 60} min`;

/** The wearer's clock, whatever the clock of the one who looks. */
const clock = (time) => time.slice(11, 16);

export function nightCard(answer, person) {
    if (answer === null) {
        return html`<p role="status">Asking the cloud for last night…</p>`;
    }
    if (!answer.ok) {
        return trouble(answer.problem);
    }
    const night = answer.body;
    const link = html`<p><a class="button primary" href="/?person=${encodeURIComponent(person)}">See all figures</a></p>`;
    if (night.minutesAsleep === null) {
        return html`<section class="card stack" aria-labelledby="night-title">
            <h2 id="night-title">Connected. There is no sleep for last night yet.</h2>
            <p>The cloud answers. The night appears when the wristband has synced with the phone.</p>
            ${link}
        </section>`;
    }
    return html`<section class="card stack" aria-labelledby="night-title">
        <h2 id="night-title">Last night</h2>
        <p class="asleep">${hours(night.minutesAsleep)} <span class="soft">asleep</span></p>
        <dl class="figures">
            <div><dt>From</dt><dd>${clock(night.startTime)}</dd></div>
            <div><dt>To</dt><dd>${clock(night.endTime)}</dd></div>
            <div><dt>Efficiency</dt><dd>${night.efficiency} %</dd></div>
            ${night.stages === null
                ? nothing
                : [['Deep', 'deep'], ['REM', 'rem'], ['Light', 'light'], ['Awake', 'wake']].map(
                      ([label, stage]) => html`<div><dt>${label}</dt><dd>${hours(night.stages[stage])}</dd></div>`,
                  )}
        </dl>
        ${link}
    </section>`;
}
