package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.SleepLog;
import io.github.fitbitproxy.model.Stages;
import io.github.fitbitproxy.sleep.DaySleep;
import io.github.fitbitproxy.sleep.Segment;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sleep that has ended.
 *
 * @param minutesAsleep {@code null} if not known
 * @param minutesInBed {@code null} if not known
 * @param stages {@code null} without stages
 * @param hypnogram oldest first, without overlaps; empty where the upstream tells no course
 */
public record Episode(
        OffsetDateTime start,
        OffsetDateTime end,
        boolean mainSleep,
        boolean nap,
        @Nullable Integer minutesAsleep,
        @Nullable Integer minutesInBed,
        @Nullable Stages stages,
        List<Segment> hypnogram) {

    public Episode {
        hypnogram = List.copyOf(hypnogram);
    }

    /** The episode, or empty while the sleep is running. */
    static Optional<Episode> of(DaySleep sleep) {
        SleepLog log = sleep.toLog();
        OffsetDateTime start = log.startTime();
        OffsetDateTime end = log.endTime();
        if (start == null || end == null) {
            return Optional.empty();
        }
        return Optional.of(new Episode(
                start,
                end,
                sleep.mainSleep(),
                sleep.nap(),
                log.minutesAsleep(),
                log.minutesInBed(),
                log.stages(),
                sleep.recorded().hypnogram()));
    }

    /** When sleep began: the first sleeping segment; the start where no course is told. */
    OffsetDateTime onset() {
        return hypnogram.stream()
                .filter(segment -> segment.level().isAsleep())
                .findFirst()
                .map(Segment::start)
                .orElse(start);
    }

    /** The last waking: the end of the last sleeping segment; the end where no course is told. */
    OffsetDateTime finalAwakening() {
        OffsetDateTime last = end;
        for (Segment segment : hypnogram) {
            if (segment.level().isAsleep()) {
                last = segment.start().plusSeconds(segment.seconds());
            }
        }
        return last;
    }

    /** From onset to the last waking, elapsed (the sleep period, SPT). */
    double minutesOfSleepPeriod() {
        return Duration.between(onset(), finalAwakening()).toSeconds() / 60.0;
    }

    /** Half way between onset and the last waking, by the clock at onset (Roenneberg et al. 2019, PMC6784249). */
    OffsetDateTime midSleep() {
        return onset().plus(Duration.between(onset(), finalAwakening()).dividedBy(2));
    }

    /** The segments between onset and the last waking. */
    List<Segment> sleepPeriod() {
        OffsetDateTime onset = onset();
        OffsetDateTime finalAwakening = finalAwakening();
        return hypnogram.stream()
                .filter(segment ->
                        !segment.start().isBefore(onset) && segment.start().isBefore(finalAwakening))
                .toList();
    }

    /** Whether its course is told in stages. */
    boolean hasStages() {
        return !hypnogram.isEmpty() && hypnogram.get(0).level().type() == SleepLog.Type.STAGES;
    }
}
