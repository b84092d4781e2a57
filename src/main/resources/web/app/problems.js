/** What to tell people where the service does not tell figures: one calm card for each kind of problem. */
import { html } from 'lit-html';
import { follow } from './links.js';
import { plural } from './words.js';

/** Why something is old, in the words of a half-sentence. */
export const REASONS = {
    'upstream-unavailable': 'the cloud does not answer',
    'upstream-unreadable': 'the cloud’s answer makes no sense',
    'budget-exhausted': 'the cloud allows no more calls for now',
    'reauthorisation-required': 'the account has to be connected again',
    'not-connected': 'the account is no longer connected',
    unreachable: 'this service does not answer',
};

/** Problems that leave nothing else to show. */
const ALONE = ['api-key-required', 'not-connected', 'unknown-person', 'bad-date', 'future-date'];

/** The problem that stands for the whole day: both halves have it. `null` where a half is told. */
export function problemOfDay({ sleep, activities }) {
    if (sleep.state !== 'problem' || activities.state !== 'problem') {
        return null;
    }
    return sleep.problem.type === activities.problem.type || ALONE.includes(sleep.problem.type) ? sleep.problem : null;
}

export const standsAlone = (problem) => ALONE.includes(problem.type);

const setup = (words) => html`<a class="button primary" href="/setup">${words}</a>`;
const retry = (page) => html`<button type="button" @click=${page.retry}>Try again</button>`;
const toToday = (page) =>
    html`<a class="button primary" href=${page.addressOf({ date: null })} @click=${follow(page.showToday)}>Go to today</a>`;

const KINDS = {
    'not-connected': () => ({
        title: 'Connect an account to begin',
        text: 'Nobody’s account is connected yet. It takes about two minutes, and your figures stay on this service.',
        action: setup('Connect an account'),
    }),
    'reauthorisation-required': () => ({
        title: 'The account has to be connected again',
        text: 'The cloud no longer accepts the connection. What is stored stays; new days come when it is connected again.',
        action: setup('Connect again'),
    }),
    'upstream-unavailable': (page, { detail }) => ({
        title: 'The cloud does not tell',
        text: `${detail} Nothing is stored for this day yet. It is tried again by itself.`,
        action: retry(page),
    }),
    'upstream-unreadable': (page) => ({
        title: 'The cloud’s answer makes no sense',
        text: 'Nothing is stored for this day yet. It is tried again by itself.',
        action: retry(page),
    }),
    'budget-exhausted': (page) => ({
        title: 'No calls are left for now',
        text: 'The cloud limits how often it may be asked. This day is fetched when it allows calls again.',
        action: retry(page),
    }),
    'unknown-person': (page) => ({
        title: 'Nobody has that name here',
        text: 'Choose somebody, or connect an account.',
        action: html`${page
            .people()
            .map(
                (name) =>
                    html`<a class="button" href=${page.addressOf({ person: name })}
                        @click=${follow(() => page.showPerson(name))}>${name}</a>`,
            )}
        ${setup('Connect an account')}`,
    }),
    'bad-date': (page) => ({
        title: 'That is not a day',
        text: 'The address of this page names a day that the calendar does not have.',
        action: toToday(page),
    }),
    'future-date': (page) => ({
        title: 'That day has not begun',
        text: 'It lies in the future of the person who wears the device.',
        action: toToday(page),
    }),
    unreachable: (page) => ({
        title: 'This service does not answer',
        text: 'It may be starting, or the network is away. It is tried again by itself.',
        action: retry(page),
    }),
};

const asTold = (page, { title, detail }) => ({ title, text: detail, action: retry(page) });

const after = ({ retryAfterSeconds }) =>
    retryAfterSeconds > 90
        ? html`<p class="small soft">That may take ${plural(Math.ceil(retryAfterSeconds / 60), 'minute', 'minutes')}.</p>`
        : '';

export function problemCard(problem, page) {
    const { title, text, action } = (KINDS[problem.type] ?? asTold)(page, problem);
    return html`<section class="card state stack" aria-labelledby="problem">
        ${moon}
        <h2 id="problem">${title}</h2>
        <p class="soft">${text}</p>
        ${after(problem)}
        <div class="cluster">${action}</div>
    </section>`;
}

/** The same in the place of one card's figures. */
export function problemNote(problem, page) {
    const { title, text, action } = (KINDS[problem.type] ?? asTold)(page, problem);
    return html`<div class="state stack">
        <p><strong>${title}</strong></p>
        <p class="soft">${text}</p>
        ${after(problem)}
        <div class="cluster">${action}</div>
    </div>`;
}

/** A sleeping moon, for where there is nothing to draw. */
export const moon = html`<svg class="moon" viewBox="0 0 64 64" aria-hidden="true">
    <path class="disc" d="M40.5 43.6A18.6 18.6 0 0 1 23.4 14.1 19.2 19.2 0 1 0 48.2 38.8a18.6 18.6 0 0 1-7.7 4.8Z" />
    <path class="zed" d="M40 12h8l-8 10h8M51 24h5l-5 6h5" />
</svg>`;
