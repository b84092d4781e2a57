import { html } from 'lit-html';
import { forgetKey, hasKey, rememberKey } from './api.js';

/** Asks for the API key. It is kept in this tab only, and sent as a header. */
export const keyForm = (page) => {
    const refused = hasKey();
    const submit = (event) => {
        event.preventDefault();
        const key = new FormData(event.target).get('key').trim();
        if (key === '') {
            forgetKey();
        } else {
            rememberKey(key);
        }
        page.retry();
    };
    return html`<section class="card state stack" aria-labelledby="key-title">
        <h2 id="key-title">This page needs an API key</h2>
        <p class="soft">Reading is closed on this service. The key is kept until this tab is closed.</p>
        <form class="stack" @submit=${submit}>
            <div class="field">
                <label for="key">API key</label>
                <input id="key" name="key" type="password" autocomplete="off" spellcheck="false" required
                    aria-describedby=${refused ? 'key-error' : 'key-hint'} aria-invalid=${refused ? 'true' : 'false'} />
                ${refused
                    ? html`<p class="error" id="key-error" role="alert">That key was not accepted.</p>`
                    : html`<p class="hint" id="key-hint">It stands in the settings of the service: proxy.api-keys.</p>`}
            </div>
            <button class="primary" type="submit">Show the page</button>
        </form>
    </section>`;
};
