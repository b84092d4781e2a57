package io.github.fitbitproxy.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the device measured of the wearer in the night that ended on {@link #date}, and the cardio fitness it estimates. */
@Schema(
        description = "Oxygen saturation, breathing rate and skin temperature of the night that ended on this day, and"
                + " cardio fitness. `null` means not known.")
public record VitalsDay(
        @Schema(description = "Day in the wearer's time zone on which the night ended", required = true)
        LocalDate date,

        @Schema(
                description = "How settled the day is",
                required = true,
                type = SchemaType.STRING,
                implementation = String.class,
                enumeration = {"partial", "provisional", "final"})
        DayStatus status,

        @Schema(description = "Blood oxygen saturation (SpO2) asleep; null where nothing is known of it") @Nullable
        OxygenSaturation oxygenSaturation,

        @Schema(description = "Breaths a minute asleep") @Nullable
        Double breathsPerMinute,

        @Schema(description = "Skin temperature asleep, above or below the wearer's own baseline, °C") @Nullable
        Double skinTemperatureDeviationCelsius,

        @Schema(description = "Cardio fitness; null where nothing is known of it") @Nullable
        CardioFitness cardioFitness,

        @Schema(description = "Who told; begins with `demo` where a simulator did", required = true)
        String upstream,

        @Schema(description = "When the upstream was last asked for this day (UTC)", required = true)
        Instant fetchedAt,

        @Schema(description = "When the device had last synced (UTC)") @Nullable
        Instant deviceSyncedAt)
        implements Day<VitalsDay> {

    public static final DataKind<VitalsDay> KIND = new DataKind<>(
            "vitals",
            VitalsDay.class,
            Rhythm.ONCE_A_DAY,
            List.of(
                    "date",
                    "status",
                    "oxygenSaturation.averagePercent",
                    "oxygenSaturation.minPercent",
                    "oxygenSaturation.maxPercent",
                    "breathsPerMinute",
                    "skinTemperatureDeviationCelsius",
                    "cardioFitness.vo2MaxLow",
                    "cardioFitness.vo2MaxHigh",
                    "upstream",
                    "fetchedAt",
                    "deviceSyncedAt"));

    @Override
    public VitalsDay withStatus(DayStatus settled) {
        return new VitalsDay(
                date,
                settled,
                oxygenSaturation,
                breathsPerMinute,
                skinTemperatureDeviationCelsius,
                cardioFitness,
                upstream,
                fetchedAt,
                deviceSyncedAt);
    }

    @Override
    public boolean hasFigures() {
        return oxygenSaturation != null
                || breathsPerMinute != null
                || skinTemperatureDeviationCelsius != null
                || cardioFitness != null;
    }

    /** Blood oxygen saturation (SpO2) over a night. */
    @Schema(description = "Blood oxygen saturation (SpO2) over a night")
    public record OxygenSaturation(
            @Schema(description = "Mean, percent") @Nullable Double averagePercent,

            @Schema(description = "Lowest, percent") @Nullable
            Double minPercent,

            @Schema(description = "Highest, percent") @Nullable
            Double maxPercent) {}

    /** The estimated maximal oxygen uptake (VO2 max). A single number is both ends of the span. */
    @Schema(description = "Estimated maximal oxygen uptake (VO2 max) as a span; a single number is both ends")
    public record CardioFitness(
            @Schema(description = "Lower end, ml/(kg·min)") @Nullable
            Double vo2MaxLow,

            @Schema(description = "Upper end, ml/(kg·min)") @Nullable
            Double vo2MaxHigh) {}
}
