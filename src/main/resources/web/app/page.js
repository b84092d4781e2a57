/** What is known at the moment, and getting to know it: asks, keeps, asks again when the answers are no longer fresh. */
import { ask } from './api.js';
import { rememberOpen, wasOpen } from './body-card.js';
import { isDay } from './days.js';
import { addressOf, windowAround } from './place.js';

const LEAST_SECONDS = 60;
const MOST_SECONDS = 15 * 60;
const SOON_SECONDS = 10;
/** The charts change with the nights, so they need no more. */
const CHARTS_SECONDS = 30 * 60;
/** So long the day before is shown, rather than a moment of nothing. */
const PATIENCE_MILLIS = 300;
/** Somebody who holds the key down gets the day on which it is let go. */
const SETTLE_MILLIS = 250;

const NO_DAY = { state: 'problem', problem: { type: 'bad-date' } };
const LOADING = { state: 'loading' };
const DAY = ['sleep', 'timeline', 'activities'];
const BODY = ['heart', 'body', 'vitals'];
const CHARTS = ['nights', 'movement', 'analysis'];

const loading = (names) => Object.fromEntries(names.map((name) => [name, LOADING]));

const nothing = () => ({ status: LOADING, today: null, window: null, ...loading(DAY), ...loading(BODY), ...loading(CHARTS) });

/** While the service is away, what was seen last stays, marked as old. */
const rather = (answer, before) =>
    answer.problem?.type === 'unreachable' && before.state === 'told'
        ? { ...before, freshness: { ...before.freshness, stale: true, because: 'unreachable' } }
        : answer;

