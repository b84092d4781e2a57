import { html, svg } from 'lit-html';
import { clock, weekDay } from './days.js';
import { moon, problemNote } from './problems.js';
import { ring } from './ring.js';
import { settled } from './settled.js';
import { distance, duration, isKnown, known, number } from './words.js';

/** The day's movement against its goals, its energy, its workouts. */
export function activityCard(page) {
    const { activities } = page.known;
    return html`<section class="card activity" aria-labelledby="activity-title" aria-busy=${activities.state === 'loading'}>
        <h2 id="activity-title">${page.isToday() ? 'Today' : weekDay(page.date())}</h2>
        ${activities.state === 'loading' ? skeleton : ''}
        ${activities.state === 'problem' ? problemNote(activities.problem, page) : ''}
        ${activities.state === 'told'
            ? html`${hasFigures(activities.body) ? told(activities.body) : nothing(page)}
                ${settled({ answer: activities, today: page.known.today, now: page.now(), offset: page.offset() })}`
            : ''}
    </section>`;
}

const skeleton = html`<div class="skeleton" aria-hidden="true">
    <div class="bone rings"></div>
    <div class="bone lines"></div>
</div>`;

const hasFigures = (day) => isKnown(day.steps) || isKnown(day.caloriesOut) || day.workouts.length > 0;

const nothing = (page) => html`<div class="state stack">
    ${moon}
    <p><strong>No movement is known for this day</strong></p>
    <p class="soft">
        ${page.isToday()
            ? 'Steps appear here when the device has synced with its app.'
            : 'The device was not worn, or it told nothing.'}
    </p>
</div>`;

const told = (day) => html`
    <ul class="rings">
        ${ring({ name: 'Steps', value: day.steps, goal: day.goals?.steps, write: number, unit: '' })}
        ${ring({ name: 'Distance', value: day.distanceMeters, goal: day.goals?.distanceMeters, write: distance, unit: 'km' })}
        ${ring({ name: 'Floors', value: day.floors, goal: day.goals?.floors, write: number, unit: '' })}
        ${minutes(day)}
    </ul>
    ${day.goals === null ? html`<p class="small soft">No goals are known for this day.</p>` : ''}
    <dl class="numbers minor">
        <div><dt>Energy</dt><dd>${known(day.caloriesOut, (kcal) => `${number(kcal)} kcal`)}</dd></div>
        <div><dt>While active</dt><dd>${known(day.activityCalories, (kcal) => `${number(kcal)} kcal`)}</dd></div>
        <div><dt>Resting pulse</dt><dd>${known(day.restingHeartRate, (rate) => `${rate}/min`)}</dd></div>
    </dl>
    ${intensity(day)} ${workouts(day.workouts)}
`;

/** Zone minutes; where the cloud does not tell them, the minutes of brisk movement, under their own name. */
function minutes(day) {
    const goal = day.goals?.activeMinutes;
    if (isKnown(day.activeZoneMinutes) || !isKnown(day.minutesFairlyActive) || !isKnown(day.minutesVeryActive)) {
        return ring({ name: 'Zone minutes', value: day.activeZoneMinutes, goal, write: number, unit: 'min' });
    }
    const value = day.minutesFairlyActive + day.minutesVeryActive;
    return ring({ name: 'Active minutes', value, goal, write: number, unit: 'min' });
}

const LEVELS = [
    { style: 'lightly', name: 'light', of: (day) => day.minutesLightlyActive },
    { style: 'fairly', name: 'fair', of: (day) => day.minutesFairlyActive },
    { style: 'very', name: 'brisk', of: (day) => day.minutesVeryActive },
];

/** How the moving time was spent. */
function intensity(day) {
    const levels = LEVELS.map((level) => ({ ...level, minutes: level.of(day) }));
    const all = levels.reduce((sum, level) => sum + (level.minutes ?? 0), 0);
    if (all === 0) {
        return '';
    }
    let x = 0;
    const pieces = levels.map((level) => {
        const width = (100 * (level.minutes ?? 0)) / all;
        x += width;
        return svg`<rect class="intensity ${level.style}" x=${x - width} width=${width} height="8" />`;
    });
    return html`<div class="moving">
        <h3>In motion <span class="soft">${duration(all)}</span></h3>
        ${svg`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${pieces}</svg>`}
        <p class="small soft">
            ${levels.map(
                (level, i) => html`${i > 0 ? ' · ' : ''}<span class="swatch ${level.style}" aria-hidden="true"></span> ${level.name}
                    ${known(level.minutes, duration)}`,
            )}
        </p>
    </div>`;
}

const workouts = (all) =>
    all.length === 0
        ? ''
        : html`<div class="workouts">
              <h3>Workouts</h3>
              <ul>
                  ${all.map(
                      (workout) => html`<li>
                          <span>${workout.name ?? 'Workout'}</span>
                          <span class="soft">
                              ${[
                                  isKnown(workout.startTime) ? clock(workout.startTime) : null,
                                  isKnown(workout.minutes) ? duration(workout.minutes) : null,
                                  isKnown(workout.distanceMeters) ? `${distance(workout.distanceMeters)} km` : null,
                                  isKnown(workout.caloriesOut) ? `${number(workout.caloriesOut)} kcal` : null,
                              ]
                                  .filter(isKnown)
                                  .join(' · ')}
                          </span>
                      </li>`,
                  )}
              </ul>
          </div>`;
