/** Connecting one person: choose the cloud, say which app, consent, come back. */
import { html, nothing } from 'lit-html';
import { wordsAbout } from './clouds.js';
import { copyable, field, filled } from './parts.js';

const NAME = '[a-z0-9][a-z0-9._\\-]{0,39}';

export function cloudStep(wizard) {
    const { choices, person, wish } = wizard.state;
    const choose = (event) => {
        const { name, choice } = filled(event);
        wizard.choose(person ?? name, choices[Number(choice)]);
    };
    return html`<form class="stack" @submit=${choose}>
        ${person === null
            ? field({
                  name: 'name',
                  label: 'What is the person called here?',
                  hint: 'A short name for addresses: a–z, 0–9, dots and dashes, such as anna.',
                  required: true,
                  pattern: NAME,
                  title: 'a-z, 0-9, dots, dashes and underscores',
              })
            : nothing}
        <fieldset class="stack">
            <legend>Where are the data?</legend>
            ${choices.map((choice, index) => {
                const words = wordsAbout(choice);
                return html`<label class="choice card">
                    <input type="radio" name="choice" value=${index} required ?checked=${wish?.choice === choice || choices.length === 1} />
                    <span>
                        <span class="cluster"><strong>${words.name}</strong><span class="badge ${words.badge.kind}">${words.badge.words}</span></span>
                        <span class="what">${words.what}</span>
                        <span class="small soft">${words.state}</span>
                    </span>
                </label>`;
            })}
        </fieldset>
        ${buttons(wizard, 'Next', 'people')}
    </form>`;
}

export function appStep(wizard) {
    const { choice, person } = wizard.state.wish;
    const words = wordsAbout(choice);
    const begin = (event) => {
        const { clientId, clientSecret, redirectUri, verifier } = filled(event);
        wizard.begin({ clientId, clientSecret, redirectUri: verifier ? 'oob' : redirectUri });
    };
    return html`<form class="stack" @submit=${begin}>
        ${choice.configured
            ? html`<div class="notice good"><p>Client id and client secret come from the configuration. There is nothing to enter.</p></div>
                  ${copyable('redirect', 'The redirect address that has to be registered with the app', choice.redirectUri)}`
            : html`<section class="card stack" aria-labelledby="register">
                      <h2 id="register">Register your own app</h2>
                      ${words.steps}
                      ${copyable('redirect', 'Redirect address to register', choice.redirectUri)}
                      ${whyLocalhost(choice)}
                  </section>
                  ${field({ name: 'clientId', label: 'Client id', hint: 'Also called consumer key.' })}
                  ${field({ name: 'clientSecret', label: 'Client secret', type: 'password', hint: html`It is kept encrypted and never shown again. ${wizard.isKnown(person) ? 'Leave both empty to keep what is stored.' : nothing}`, autocomplete: 'off' })}`}
        <details>
            <summary>The app has another redirect address</summary>
            <div class="stack">
                ${field({ name: 'redirectUri', label: 'The address that is registered with the app', hint: 'Exactly as it stands there. You can paste what the browser ends on, wherever that is.', placeholder: choice.redirectUri })}
                ${choice.auth === 'oauth1'
                    ? html`<label class="cluster"><input type="checkbox" name="verifier" value="yes" /> Show me a code to type in instead</label>`
                    : nothing}
            </div>
        </details>
        ${buttons(wizard, 'Go on to the consent page', 'cloud')}
    </form>`;
}

function whyLocalhost(choice) {
    return isHere(choice.redirectUri)
        ? nothing
        : html`<p class="hint">Why <code>localhost</code>? ${choice.cloud === 'google-health' ? 'Google accepts no addresses of a home network' : 'Clouds accept such addresses seldom'}, so the browser cannot come back to this service by itself. It ends on a page that does not load, and you paste that page’s address here.</p>`;
}

/** Whether the browser can come back to this very service. */
const isHere = (redirectUri) => redirectUri.startsWith(`${location.origin}/`);

export function consentStep(wizard) {
    const { pending, busy } = wizard.state;
    const words = wordsAbout(pending.choice);
    const byCode = pending.redirectUri === 'oob';
    const comesBack = isHere(pending.redirectUri);
    const finish = (event) => wizard.finish(filled(event).pasted);
    return html`<div class="stack">
        <section class="card stack" aria-labelledby="open">
            <h2 id="open">1. Open the consent page</h2>
            <p>${words.account}</p>
            <p><a class="button primary" href=${pending.consentUrl} target="_blank" rel="noopener noreferrer" aria-label="Open the consent page in a new tab">Open the consent page</a></p>
            <p class="hint">You have until ${time(pending.expiresAt)}.</p>
        </section>
        <section class="card stack" aria-labelledby="back">
            <h2 id="back">2. Come back</h2>
            ${comesBack
                ? html`<p>After you have allowed it, that tab says that ${pending.person} is connected, and this page goes on by itself. If it ends anywhere else, paste its address here.</p>`
                : byCode
                  ? html`<p>The page shows a code. Type or paste it here.</p>`
                  : html`<p>After you have allowed it, the browser ends on a page that <strong>does not load</strong>. That is expected. Copy the whole address from the address bar, come back to this tab, and paste it here.</p>`}
            <form class="stack" @submit=${finish}>
                ${field({ name: 'pasted', label: byCode ? 'Code' : 'Address that the browser ended on', required: true, placeholder: byCode ? nothing : 'http://localhost:8080/setup/callback?…' })}
                <div class="cluster"><button type="submit" class=${comesBack ? '' : 'primary'} ?disabled=${busy}>Finish</button></div>
            </form>
        </section>
        <div class="cluster"><button type="button" @click=${() => wizard.go('people')}>Cancel</button></div>
    </div>`;
}

const time = (instant) => new Date(instant).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });

function buttons(wizard, words, back) {
    return html`<div class="cluster">
        <button type="submit" class="primary" ?disabled=${wizard.state.busy}>${words}</button>
        <button type="button" @click=${() => wizard.go(back)}>Back</button>
    </div>`;
}
