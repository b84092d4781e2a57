package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.sleep.Segment;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Asleep, awake or unknown in every half minute of a range, from noon to noon. The 24 hours around a recorded night are known;
 * without one they are unknown, for no wear and no sync is not being awake. Gaps inside a log are unknown.
 */
final class SleepWake {

    static final int EPOCH_SECONDS = 30;
    static final int EPOCHS_A_DAY = 86_400 / EPOCH_SECONDS;

    static final byte UNKNOWN = 0;
    static final byte AWAKE = 1;
    static final byte ASLEEP = 2;

    private final byte[] states;
    private final long firstSecond;
    private final ToLongFunction<OffsetDateTime> scale;

    private SleepWake(Nights nights, ZoneOffset atFirst, ToLongFunction<OffsetDateTime> scale) {
        this.states = new byte[(int) nights.range().days() * EPOCHS_A_DAY];
        this.firstSecond = scale.applyAsLong(
                nights.range().from().minusDays(1).atTime(12, 0).atOffset(atFirst));
        this.scale = scale;
        for (Night night : nights.nights()) {
            int day = (int) nights.range().from().until(night.date(), ChronoUnit.DAYS);
            Arrays.fill(states, day * EPOCHS_A_DAY, (day + 1) * EPOCHS_A_DAY, AWAKE);
        }
        nights.days().forEach(day -> day.episodes().forEach(this::paint));
    }

    /** Along elapsed time: 24 hours later is 24 hours later, whatever the clocks do. */
    static byte[] byElapsedTime(Nights nights) {
        return new SleepWake(nights, offsetAtFirst(nights), OffsetDateTime::toEpochSecond).states;
    }

    /** Along the wearer's clock: noon is noon, before and after a change of clocks or a flight. */
    static byte[] byClock(Nights nights) {
        return new SleepWake(
                        nights,
                        offsetAtFirst(nights),
                        moment -> moment.toLocalDateTime().toEpochSecond(ZoneOffset.UTC))
                .states;
    }

    private static ZoneOffset offsetAtFirst(Nights nights) {
        return nights.days().isEmpty()
                ? ZoneOffset.UTC
                : nights.days().get(0).episodes().get(0).start().getOffset();
    }

    private void paint(Episode episode) {
        List<Segment> segments = episode.hypnogram();
        if (segments.isEmpty()) {
            paint(episode.start(), episode.end(), ASLEEP);
            return;
        }
        paint(episode.start(), episode.end(), UNKNOWN);
        for (Segment segment : segments) {
            OffsetDateTime end = segment.start().plusSeconds(segment.seconds());
            paint(segment.start(), end, segment.level().isAsleep() ? ASLEEP : AWAKE);
        }
    }

    private void paint(OffsetDateTime from, OffsetDateTime to, byte state) {
        int first = epoch(from);
        int last = epoch(to);
        if (first < last) {
            Arrays.fill(states, first, last, state);
        }
    }

    /** The first epoch that begins at or after a moment, within the range. */
    private int epoch(OffsetDateTime moment) {
        long epoch = -Math.floorDiv(firstSecond - scale.applyAsLong(moment), (long) EPOCH_SECONDS);
        return (int) Math.max(0, Math.min(states.length, epoch));
    }
}
