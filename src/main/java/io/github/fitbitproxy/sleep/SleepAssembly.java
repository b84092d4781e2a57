package io.github.fitbitproxy.sleep;

import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.SleepLog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a day of recorded sleeps. The order of the recordings never matters. */
public final class SleepAssembly {

    /**
     * The main sleep stands first: what the upstream calls it, then a sleep that has ended before a running one, then the
     * longest.
     */
    private static final Comparator<RecordedSleep> MAIN_SLEEP = Comparator.comparing(
                    (RecordedSleep sleep) -> !Boolean.TRUE.equals(sleep.mainSleep()))
            .thenComparing(sleep -> sleep.end() == null)
            .thenComparing(RecordedSleep::length, Comparator.reverseOrder())
            .thenComparing(sleep -> sleep.start().toInstant())
            .thenComparing(RecordedSleep::id);

    private static final Comparator<RecordedSleep> OLDEST_FIRST = Comparator.comparing(
                    (RecordedSleep sleep) -> sleep.start().toInstant())
            .thenComparing(RecordedSleep::length)
            .thenComparing(RecordedSleep::id);

    private SleepAssembly() {}

    /**
     * The day as it is answered: {@code partial} if a recording is missing, unfinished or was not readable, else {@code
     * final}.
     */
    public static SleepDay assemble(
            LocalDate date,
            SleepRecordings recordings,
            String upstream,
            Instant fetchedAt,
            @Nullable Instant deviceSyncedAt) {
        List<DaySleep> sleeps = sleepsOf(date, recordings.sleeps());
        List<SleepLog> logs = sleeps.stream().map(DaySleep::toLog).toList();
        RecordedSleep main = sleeps.stream()
                .filter(DaySleep::mainSleep)
                .map(DaySleep::recorded)
                .findFirst()
                .orElse(null);
        SleepLog mainLog = logs.stream().filter(SleepLog::mainSleep).findFirst().orElse(null);
        return new SleepDay(
                date,
                status(recordings, sleeps),
                get(mainLog, SleepLog::minutesAsleep),
                get(mainLog, SleepLog::minutesAwake),
                get(mainLog, SleepLog::minutesInBed),
                get(main, RecordedSleep::minutesToFallAsleep),
                totalMinutesAsleep(logs),
                get(mainLog, SleepLog::efficiency),
                get(main, RecordedSleep::reportedEfficiency),
                get(mainLog, SleepLog::startTime),
                get(mainLog, SleepLog::endTime),
                get(mainLog, SleepLog::stages),
                naps(sleeps),
                logs,
                upstream,
                fetchedAt,
                deviceSyncedAt);
    }

    /**
     * The sleeps that belong to a day, duplicates merged, oldest first. One of them is the main sleep, unless the upstream
     * calls every one a nap: a nap never stands in for the night.
     */
    public static List<DaySleep> sleepsOf(LocalDate date, List<RecordedSleep> recorded) {
        List<RecordedSleep> ofTheDay = DistinctSleeps.of(recorded).stream()
                .filter(sleep -> sleep.date().equals(date))
                .sorted(OLDEST_FIRST)
                .toList();
        RecordedSleep main = ofTheDay.stream()
                .filter(sleep -> Boolean.TRUE.equals(sleep.mainSleep()) || !Boolean.TRUE.equals(sleep.nap()))
                .min(MAIN_SLEEP)
                .orElse(null);
        return ofTheDay.stream()
                .map(sleep -> new DaySleep(sleep, sleep == main))
                .toList();
    }

    /** {@code partial} if something is known to be missing or still growing, else {@code final}. */
    static DayStatus status(SleepRecordings recordings, List<DaySleep> sleeps) {
        boolean settled = recordings.complete()
                && sleeps.stream().allMatch(sleep -> sleep.recorded().finished());
        return settled ? DayStatus.FINAL : DayStatus.PARTIAL;
    }

    private static SleepDay.@Nullable Naps naps(List<DaySleep> sleeps) {
        if (sleeps.isEmpty()) {
            return null;
        }
        List<SleepLog> naps =
                sleeps.stream().filter(DaySleep::nap).map(DaySleep::toLog).toList();
        return new SleepDay.Naps(naps.size(), Objects.requireNonNullElse(totalMinutesAsleep(naps), 0));
    }

    /** Adds up what is known; {@code null} if nothing is. */
    private static @Nullable Integer totalMinutesAsleep(List<SleepLog> logs) {
        return logs.stream()
                .map(SleepLog::minutesAsleep)
                .filter(Objects::nonNull)
                .reduce(Integer::sum)
                .orElse(null);
    }

    private static <S, T> @Nullable T get(@Nullable S source, Function<S, @Nullable T> field) {
        return source == null ? null : field.apply(source);
    }
}
