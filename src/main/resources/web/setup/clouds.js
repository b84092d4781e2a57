/** What to say about each cloud, honestly. As of November 2026. */
import { html } from 'lit-html';

const FITBIT_REGISTER = html`<a href="https://dev.fitbit.com/apps/new" target="_blank" rel="noopener noreferrer">dev.fitbit.com</a>`;

const CLOUDS = {
    'google-health': {
        name: 'Google Health',
        what: 'The live service for Fitbit and Pixel watches.',
        state: 'Works for whoever has a Google Cloud project with the Google Health API. Since October 2026 Google is reported to take on no new projects for now, so a newcomer may be turned away.',
        badge: { words: 'Live', kind: 'good' },
        steps: html`<ol class="stack">
            <li>Look at <a href="https://developers.google.com/health/setup" target="_blank" rel="noopener noreferrer">Google’s set-up page</a> first: it says whether new projects are taken on.</li>
            <li>In the <a href="https://console.cloud.google.com/projectcreate" target="_blank" rel="noopener noreferrer">Google Cloud console</a>, make a project and switch on the <em>Google Health API</em>. It costs nothing.</li>
            <li>Under <em>Google Auth Platform</em>, choose the audience <em>External</em> and add your own account as a test user.</li>
            <li>Under <em>Clients</em>, make an OAuth client of type <em>Web application</em> with the redirect address below.</li>
            <li>Under <em>Audience</em>, press <em>Publish app</em> before you go on. While it is in testing, the consent ends after seven days.</li>
        </ol>`,
        account: 'Choose the Google account that the wristband belongs to; it must have been used in the Google Health app at least once. Google warns that it has not verified the app, since it is your own: press Advanced, then go on. Leave every box ticked.',
    },
    'fitbit oauth2': {
        name: 'Fitbit, with OAuth 2.0',
        what: 'The Fitbit Web API, or a server that speaks it.',
        state: 'Fitbit switched its Web API off on 2 November 2026. This reaches only compatible servers and the simulator.',
        badge: { words: 'Switched off', kind: 'warn' },
        steps: html`<p>At ${FITBIT_REGISTER} or your compatible server, register an app of type <em>Personal</em> with the redirect address below. It gives you a client id and a client secret.</p>`,
        account: 'Sign in as the person whose data it is, and allow everything that is asked for.',
    },
    'fitbit oauth1': {
        name: 'Fitbit, with OAuth 1.0a',
        what: 'The older way to sign calls.',
        state: 'Fitbit took it away in 2016 and switched the whole Web API off on 2 November 2026. This reaches only compatible servers and the simulator.',
        badge: { words: 'Switched off', kind: 'warn' },
        steps: html`<p>At your compatible server, register an app with the redirect address below. It gives you a client id (consumer key) and a client secret.</p>`,
        account: 'Sign in as the person whose data it is, and allow everything that is asked for.',
    },
    takeout: {
        name: 'Takeout file',
        what: 'The history that Google or Fitbit gives out as a file. No app and no consent are needed.',
        state: 'Works for ever, but brings nothing new by itself: for new days, import again or connect a cloud too.',
        badge: { words: 'History only', kind: 'good' },
    },
};

/** The words about a choice that the service offers. */
export function wordsAbout(choice) {
    const known = CLOUDS[choice.cloud] ?? CLOUDS[`${choice.cloud} ${choice.auth}`];
    const words = known ?? { name: choice.upstream, what: '', state: '', badge: { words: choice.auth, kind: '' }, steps: '', account: '' };
    return choice.upstream.startsWith('demo')
        ? { ...words, name: `${words.name} (simulator)`, state: 'The simulator in the box plays this cloud, so that you can try all of it without an account.', badge: { words: 'Demo', kind: 'good' } }
        : words;
}
