/** The top of the page: whose it is, how the device and the connection stand, and which day is shown. */
import { html, nothing } from 'lit-html';
import { dayAndMonth, daysBetween, longDay, isDay } from './days.js';
import { follow } from './links.js';
import { FIRST_DAY } from './place.js';
import { moment } from './settled.js';
import { isKnown } from './words.js';

const LATE_SECONDS = 24 * 3600;

export function people(page) {
    const names = page.people();
    return names.length < 2
        ? ''
        : html`<nav class="people" aria-label="People">
              ${names.map(
                  (name) => html`<a href=${page.addressOf({ person: name })}
                      aria-current=${name === page.person() ? 'page' : 'false'}
                      @click=${follow(() => page.showPerson(name))}>${name}</a>`,
              )}
          </nav>`;
}

/** When the device last synced, by what is known of it. */
export function device(page) {
    const { status, sleep, activities } = page.known;
    const known = status.state === 'told' ? status.body.people.find(({ person }) => person === page.person()) : undefined;
    const newest = known?.devices.reduce((best, one) => (best === null || one.syncedAt > best.syncedAt ? one : best), null);
    const told = [sleep, activities].map((answer) => (answer.state === 'told' ? answer.body.deviceSyncedAt : null));
    const syncedAt = [newest?.syncedAt, ...told].filter(isKnown).sort().at(-1);
    if (syncedAt === undefined) {
        return html`<p class="device small soft">${status.state === 'told' ? 'No sync of a device is known' : ''}</p>`;
    }
    const late = (page.now() - Date.parse(syncedAt)) / 1000 > LATE_SECONDS;
    return html`<p class="device small">
        <span class=${late ? 'badge warn' : 'soft'}>
            ${newest?.name ?? 'Device'} synced ${moment(syncedAt, page.now(), page.offset())}
        </span>
        ${isKnown(newest?.batteryPercent)
            ? html`<span class=${newest.batteryPercent <= 15 ? 'badge warn' : 'soft'}>Battery ${newest.batteryPercent} %</span>`
            : ''}
    </p>`;
}

export function dayNavigation(page) {
    const date = page.date();
    if (date === null) {
        return html`<nav class="day awaited" aria-label="Day"><h1>Sleep and activity</h1></nav>`;
    }
    if (!isDay(date)) {
        return html`<nav class="day" aria-label="Day"><h1>No such day</h1></nav>`;
    }
    const { today } = page.known;
    return html`<nav class="day" aria-label="Day">
        ${step(page, -1, 'The day before', 'M15 5l-7 7 7 7')}
        <div class="title">
            <h1>${today !== null && date.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(date) : longDay(date)}</h1>
            <p class="small soft">${when(date, today)}</p>
        </div>
        ${step(page, 1, 'The day after', 'M9 5l7 7-7 7')}
        <div class="jump">
            <label class="visually-hidden" for="day">Go to a day</label>
            <input id="day" type="date" .value=${date} min=${FIRST_DAY} max=${today ?? ''}
                @change=${(event) => isDay(event.target.value) && page.show(event.target.value)} />
            ${page.isToday()
                ? ''
                : html`<a class="button" href=${page.addressOf({ date: null })} @click=${follow(page.showToday)}>Today</a>`}
        </div>
    </nav>`;
}

const when = (date, today) => {
    const days = today === null ? null : daysBetween(date, today);
    if (days === null) {
        return '';
    }
    return days < 0 ? 'In the future' : (['Today', 'Yesterday'][days] ?? `${days} days ago`);
};

/** At the end of the days it stays, so that the focus is not lost, and leads nowhere. */
const step = (page, count, words, drawing) => {
    const day = page.neighbour(count);
    return html`<a class="button step" role="link" tabindex="0"
        href=${day === null ? nothing : page.addressOf({ date: day })}
        aria-disabled=${day === null ? 'true' : 'false'}
        @click=${day === null ? nothing : follow(() => page.show(day))}>
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${drawing} /></svg>
        <span class="visually-hidden">${words}</span>
    </a>`;
};
