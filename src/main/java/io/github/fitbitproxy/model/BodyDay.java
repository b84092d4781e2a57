package io.github.fitbitproxy.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of the body on a day.
 *
 * <p>A day without a weighing has no figures: nothing is carried over from the days around it.
 */
@Schema(
        description = "Weight, fat and body mass index as measured on the day; nothing is carried over from other days."
                + " `null` means not known.")
public record BodyDay(
        @Schema(description = "Day in the wearer's time zone", required = true)
        LocalDate date,

        @Schema(
                description = "How settled the day is",
                required = true,
                type = SchemaType.STRING,
                implementation = String.class,
                enumeration = {"partial", "provisional", "final"})
        DayStatus status,

        @Schema(description = "Weight by the day's latest measurement that tells it, kilograms") @Nullable
        Double weightKilograms,

        @Schema(description = "Body fat by the day's latest measurement that tells it, percent") @Nullable
        Double fatPercent,

        @Schema(description = "Body mass index by the day's latest measurement that tells it, kg/m²") @Nullable
        Double bmi,

        @Schema(description = "Every measurement of the day, oldest first", required = true)
        List<Measurement> measurements,

        @Schema(description = "Who told; begins with `demo` where a simulator did", required = true)
        String upstream,

        @Schema(description = "When the upstream was last asked for this day (UTC)", required = true)
        Instant fetchedAt,

        @Schema(description = "When the device had last synced (UTC)") @Nullable
        Instant deviceSyncedAt)
        implements Day<BodyDay> {

    public static final DataKind<BodyDay> KIND = new DataKind<>(
            "body",
            BodyDay.class,
            Rhythm.ONCE_A_DAY,
            List.of(
                    "date",
                    "status",
                    "weightKilograms",
                    "fatPercent",
                    "bmi",
                    "upstream",
                    "fetchedAt",
                    "deviceSyncedAt"));

    public BodyDay {
        measurements = List.copyOf(measurements);
    }

    /** The day of these measurements, which may come in any order. */
    public static BodyDay of(
            LocalDate date,
            DayStatus status,
            List<Measurement> measurements,
            String upstream,
            Instant fetchedAt,
            @Nullable Instant deviceSyncedAt) {
        List<Measurement> oldestFirst = measurements.stream()
                .sorted(Comparator.comparing(Measurement::at, OffsetDateTime.timeLineOrder()))
                .toList();
        return new BodyDay(
                date,
                status,
                latest(oldestFirst, Measurement::weightKilograms),
                latest(oldestFirst, Measurement::fatPercent),
                latest(oldestFirst, Measurement::bmi),
                oldestFirst,
                upstream,
                fetchedAt,
                deviceSyncedAt);
    }

    private static @Nullable Double latest(
            List<Measurement> oldestFirst, Function<Measurement, @Nullable Double> figure) {
        Double latest = null;
        for (Measurement measurement : oldestFirst) {
            Double told = figure.apply(measurement);
            latest = told == null ? latest : told;
        }
        return latest;
    }

    @Override
    public BodyDay withStatus(DayStatus settled) {
        return new BodyDay(
                date, settled, weightKilograms, fatPercent, bmi, measurements, upstream, fetchedAt, deviceSyncedAt);
    }

    @Override
    public boolean hasFigures() {
        return !measurements.isEmpty();
    }

    /** One weighing, or one figure typed in by hand. */
    @Schema(description = "One weighing, or one figure typed in by hand")
    public record Measurement(
            @Schema(description = "When, with the offset that held then", required = true)
            OffsetDateTime at,

            @Schema(description = "Weight, kilograms") @Nullable
            Double weightKilograms,

            @Schema(description = "Body fat, percent") @Nullable
            Double fatPercent,

            @Schema(description = "Body mass index, kg/m²") @Nullable
            Double bmi,

            @Schema(
                    description = "What measured it, in the upstream's own word; null where it tells none",
                    examples = "Aria")
            @Nullable
            String source) {}
}
