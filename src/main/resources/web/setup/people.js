/** Who is connected, and what can be done about it. */
import { html, nothing } from 'lit-html';

const STATES = {
    connected: { words: 'Connected', kind: 'good' },
    'not-connected': { words: 'Not connected', kind: '' },
    'reauthorisation-required': { words: 'Connect again', kind: 'bad' },
};

const day = (instant) => new Date(instant).toLocaleDateString(undefined, { day: 'numeric', month: 'long', year: 'numeric' });

export function peopleStep(wizard) {
    const { connections } = wizard.state;
    return html`<div class="stack">
        <ul class="people">
            ${connections.map((one) => person(wizard, one))}
        </ul>
        <div class="cluster">
            <button type="button" @click=${() => wizard.go('cloud', { person: null })}>Add a person</button>
            <button type="button" @click=${wizard.signOut}>Sign out</button>
        </div>
    </div>`;
}

function person(wizard, one) {
    const state = STATES[one.connection] ?? { words: one.connection, kind: '' };
    const isThere = one.connection !== 'not-connected';
    const title = `person-${one.person}`;
    return html`<li class="card stack" aria-labelledby=${title}>
        <div class="cluster">
            <h2 id=${title}>${one.person}</h2>
            <span class="badge ${state.kind}">${state.words}</span>
        </div>
        <p class="soft">
            ${one.upstream === null ? 'Not connected to any cloud yet.' : html`Cloud: ${one.upstream}`}${one.connectedAt ? `, since ${day(one.connectedAt)}` : nothing}${one.configured ? '. It comes from the configuration and is changed there.' : nothing}
        </p>
        ${one.grantExpiresAt ? html`<p class="notice warn"><span>The consent ends by itself on ${day(one.grantExpiresAt)}. Connect again before that.</span></p>` : nothing}
        ${one.missingScopes?.length ? html`<p class="notice warn"><span>The consent leaves out: ${one.missingScopes.join(', ')}. Those figures stay empty until you connect again with every box ticked.</span></p>` : nothing}
        <div class="cluster">
            ${one.configured
                ? nothing
                : html`<button type="button" class=${one.connection === 'connected' ? '' : 'primary'} aria-label="${isThere ? 'Connect again' : 'Connect'}: ${one.person}" @click=${() => wizard.go('cloud', { person: one.person })}>
                      ${isThere ? 'Connect again' : 'Connect'}
                  </button>`}
            ${isThere ? html`<button type="button" aria-label="Last night of ${one.person}" @click=${() => wizard.go('night', { person: one.person })}>Last night</button>` : nothing}
            ${isThere ? html`<button type="button" aria-label="History of ${one.person}" @click=${() => wizard.go('history', { person: one.person })}>History</button>` : nothing}
            ${isThere && !one.configured
                ? html`<button type="button" class="danger" aria-label="Disconnect ${one.person}" @click=${() => wizard.go('disconnect', { person: one.person })}>Disconnect</button>`
                : nothing}
        </div>
    </li>`;
}

export function disconnectStep(wizard) {
    const { person: name, busy } = wizard.state;
    return html`<div class="card stack">
        <p>${name} will no longer be asked for new days. The days that are stored stay, and you can connect again at any time.</p>
        <div class="cluster">
            <button type="button" class="danger" ?disabled=${busy} @click=${() => wizard.disconnect(name)}>Disconnect ${name}</button>
            <button type="button" @click=${() => wizard.go('people')}>Keep the connection</button>
        </div>
    </div>`;
}
