package io.github.fitbitproxy.sleep;

import io.github.fitbitproxy.model.SleepLog;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recorded sleeps for tests: as little said as possible, then what the test is about. */
final class Sleeps {

    private Sleeps() {}

    /** A finished log of which only start and end are known. */
    static RecordedSleep sleep(String id, String start, @Nullable String end) {
        return new RecordedSleep(
                id,
                null,
                null,
                OffsetDateTime.parse(start),
                end == null ? null : OffsetDateTime.parse(end),
                null,
                null,
                List.of(),
                List.of(),
                SleepMinutes.UNKNOWN,
                null,
                null,
                null,
                end != null);
    }

    static RecordedSleep flagged(RecordedSleep sleep, @Nullable Boolean mainSleep, @Nullable Boolean nap) {
        return new RecordedSleep(
                sleep.id(),
                sleep.type(),
                sleep.dateOfSleep(),
                sleep.start(),
                sleep.end(),
                mainSleep,
                nap,
                sleep.segments(),
                sleep.shortWakes(),
                sleep.stated(),
                sleep.minutesInBed(),
                sleep.minutesToFallAsleep(),
                sleep.reportedEfficiency(),
                sleep.finished());
    }

    static RecordedSleep unprocessed(RecordedSleep sleep) {
        return new RecordedSleep(
                sleep.id(),
                sleep.type(),
                sleep.dateOfSleep(),
                sleep.start(),
                sleep.end(),
                sleep.mainSleep(),
                sleep.nap(),
                sleep.segments(),
                sleep.shortWakes(),
                sleep.stated(),
                sleep.minutesInBed(),
                sleep.minutesToFallAsleep(),
                sleep.reportedEfficiency(),
                false);
    }

    static RecordedSleep counted(
            RecordedSleep sleep,
            SleepLog.@Nullable Type type,
            List<Segment> segments,
            List<ShortWake> shortWakes,
            SleepMinutes stated) {
        return new RecordedSleep(
                sleep.id(),
                type,
                sleep.dateOfSleep(),
                sleep.start(),
                sleep.end(),
                sleep.mainSleep(),
                sleep.nap(),
                segments,
                shortWakes,
                stated,
                sleep.minutesInBed(),
                sleep.minutesToFallAsleep(),
                sleep.reportedEfficiency(),
                sleep.finished());
    }
}
