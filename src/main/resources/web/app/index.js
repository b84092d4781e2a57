/** The page at `/`: what it shows, and how one moves on it. */
import { html, render } from 'lit-html';
import './page.css';
import './charts.css';
import './print.css';
import { activityCard } from './activity-card.js';
import { bodyCard } from './body-card.js';
import { chartCards } from './chart-cards.js';
import { dayAndMonth, offsetOf, shortDay } from './days.js';
import { dayNavigation, device, people } from './header.js';
import { keyForm } from './key-form.js';
import { notices } from './notices.js';
import { Page } from './page.js';
import { neighbour, placeOf } from './place.js';
import { problemCard, problemOfDay, standsAlone } from './problems.js';
import { sleepCard } from './sleep-card.js';
import { duration, knownText, number } from './words.js';

const TICK_MILLIS = 20_000;

const page = new Page(draw);

/** What the parts of the page may ask and do. */
Object.assign(page, {
    isToday: () => page.place.date === null || page.place.date === page.known.today,
    people: () => (page.known.status.state === 'told' ? page.known.status.body.people.map(({ person }) => person) : []),
    person() {
        const names = page.people();
        return page.place.person ?? (names.includes('me') || names.length !== 1 ? 'me' : names[0]);
    },
    neighbour: (step) => neighbour(page.date(), step, page.known.today),
    /** The offset of the wearer's clock as last told, or `null`. */
    offset() {
        const days = page.known.nights.state === 'told' ? page.known.nights.body.days : [];
        const shown = page.known.sleep.state === 'told' ? [page.known.sleep.body] : [];
        const ends = [...days, ...shown].map((day) => day.endTime).filter((time) => time !== null);
        return ends.length === 0 ? null : offsetOf(ends.reduce((a, b) => (Date.parse(a) > Date.parse(b) ? a : b)));
    },
    show: (day) => move({ ...page.place, date: day === page.known.today ? null : day }),
    showToday: () => move({ ...page.place, date: null }),
    showPerson: (person) => move({ ...page.place, person }),
    retry: () => page.go(page.place),
});

function move(place) {
    const address = page.addressOf(place);
    if (address !== location.pathname + location.search) {
        history.pushState(null, '', address);
    }
    page.go(place);
}

function draw() {
    render(html`${people(page)} ${device(page)}`, document.getElementById('who'));
    render(content(), document.getElementById('main'));
    tellTitle();
}

const untitled = html`<h1 class="visually-hidden">Sleep and activity</h1>`;

function content() {
    const problem = problemOfDay(page.known);
    if (problem?.type === 'api-key-required') {
        return html`${untitled} ${keyForm(page)}`;
    }
    return html`
        ${['not-connected', 'unknown-person'].includes(problem?.type) ? untitled : dayNavigation(page)}
        <div class="notices">${notices(page)}</div>
        ${problem !== null
            ? problemCard(problem, page)
            : html`<div class="today">${sleepCard(page)} ${activityCard(page)} ${bodyCard(page)}</div>`}
        ${problem !== null && (standsAlone(problem) || page.known.window === null)
            ? ''
            : html`<div class="trends">${chartCards(page)}</div>`}
    `;
}

/** The title, and for those who do not see it change, a sentence. */
function tellTitle() {
    const { sleep, activities } = page.known;
    const date = page.date();
    if (sleep.state !== 'told' || activities.state !== 'told') {
        return;
    }
    const asleep = knownText(sleep.body.minutesAsleep, duration);
    document.title = `${shortDay(date)} · ${asleep} asleep`;
    const sentence = `${dayAndMonth(date)}: ${asleep} asleep, ${knownText(activities.body.steps, number)} steps.`;
    const live = document.getElementById('live');
    if (live.textContent !== sentence) {
        live.textContent = sentence;
    }
}

/** The arrow keys turn the days, except where they mean something else. */
addEventListener('keydown', (event) => {
    const elsewhere = event.target.closest?.('input, select, textarea, [role="region"]');
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined || elsewhere || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
    }
    const day = page.neighbour(step);
    if (day !== null) {
        event.preventDefault();
        page.show(day);
    }
});

addEventListener('popstate', () => page.go(placeOf(location.href)));

let ticking = null;

/** Nothing is asked while nobody looks. */
function watch() {
    clearInterval(ticking);
    if (!document.hidden) {
        page.tick();
        ticking = setInterval(() => page.tick(), TICK_MILLIS);
    }
}

document.addEventListener('visibilitychange', watch);
page.go(placeOf(location.href));
watch();
