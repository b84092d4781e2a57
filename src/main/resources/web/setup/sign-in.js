/** Giving the admin token, once. */
import { html } from 'lit-html';
import { field, filled } from './parts.js';

export function signInStep(wizard) {
    return html`<form class="card stack" @submit=${(event) => wizard.signIn(filled(event).token)}>
        ${field({
            name: 'token',
            label: 'Admin token',
            type: 'password',
            autocomplete: 'current-password',
            required: true,
            invalid: wizard.state.problem !== null,
            hint: 'Whoever can change connections has to know it, so that no guest of your network can.',
        })}
        <div class="cluster"><button type="submit" class="primary" ?disabled=${wizard.state.busy}>Sign in</button></div>
        <details>
            <summary>Where do I find it?</summary>
            <ul class="stack">
                <li>If you have set <code>proxy.admin-token</code> (<code>PROXY_ADMIN_TOKEN</code>), it is that.</li>
                <li>Otherwise the service made one at its first start: it is in the log, and in the file <code>admin-token</code> in its data directory:
                    <pre><code>cat data/admin-token</code></pre></li>
            </ul>
        </details>
        <p class="hint">This browser stays signed in for twelve hours.</p>
    </form>`;
}
