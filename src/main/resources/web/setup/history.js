/** Asking for the days of the past: from the cloud, piece by piece, or from an export. */
import { html, nothing } from 'lit-html';
import { field, filled } from './parts.js';

const JOBS = { waiting: 'waits', running: 'is being fetched', done: 'is there', failed: 'could not be fetched' };

export function historyStep(wizard) {
    const { person, busy, history, lastDay } = wizard.state;
    const ask = (event) => wizard.askForHistory(person, filled(event));
    return html`<div class="stack">
        <form class="card stack" @submit=${ask}>
            <p>The service fetches older days little by little, newest first, so that the cloud’s limit is not used up. A year takes about half an hour. It goes on after a restart.</p>
            <div class="dates">
                ${field({ name: 'from', label: 'From', type: 'date', required: true, min: '2009-01-01', max: lastDay })}
                ${field({ name: 'to', label: 'To', type: 'date', required: true, value: lastDay, min: '2009-01-01', max: lastDay })}
            </div>
            <div class="cluster"><button type="submit" class="primary" ?disabled=${busy}>Fetch these days</button></div>
        </form>
        ${history === null
            ? nothing
            : html`<section class="card stack" aria-labelledby="asked" role="status">
                  <h2 id="asked">Asked for</h2>
                  ${Object.entries(history).map(
                      ([kind, job]) => html`<div>
                          <p id="job-${kind}">${kind}: ${job.daysDone} of ${job.daysTotal} days; ${JOBS[job.state] ?? job.state}${job.reason === null ? nothing : ` (${job.reason})`}</p>
                          <progress aria-labelledby="job-${kind}" max=${job.daysTotal} value=${job.daysDone}></progress>
                      </div>`,
                  )}
              </section>`}
        <div class="cluster"><button type="button" @click=${() => wizard.go('people')}>Back</button></div>
    </div>`;
}

export function importStep(wizard) {
    const { upload, busy, wish } = wizard.state;
    const send = (event) => {
        event.preventDefault();
        const file = event.currentTarget.elements.file.files[0];
        wizard.import(wish.person, file);
    };
    return html`<div class="stack">
        <form class="card stack" @submit=${send}>
            <p>Ask for your data at <a href="https://takeout.google.com" target="_blank" rel="noopener noreferrer">takeout.google.com</a> (only <em>Fitbit</em> or <em>Google Health</em>) and download the zip. Choose it here as it is.</p>
            <div class="field">
                <label for="file">The zip file</label>
                <input id="file" name="file" type="file" accept=".zip,application/zip" required />
            </div>
            <div class="cluster">
                <button type="submit" class="primary" ?disabled=${busy}>Import for ${wish.person}</button>
                <button type="button" @click=${() => wizard.go('cloud')}>Back</button>
            </div>
        </form>
        ${upload === null ? nothing : html`<section class="card stack" aria-labelledby="progress-title">
            <h2 id="progress-title">${upload.title}</h2>
            <progress aria-labelledby="progress-title" max="1" .value=${upload.part}></progress>
            <p role="status">${upload.words}</p>
            ${upload.refused?.length ? html`<ul>${upload.refused.map(({ file, reason }) => html`<li><code>${file}</code>: ${reason}</li>`)}</ul>` : nothing}
        </section>`}
    </div>`;
}
