package io.github.fitbitproxy.sleep;

import io.github.fitbitproxy.model.SleepLog;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sleep as an upstream recorded it, in nobody's wire format. What the upstream does not say is {@code null} or empty.
 *
 * @param id the upstream's own id; versions of one log share it
 * @param type {@code null} if the upstream does not say and no segment shows it
 * @param dateOfSleep the day that the upstream files it under; {@code null} if it does not say
 * @param start with the offset that held then
 * @param end {@code null} while it is still running
 * @param mainSleep whether the upstream calls it the main sleep of its day
 * @param nap whether the upstream calls it a nap
 * @param segments levels of {@code type} only, in any order
 * @param shortWakes lie over the segments, in any order
 * @param stated what the upstream says itself, {@link SleepMinutes#UNKNOWN} if nothing
 * @param minutesInBed as the upstream counts; {@code null} to count from start to end
 * @param minutesToFallAsleep {@code null} where the upstream has no real figure
 * @param reportedEfficiency the vendor's own, percent
 * @param finished false while it is still running or not yet processed: its day stays partial
 */
public record RecordedSleep(
        String id,
        SleepLog.@Nullable Type type,
        @Nullable LocalDate dateOfSleep,
        OffsetDateTime start,
        @Nullable OffsetDateTime end,
        @Nullable Boolean mainSleep,
        @Nullable Boolean nap,
        List<Segment> segments,
        List<ShortWake> shortWakes,
        SleepMinutes stated,
        @Nullable Integer minutesInBed,
        @Nullable Integer minutesToFallAsleep,
        @Nullable Integer reportedEfficiency,
        boolean finished) {

    /** @throws IllegalArgumentException if it ends before it starts or mixes levels of two types */
    public RecordedSleep {
        if (end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("a sleep must not end before it starts");
        }
        SleepLog.Type vocabulary = type;
        if (segments.stream().anyMatch(segment -> segment.level().type() != vocabulary)) {
            throw new IllegalArgumentException("the levels of a sleep belong to its type");
        }
        segments = List.copyOf(segments);
        shortWakes = List.copyOf(shortWakes);
    }

    /**
     * The one day that it belongs to: the day that the upstream files it under, else the one on which it ended by the
     * wearer's clock; for a running one, the one on which it began.
     */
    public LocalDate date() {
        if (dateOfSleep != null) {
            return dateOfSleep;
        }
        return (end == null ? start : end).toLocalDate();
    }

    /** Its segments with the short wakes laid over them: oldest first, without overlaps, neighbours of one level joined. */
    public List<Segment> hypnogram() {
        return Hypnogram.overlay(segments, shortWakes);
    }

    /** Whether both are one and the same sleep, as two sources told it: they overlap by more than half of the shorter one. */
    public boolean isSameSleepAs(RecordedSleep other) {
        long overlap = Math.min(lastSecond(), other.lastSecond()) - Math.max(firstSecond(), other.firstSecond());
        return 2 * overlap > Math.min(seconds(), other.seconds());
    }

    private long firstSecond() {
        return start.toEpochSecond();
    }

    long lastSecond() {
        return firstSecond() + seconds();
    }

    /** Its length; a second for a log without one, so that it is the same sleep as the log in which it begins. */
    private long seconds() {
        return Math.max(1, length().toSeconds());
    }

    /** Elapsed time from start to end; zero while it is running. */
    Duration length() {
        return end == null ? Duration.ZERO : Duration.between(start, end);
    }

    /** Whole minutes from start to end, as the upstream counts if it does; {@code null} while it is running. */
    @Nullable
    Integer inBed() {
        if (minutesInBed != null || end == null) {
            return minutesInBed;
        }
        return SleepMinutes.minutes(length().toSeconds());
    }
}
