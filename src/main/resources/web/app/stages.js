/** The words of the two vocabularies of sleep logs, lightest first: the order of the lanes. */
const STAGES = [
    { stage: 'wake', name: 'Awake' },
    { stage: 'rem', name: 'REM' },
    { stage: 'light', name: 'Light' },
    { stage: 'deep', name: 'Deep' },
];

const CLASSIC = [
    { stage: 'awake', name: 'Awake' },
    { stage: 'restless', name: 'Restless' },
    { stage: 'asleep', name: 'Asleep' },
];

export const lanesOf = (type) => (type === 'classic' ? CLASSIC : STAGES);

/** Minutes per stage of a log, in the order of the lanes; `null` where it tells none. */
export const minutesOf = (log) => {
    const minutes = log.stages ?? log.classic;
    return minutes === null ? null : lanesOf(log.type).map((lane) => ({ ...lane, minutes: minutes[lane.stage] }));
};