/** Who has moved on does not want the answer any more. */
const unlessAborted = (failure) => {
    if (failure.name !== 'AbortError') {
        throw failure;
    }
};

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Page {
    /** @param changed called after each change with everything that is known */
    constructor(changed) {
        this.changed = changed;
        this.place = { person: null, date: null };
        this.known = nothing();
        /** Whether heart, body and vitals are looked at. */
        this.bodyOpen = wasOpen();
        this.asking = new AbortController();
        this.movedAt = -Infinity;
        this.chartsAskedAt = -Infinity;
        /** How far the service's clock is ahead of the browser's, in milliseconds. */
        this.clockAhead = null;
        this.nextAt = Infinity;
        /** Whether the figures are still those of the day before the last step; nothing is told until they are not. */
        this.turning = false;
    }

    /** The service's clock, in milliseconds. */
    now() {
        return Date.now() + (this.clockAhead ?? 0);
    }

    /** The day that is shown; `null` until today is known. */
    date() {
        return this.place.date ?? this.known.today;
    }

    /** Goes to a place and tells it. */
    async go(place) {
        const samePerson = place.person === this.place.person;
        this.place = place;
        this.asking.abort();
        this.asking = new AbortController();
        const { signal } = this.asking;
        const hurried = performance.now() - this.movedAt < 2 * SETTLE_MILLIS;
        this.movedAt = performance.now();
        if (!samePerson) {
            this.known = { ...nothing(), status: this.known.status };
            this.chartsAskedAt = -Infinity;
        }
        this.known = { ...this.known, ...loading(BODY) };
        this.turning = samePerson && !hurried && this.known.sleep.state !== 'loading';
        if (hurried) {
            this.known = { ...this.known, ...loading(DAY) };
            this.tell();
            await pause(SETTLE_MILLIS);
        }
        this.tell();
        await this.load(signal, true);
    }

    /** Asks again for what is shown, behind the reader's back. */
    async refresh() {
        await this.load(this.asking.signal, false);
    }

    async load(signal, moved) {
        if (signal.aborted) {
            return;
        }
        this.nextAt = Infinity;
        try {
            const { person } = this.place;
            const status = ask('/status', {}, signal).then((answer) => this.put('status', answer, signal));
            const today = this.today(person, signal);
            const day = this.day(person, signal, today, moved);
            const body = this.bodyOpen ? this.body(signal) : null;
            await Promise.all([status, day, body, today.then(() => this.charts(person, signal))]);
            this.planNext();
            this.tell();
        } catch (failure) {
            unlessAborted(failure);
        }
    }

    /** Learns which day it is for the wearer. */
    async today(person, signal) {
        const answer = this.noteTime(await ask('/sleep/today', { person }, signal));
        if (answer.state === 'told' && !signal.aborted) {
            this.known = { ...this.known, today: answer.body.date };
        }
        return answer;
    }

    /** The three answers about the day appear together, so that no figure stands beside another day's. */
    async day(person, signal, today, moved) {
        const word = this.place.date ?? 'today';
        const about = async (path) => (word === 'today' || isDay(word) ? ask(path, { person }, signal) : NO_DAY);
        const asked = {
            sleep: word === 'today' ? today : about(`/sleep/${word}`),
            timeline: about(`/sleep/${word}/timeline`),
            activities: about(`/activities/${word}`),
        };
        const answers = Promise.all(
            DAY.map(async (name) => [name, this.noteTime(await asked[name])]),
        ).then(Object.fromEntries);
        if (moved && (await Promise.race([answers, pause(PATIENCE_MILLIS)])) === undefined && !signal.aborted) {
            this.known = { ...this.known, ...loading(DAY) };
            this.turning = false;
            this.tell();
        }
        const all = await answers;
        if (!signal.aborted) {
            this.turning = false;
            const kept = moved ? all : Object.fromEntries(DAY.map((name) => [name, rather(all[name], this.known[name])]));
            this.known = { ...this.known, ...kept };
            this.tell();
        }
    }

    /** Opens or closes heart, body and vitals. */
    openBody(open) {
        if (open !== this.bodyOpen) {
            this.bodyOpen = open;
            rememberOpen(open);
            this.tell();
            if (open) {
                this.body(this.asking.signal).catch(unlessAborted);
            }
        }
    }

    async body(signal) {
        const { person, date } = this.place;
        if (date === null || isDay(date)) {
            const about = async (name) => this.put(name, await ask(`/${name}/${date ?? 'today'}`, { person }, signal), signal);
            await Promise.all(BODY.map(about));
        }
    }

    async charts(person, signal) {
        const { today } = this.known;
        if (today === null) {
            return;
        }
        const window = windowAround(this.date(), today);
        const same = window.to === this.known.window?.to;
        const told = CHARTS.every((name) => this.known[name].state === 'told');
        if (same && told && performance.now() - this.chartsAskedAt < CHARTS_SECONDS * 1000) {
            return;
        }
        if (!same) {
            this.known = { ...this.known, window, ...loading(CHARTS) };
            this.tell();
        }
        const range = { ...window, person };
        const chart = async (name, path) => this.put(name, await ask(path, range, signal), signal);
        // The analysis looks at the same nights, which are then stored.
        await chart('nights', '/sleep');
        await Promise.all([chart('movement', '/activities'), chart('analysis', '/sleep/analysis')]);
        if (!signal.aborted) {
            this.chartsAskedAt = performance.now();
        }
    }

    put(name, answer, signal) {
        if (!signal.aborted) {
            this.known = { ...this.known, [name]: rather(answer, this.known[name]) };
            this.tell();
        }
    }

    /** An answer out of a cache tells an earlier time, so the latest one is right. */
    noteTime(answer) {
        if (answer.state === 'told') {
            const then = Date.parse(answer.body.fetchedAt) + answer.freshness.ageSeconds * 1000;
            this.clockAhead = Math.max(this.clockAhead ?? -Infinity, then - Date.now());
        }
        return answer;
    }

    planNext() {
        const seconds = DAY.map((name) => this.known[name]).map((answer) => {
            if (answer.state !== 'told') {
                return answer.problem?.retryAfterSeconds ?? LEAST_SECONDS;
            }
            return answer.freshness.revalidating ? SOON_SECONDS : answer.freshness.maxAgeSeconds ?? LEAST_SECONDS;
        });
        const revalidating = seconds.includes(SOON_SECONDS);
        const wait = Math.min(MOST_SECONDS, Math.max(revalidating ? SOON_SECONDS : LEAST_SECONDS, Math.min(...seconds) + 2));
        this.nextAt = performance.now() + wait * 1000;
    }

    /** Once in a while: asks again if it is time. */
    tick() {
        if (performance.now() >= this.nextAt) {
            this.refresh();
        } else {
            this.tell();
        }
    }

    tell() {
        if (!this.turning) {
            this.changed(this);
        }
    }

    /** The address of another day, or of another person on the same day. */
    addressOf(change) {
        return addressOf({ ...this.place, ...change });
    }
}
