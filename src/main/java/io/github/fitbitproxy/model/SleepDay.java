package io.github.fitbitproxy.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The night that ended on {@link #date}: the main sleep told flat, and every log of the day beside it.
 *
 * <p>Figures of the main sleep are {@code null} when there is none. Each minute figure is its own seconds ÷ 60, rounded
 * half up, so sums may be a minute off.
 */
@Schema(
        description = "The night that ended on this day. The top level tells the main sleep; `logs` has everything. "
                + "`null` means not known.")
public record SleepDay(
        @Schema(description = "Day in the wearer's time zone on which the sleep ended", required = true)
        LocalDate date,

        @Schema(
                description = "How settled the day is",
                required = true,
                type = SchemaType.STRING,
                implementation = String.class,
                enumeration = {"partial", "provisional", "final"})
        DayStatus status,

        @Schema(description = "Time asleep in the main sleep, minutes") @Nullable
        Integer minutesAsleep,

        @Schema(description = "Time awake in bed, minutes: wake, or awake and restless for a classic log") @Nullable
        Integer minutesAwake,

        @Schema(description = "Length of the main sleep from start to end, minutes") @Nullable
        Integer minutesInBed,

        @Schema(description = "Time until asleep, minutes; null where the upstream has no real figure") @Nullable
        Integer minutesToFallAsleep,

        @Schema(description = "Time asleep in all logs of the day, minutes") @Nullable
        Integer totalMinutesAsleep,

        @Schema(description = "100 × minutesAsleep ÷ minutesInBed, rounded, percent") @Nullable
        Integer efficiency,

        @Schema(description = "The vendor's own efficiency, percent") @Nullable
        Integer reportedEfficiency,

        @Schema(description = "Start of the main sleep, with the offset that held that night") @Nullable
        OffsetDateTime startTime,

        @Schema(description = "End of the main sleep, with the offset that held that night") @Nullable
        OffsetDateTime endTime,

        @Schema(description = "Minutes per stage of the main sleep; null for a classic log") @Nullable
        Stages stages,

        @Schema(description = "Naps of the day; null when there are no logs at all") @Nullable
        Naps naps,

        @Schema(description = "Every sleep log of the day, oldest first", required = true)
        List<SleepLog> logs,

        @Schema(description = "Who told; begins with `demo` where a simulator did", required = true)
        String upstream,

        @Schema(description = "When the upstream was last asked for this day (UTC)", required = true)
        Instant fetchedAt,

        @Schema(description = "When the device had last synced (UTC)") @Nullable
        Instant deviceSyncedAt)
        implements Day<SleepDay> {

    public static final DataKind<SleepDay> KIND = new DataKind<>(
            "sleep",
            SleepDay.class,
            Rhythm.ALL_DAY,
            List.of(
                    "date",
                    "status",
                    "minutesAsleep",
                    "minutesAwake",
                    "minutesInBed",
                    "minutesToFallAsleep",
                    "totalMinutesAsleep",
                    "efficiency",
                    "reportedEfficiency",
                    "startTime",
                    "endTime",
                    "stages.deep",
                    "stages.light",
                    "stages.rem",
                    "stages.wake",
                    "naps.count",
                    "naps.minutesAsleep",
                    "upstream",
                    "fetchedAt",
                    "deviceSyncedAt"));

    public SleepDay {
        logs = List.copyOf(logs);
    }

    @Override
    public SleepDay withStatus(DayStatus settled) {
        return new SleepDay(
                date,
                settled,
                minutesAsleep,
                minutesAwake,
                minutesInBed,
                minutesToFallAsleep,
                totalMinutesAsleep,
                efficiency,
                reportedEfficiency,
                startTime,
                endTime,
                stages,
                naps,
                logs,
                upstream,
                fetchedAt,
                deviceSyncedAt);
    }

    @Override
    public boolean hasFigures() {
        return !logs.isEmpty();
    }

    /** Naps, kept apart from the night. */
    @Schema(description = "Naps of the day, kept apart from the night")
    public record Naps(
            @Schema(description = "How many", required = true)
            int count,

            @Schema(description = "Time asleep in all of them, minutes", required = true)
            int minutesAsleep) {}
}
