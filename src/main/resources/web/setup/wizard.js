/** Which step is shown, what is known, and the calls that lead from one step to the next. */
import { html, render } from 'lit-html';
import { call, upload } from './calls.js';
import { appStep, cloudStep, consentStep } from './connect.js';
import { historyStep, importStep } from './history.js';
import { lastNight, nightCard } from './night.js';
import { trouble } from './parts.js';
import { disconnectStep, peopleStep } from './people.js';
import { signInStep } from './sign-in.js';

const PENDING = 'pending-consent';
const LOOK_EVERY_MILLIS = 3000;

const STEPS = {
    'sign-in': { title: () => 'Sign in', view: signInStep },
    people: { title: () => 'People and their connections', view: peopleStep },
    cloud: { title: ({ person }) => (person === null ? 'Add a person' : `Connect ${person}`), number: 1, view: cloudStep },
    app: { title: () => 'Your app', number: 2, view: appStep },
    consent: { title: ({ pending }) => `Consent of ${pending.person}`, number: 3, view: consentStep },
    night: { title: ({ person }) => `${person}: last night`, view: nightStep },
    disconnect: { title: ({ person }) => `Disconnect ${person}?`, view: disconnectStep },
    history: { title: ({ person }) => `History of ${person}`, view: historyStep },
    import: { title: ({ wish }) => `Import for ${wish.person}`, view: importStep },
};

function nightStep(wizard) {
    const { person, night, connectedNow } = wizard.state;
    return html`<div class="stack">
        ${connectedNow ? html`<div class="notice good" role="status"><p><strong>${person} is connected.</strong></p></div>` : ''}
        ${nightCard(night, person)}
        <div class="cluster">
            <button type="button" @click=${() => wizard.go('history', { person })}>Fetch older days</button>
            <button type="button" @click=${() => wizard.go('people')}>Back to everybody</button>
        </div>
    </div>`;
}

export class Wizard {
    #main;
    #look = null;

    constructor(main) {
        this.#main = main;
        this.state = {
            step: 'sign-in', connections: [], choices: [], person: null, wish: null, pending: null, night: null, connectedNow: false,
            history: null, lastDay: '', upload: null, problem: null, busy: false,
        };
    }

