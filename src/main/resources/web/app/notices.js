/** What somebody should know before reading the figures. */
import { html } from 'lit-html';
import { REASONS } from './problems.js';
import { plural } from './words.js';

const DAY = 86_400_000;
const SOON_DAYS = 14;

export function notices(page) {
    const { status, sleep, activities } = page.known;
    const person = status.state === 'told' ? status.body.people.find((one) => one.person === page.person()) : undefined;
    return [connection(person), expiry(person, page.now()), scopes(person), stale([sleep, activities], person)];
}

const setup = (words) => html`<a class="button" href="/setup">${words}</a>`;

const connection = (person) =>
    person?.connection === 'reauthorisation-required'
        ? html`<div class="notice bad" role="status">
              <p><strong>The account has to be connected again.</strong> What is stored stays here; new days come when it is connected.</p>
              ${setup('Connect again')}
          </div>`
        : '';

function expiry(person, now) {
    const left = person?.grantExpiresAt == null ? Infinity : (Date.parse(person.grantExpiresAt) - now) / DAY;
    return left > SOON_DAYS || person.connection !== 'connected'
        ? ''
        : html`<div class="notice warn" role="status">
              <p><strong>The connection ends ${left < 1 ? 'within a day' : `in ${plural(Math.floor(left), 'day', 'days')}`}.</strong> Connect again before that to miss nothing.</p>
              ${setup('Connect again')}
          </div>`;
}

const scopes = (person) =>
    (person?.missingScopes ?? []).length === 0
        ? ''
        : html`<div class="notice warn" role="status">
              <p><strong>Not everything was allowed.</strong> These were left out when connecting: ${person.missingScopes.join(', ')}.</p>
              ${setup('Connect again')}
          </div>`;

function stale(answers, person) {
    const old = answers.find((answer) => answer.state === 'told' && answer.freshness.stale);
    if (old === undefined || person?.connection === 'reauthorisation-required') {
        return '';
    }
    const reason = REASONS[old.freshness.because] ?? 'the cloud does not tell';
    return html`<div class="notice warn" role="status">
        <p><strong>What you see is not fresh</strong>: ${reason}. It is tried again by itself.</p>
    </div>`;
}
