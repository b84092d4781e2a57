package io.github.fitbitproxy.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A day's resting heart rate, heart rate zones and heart rate variability. */
@Schema(
        description =
                "A day's resting heart rate, zones and heart rate variability. The variability is that of the night"
                        + " that ended on the day. `null` means not known.")
public record HeartDay(
        @Schema(description = "Day in the wearer's time zone", required = true)
        LocalDate date,

        @Schema(
                description = "How settled the day is",
                required = true,
                type = SchemaType.STRING,
                implementation = String.class,
                enumeration = {"partial", "provisional", "final"})
        DayStatus status,

        @Schema(description = "Resting heart rate, beats a minute") @Nullable
        Integer restingHeartRate,

        @Schema(description = "Heart rate zones, lowest first; null where the upstream tells none") @Nullable
        List<HeartRateZone> heartRateZones,

        @Schema(description = "Heart rate variability; null where nothing is known of it") @Nullable
        HeartRateVariability heartRateVariability,

        @Schema(description = "Who told; begins with `demo` where a simulator did", required = true)
        String upstream,

        @Schema(description = "When the upstream was last asked for this day (UTC)", required = true)
        Instant fetchedAt,

        @Schema(description = "When the device had last synced (UTC)") @Nullable
        Instant deviceSyncedAt)
        implements Day<HeartDay> {

    public static final DataKind<HeartDay> KIND = new DataKind<>(
            "heart",
            HeartDay.class,
            Rhythm.ONCE_A_DAY,
            List.of(
                    "date",
                    "status",
                    "restingHeartRate",
                    "heartRateVariability.dailyRmssdMilliseconds",
                    "heartRateVariability.deepSleepRmssdMilliseconds",
                    "upstream",
                    "fetchedAt",
                    "deviceSyncedAt"));

    public HeartDay {
        heartRateZones = heartRateZones == null ? null : List.copyOf(heartRateZones);
    }

    @Override
    public HeartDay withStatus(DayStatus settled) {
        return new HeartDay(
                date,
                settled,
                restingHeartRate,
                heartRateZones,
                heartRateVariability,
                upstream,
                fetchedAt,
                deviceSyncedAt);
    }

    /** The bounds of the zones follow from the wearer's age: they alone tell nothing of the day. */
    @Override
    public boolean hasFigures() {
        return restingHeartRate != null
                || heartRateVariability != null
                || (heartRateZones != null && heartRateZones.stream().anyMatch(zone -> zone.minutes() != null));
    }

    /** The root mean square of successive differences between heartbeats (RMSSD), of the night that ended on the day. */
    @Schema(
            description =
                    "Root mean square of successive differences between heartbeats (RMSSD) of the night that ended"
                            + " on the day")
    public record HeartRateVariability(
            @Schema(description = "Over the whole main sleep, milliseconds") @Nullable
            Double dailyRmssdMilliseconds,

            @Schema(description = "In deep sleep alone, milliseconds") @Nullable
            Double deepSleepRmssdMilliseconds) {}
}