    async start() {
        addEventListener('popstate', (event) => this.#show(event.state?.step ?? 'people', event.state ?? {}));
        const session = await call('GET', '/setup/session');
        if (!session.ok) {
            this.#fail(session.problem);
        } else if (!session.body.signedIn) {
            this.#show('sign-in');
        } else {
            await this.#home();
        }
    }

    /** To another step, which the browser's back button leaves again. */
    async go(step, more = {}) {
        history.pushState({ step, person: more.person ?? this.state.person }, '');
        if (step === 'people') {
            // Nothing can be pressed twice while the list is fetched.
            await this.#busy(() => this.#refresh());
        }
        this.#show(step, { connectedNow: false, ...more });
    }

    signIn = (token) => this.#busy(async () => {
        const answer = await call('POST', '/setup/session', { token });
        return answer.ok ? this.#home() : this.#fail(answer.problem);
    });

    signOut = () => this.#busy(async () => {
        await call('DELETE', '/setup/session');
        sessionStorage.removeItem(PENDING);
        this.#show('sign-in', { connections: [], choices: [], pending: null });
    });

    choose(person, choice) {
        this.go(choice.cloud === 'takeout' ? 'import' : 'app', { person, wish: { person, choice }, upload: null });
    }

    /** Whether the person has been connected before, so that the app may be known. */
    isKnown = (person) => this.state.connections.some((one) => one.person === person && one.connection !== 'not-connected');

    begin = ({ clientId, clientSecret, redirectUri }) => this.#busy(async () => {
        const { person, choice } = this.state.wish;
        const { upstream, auth } = choice;
        const answer = await call('POST', '/setup/connections', {
            person, upstream, auth, clientId, clientSecret, redirectUri: redirectUri ?? choice.redirectUri,
        });
        if (!answer.ok) {
            return this.#fail(answer.problem);
        }
        const before = this.#connectedAt(person);
        const pending = { person, choice, before, ...answer.body };
        sessionStorage.setItem(PENDING, JSON.stringify(pending));
        return this.go('consent', { pending });
    });

    finish = (pasted) => this.#busy(async () => {
        const answer = await call('POST', '/setup/connections/finish', { pasted });
        return answer.ok ? this.#connected(answer.body.person) : this.#fail(answer.problem);
    });

    disconnect = (person) => this.#busy(async () => {
        const answer = await call('DELETE', `/setup/connections/${encodeURIComponent(person)}`);
        return answer.ok ? this.go('people') : this.#fail(answer.problem);
    });

    askForHistory = (person, { from, to }) => this.#busy(async () => {
        const answer = await call('POST', '/setup/backfill', { person, from, to });
        return answer.ok ? this.#show('history', { history: answer.body.backfill }) : this.#fail(answer.problem);
    });

    import = (person, file) => this.#busy(async () => {
        const show = (title, part, words, refused) => this.#update({ upload: { title, part, words, refused } });
        const days = (counts) => Object.entries(counts ?? {}).map(([kind, count]) => `${count} days of ${kind}`).join(', ');
        const answer = await upload(
            `/setup/import?person=${encodeURIComponent(person)}`,
            file,
            (part) => show('Sending', part, `${Math.round(part * 100)} % sent`),
            (line) => line.state === 'running' && show('Importing', line.files ? line.filesRead / line.files : 0, `${line.filesRead} of ${line.files} files read`),
        );
        if (!answer.ok) {
            this.#update({ upload: null });
            return this.#fail(answer.problem);
        }
        const { state, reason, refused, days: imported } = answer.body;
        return state === 'done'
            ? show('Imported', 1, days(imported) || 'There were no days in it.', refused)
            : show('The import stopped', 1, reason, refused);
    });

    async #home() {
        if (!(await this.#refresh())) {
            return;
        }
        const kept = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null');
        if (kept !== null && new Date(kept.expiresAt) > Date.now() && this.#connectedAt(kept.person) === kept.before) {
            this.#show('consent', { pending: kept });
        } else {
            this.#show('people');
        }
    }

    async #refresh() {
        const [connections, choices] = await Promise.all([call('GET', '/setup/connections'), call('GET', '/setup/choices')]);
        const bad = [connections, choices].find((answer) => !answer.ok);
        if (bad !== undefined) {
            this.#fail(bad.problem);
            return false;
        }
        Object.assign(this.state, { connections: connections.body.connections, choices: choices.body.choices });
        return true;
    }

    #connectedAt = (person) => this.state.connections.find((one) => one.person === person && one.connection === 'connected')?.connectedAt ?? null;

    /** The consent may be finished in the other tab, by redirect. */
    async #lookWhetherConnected() {
        const { pending } = this.state;
        if (document.visibilityState === 'hidden') {
            return;
        }
        const answer = await call('GET', '/setup/connections');
        if (answer.ok && this.state.step === 'consent' && pending === this.state.pending) {
            this.state.connections = answer.body.connections;
            if (this.#connectedAt(pending.person) !== pending.before) {
                await this.#connected(pending.person);
            }
        }
    }

    async #connected(person) {
        sessionStorage.removeItem(PENDING);
        await this.go('night', { person, night: null, connectedNow: true, pending: null });
    }

    async #loadNight(person) {
        this.#update({ night: null });
        const night = await lastNight(person);
        if (this.state.step === 'night' && this.state.person === person) {
            this.#update({ night });
        }
    }

    async #loadHistory(person) {
        const [status, today] = await Promise.all([call('GET', '/status'), lastNight(person)]);
        this.#update({
            history: status.ok ? (status.body.people.find((one) => one.person === person)?.backfill ?? null) : null,
            lastDay: today.ok ? today.body.date : new Date().toISOString().slice(0, 10),
        });
    }

    #show(step, more = {}) {
        const known = step === 'consent' && (more.pending ?? this.state.pending) === null ? 'people' : step;
        const possible = ['app', 'import'].includes(known) && (more.wish ?? this.state.wish) === null ? 'people' : known;
        Object.assign(this.state, { problem: null, ...more, step: possible });
        clearInterval(this.#look);
        if (possible === 'consent') {
            this.#look = setInterval(() => this.#lookWhetherConnected(), LOOK_EVERY_MILLIS);
        } else if (possible === 'night') {
            this.#loadNight(this.state.person);
        } else if (possible === 'history') {
            this.#loadHistory(this.state.person);
        }
        this.#render();
        this.#focus('step-title');
        scrollTo(0, 0);
    }

    #fail(problem) {
        if (problem.type === '/problems/admin-token-required' && this.state.step !== 'sign-in') {
            this.#show('sign-in');
            return;
        }
        this.#update({ problem });
        this.#focus('trouble');
    }

    async #busy(work) {
        this.#update({ busy: true });
        try {
            await work();
        } finally {
            this.#update({ busy: false });
        }
    }

    #update(more) {
        Object.assign(this.state, more);
        this.#render();
    }

    #focus = (id) => document.getElementById(id)?.focus();

    #render() {
        const step = STEPS[this.state.step];
        const title = step.title(this.state);
        document.title = `${title} · Fitbit Proxy`;
        render(
            html`<div class="stack" data-step=${this.state.step}>
                <div>
                    ${step.number ? html`<p class="soft small">Step ${step.number} of 3</p>` : ''}
                    <h1 id="step-title" tabindex="-1">${title}</h1>
                </div>
                ${trouble(this.state.problem)} ${step.view(this)}
            </div>`,
            this.#main,
        );
    }
}
