/** What several steps are put together from. */
import { html, nothing } from 'lit-html';

/** What went wrong, first thing on the step; the focus goes here. */
export function trouble(problem) {
    return problem === null
        ? nothing
        : html`<div class="notice bad" id="trouble" role="alert" tabindex="-1">
              <div>
                  <h2>${problem.title}</h2>
                  <p>${problem.detail}</p>
                  ${advice(problem)}
              </div>
          </div>`;
}

/** A field with its words in the order in which they are read out. */
export function field({ name, label, hint = nothing, type = 'text', value = '', required = false, invalid = false, ...more }) {
    return html`<div class="field">
        <label for=${name}>${label}</label>
        ${hint === nothing ? nothing : html`<p class="hint" id="${name}-hint">${hint}</p>`}
        <input
            id=${name}
            name=${name}
            type=${type}
            .value=${value}
            ?required=${required}
            aria-invalid=${invalid ? 'true' : 'false'}
            aria-describedby=${hint === nothing ? nothing : `${name}-hint`}
            autocomplete=${more.autocomplete ?? 'off'}
            autocapitalize="none"
            spellcheck="false"
            min=${more.min ?? nothing}
            max=${more.max ?? nothing}
            pattern=${more.pattern ?? nothing}
            title=${more.title ?? nothing}
            placeholder=${more.placeholder ?? nothing}
        />
    </div>`;
}

/** A text to be taken elsewhere. Browsers give the clipboard to secure pages only; elsewhere the text is selected. */
export function copyable(id, label, text) {
    const copy = async (event) => {
        const button = event.currentTarget;
        const input = document.getElementById(id);
        input.select();
        try {
            if (navigator.clipboard) {
                await navigator.clipboard.writeText(text);
            } else {
                document.execCommand('copy');
            }
            button.textContent = 'Copied';
        } catch {
            button.textContent = 'Selected: copy it now';
        }
    };
    return html`<div class="field">
        <label for=${id}>${label}</label>
        <div class="copyable">
            <input id=${id} readonly .value=${text} />
            <button type="button" @click=${copy}>Copy</button>
        </div>
    </div>`;
}

/** What a form holds: the filled fields only, so that an empty one blanks nothing. */
export function filled(event) {
    event.preventDefault();
    return Object.fromEntries(
        [...new FormData(event.currentTarget)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value !== ''),
    );
}

const ADVICE = {
    'admin-token-required': 'It is the setting proxy.admin-token, or was printed in the log at the first start.',
    'connection-unknown': 'A consent can be used once, within ten minutes. Go back and open the consent page again.',
    'consent-refused': 'If you pressed “Deny” by mistake, open the consent page again. If you pasted an address, paste the whole one.',
    'provider-refused':
        'Check that client id, client secret and redirect address are exactly those of the app, and that this machine’s clock is right.',
    'provider-unavailable': 'Nothing is lost. Try again in a few minutes.',
    'not-connected': 'Connect this person first.',
    'reauthorisation-required': 'Connect again. With Google, choose the account that the wristband belongs to, and leave all boxes ticked.',
    'upstream-unavailable':
        'If it stays so with Google: the account must have been used in the Google Health app at least once, and be the one that the'
        + ' wristband belongs to.',
    'configured-connection': 'It is changed in the configuration, not here.',
};

function advice(problem) {
    const words = ADVICE[problem.type.replace('/problems/', '')];
    return words === undefined ? nothing : html`<p><strong>What to do:</strong> ${words}</p>`;
}
