import { html } from 'lit-html';
import { shortDay } from './days.js';

/** A link to another place on this page: it works without reloading, and in a new tab too. */
export const follow = (go) => (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) {
        return;
    }
    event.preventDefault();
    go();
};

export const dayLink = (page, day) =>
    html`<a href=${page.addressOf({ date: day })} @click=${follow(() => page.show(day))}>${shortDay(day)}</a>`;
