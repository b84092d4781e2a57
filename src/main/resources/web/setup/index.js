import './setup.css';
import { html, render } from 'lit-html';
import { lastNight, nightCard } from './night.js';
import { Wizard } from './wizard.js';

const wizard = document.getElementById('wizard');
if (wizard !== null) {
    wizard.replaceChildren();
    new Wizard(wizard).start();
}

/** On the page that the browser comes back to. */
const night = document.getElementById('night');
if (night !== null) {
    const { person } = night.dataset;
    render(nightCard(null, person), night);
    lastNight(person).then((answer) => render(html`${nightCard(answer, person)}`, night));
}
