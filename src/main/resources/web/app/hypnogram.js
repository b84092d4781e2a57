import { scaleBand, scaleLinear } from 'd3-scale';
import { html, svg } from 'lit-html';
import { at, clock, fullHours, offsetOf } from './days.js';
import { across, figure, read, unread } from './figure.js';
import { lanesOf } from './stages.js';
import { duration } from './words.js';

const LABELS = 62;
const AXIS = 24;
const LEAST_WIDTH = 1.5;

/** The course of one sleep: a lane for each stage, time from left to right. */
export function hypnogram(log, { height, title }) {
    const segments = log.segments.map((segment) => {
        const from = Date.parse(segment.startTime);
        return { ...segment, from, to: from + segment.seconds * 1000 };
    });
    const names = Object.fromEntries(lanesOf(log.type).map((lane) => [lane.stage, lane.name]));
    const first = segments[0];
    const last = segments[segments.length - 1];
    const end = at(last.to, offsetOf(last.startTime)).clock;
    const says = `${title} from ${clock(first.startTime)} to ${end}`;
    return figure({
        name: 'hypnogram',
        says,
        draw: (width) => drawing({ segments, names, says, width, height }),
        table: html`<table>
            <caption class="visually-hidden">${says}</caption>
            <thead><tr><th scope="col">From</th><th scope="col">Stage</th><th scope="col">Length</th></tr></thead>
            <tbody>
                ${segments.map(
                    (segment) => html`<tr>
                        <td>${clock(segment.startTime)}</td>
                        <td>${names[segment.stage]}</td>
                        <td>${length(segment)}</td>
                    </tr>`,
                )}
            </tbody>
        </table>`,
    });
}

const length = ({ seconds }) => (seconds < 60 ? `${seconds} s` : duration(seconds / 60));

function drawing({ segments, names, says, width, height }) {
    const stages = Object.keys(names);
    const from = segments[0].from;
    const to = segments[segments.length - 1].to;
    const x = scaleLinear([from, to], [LABELS, width - 6]);
    const y = scaleBand(stages, [4, height - AXIS]).paddingInner(0.3).paddingOuter(0.1);
    const middle = (stage) => y(stage) + y.bandwidth() / 2;
    const offsetAt = (instant) => offsetOf((segments.findLast((s) => s.from <= instant) ?? segments[0]).startTime);
    const hours = (to - from) / 3_600_000;
    const every = [1, 2, 3, 4].find((step) => ((width - LABELS) * step) / hours > 52) ?? 6;

    const point = (event) => {
        const instant = x.invert(across(event, width));
        const segment = segments.find((s) => s.from <= instant && instant < s.to);
        if (segment === undefined) {
            unread(event);
            return;
        }
        const until = at(segment.to, offsetOf(segment.startTime)).clock;
        read(event, `${names[segment.stage]} ${clock(segment.startTime)} to ${until} · ${length(segment)}`);
    };

    return svg`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${says}
            @pointermove=${point} @pointerdown=${point} @pointerleave=${unread}>
        ${stages.map(
            (stage) => svg`
                <line class="lane" x1=${LABELS} x2=${width} y1=${middle(stage)} y2=${middle(stage)} />
                <text class="label" x="0" y=${middle(stage)} dy="0.35em">${names[stage]}</text>`,
        )}
        ${fullHours(from, to, offsetAt, every).map(
            (hour) => svg`
                <line class="tick" x1=${x(hour.instant)} x2=${x(hour.instant)} y1="0" y2=${height - AXIS + 4} />
                <text class="label" x=${x(hour.instant)} y=${height - 4} text-anchor="middle">${hour.clock}</text>`,
        )}
        <path class="course" d=${course(segments, x, middle)} />
        ${segments.map(
            (s) => svg`<rect class="stage ${s.stage}" x=${x(s.from)} y=${y(s.stage)} rx="3"
                width=${Math.max(LEAST_WIDTH, x(s.to) - x(s.from))} height=${y.bandwidth()} />`,
        )}
    </svg>`;
}

/** The changes from stage to stage; none across a gap. */
function course(segments, x, middle) {
    return segments
        .slice(1)
        .map((segment, i) => ({ before: segments[i], segment }))
        .filter(({ before, segment }) => before.to === segment.from && before.stage !== segment.stage)
        .map(({ before, segment }) => `M${x(segment.from)} ${middle(before.stage)}V${middle(segment.stage)}`)
        .join('');
}
