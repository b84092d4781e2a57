package io.github.fitbitproxy.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A day's movement, energy, heart rate zones and workouts.
 *
 * <p>A day that the upstream merely fills in is a day without data: every figure is {@code null}.
 */
@Schema(description = "A day's movement, energy, zones and workouts. `null` means not known.")
public record ActivityDay(
        @Schema(description = "Day in the wearer's time zone", required = true)
        LocalDate date,

        @Schema(
                description = "How settled the day is",
                required = true,
                type = SchemaType.STRING,
                implementation = String.class,
                enumeration = {"partial", "provisional", "final"})
        DayStatus status,

        @Schema(description = "Steps") @Nullable Integer steps,

        @Schema(description = "Distance, metres") @Nullable Integer distanceMeters,

        @Schema(description = "Floors climbed; null without an altimeter") @Nullable
        Integer floors,

        @Schema(description = "Height climbed, metres; null without an altimeter") @Nullable
        Double elevationMeters,

        @Schema(description = "Energy burned in all, kilocalories") @Nullable
        Integer caloriesOut,

        @Schema(description = "Energy burned while active, kilocalories") @Nullable
        Integer activityCalories,

        @Schema(description = "Basal energy, kilocalories") @Nullable
        Integer caloriesBmr,

        @Schema(description = "Minutes sedentary") @Nullable Integer minutesSedentary,

        @Schema(description = "Minutes lightly active") @Nullable
        Integer minutesLightlyActive,

        @Schema(description = "Minutes fairly active") @Nullable
        Integer minutesFairlyActive,

        @Schema(description = "Minutes very active") @Nullable
        Integer minutesVeryActive,

        @Schema(description = "Active zone minutes; cardio and peak count double") @Nullable
        Integer activeZoneMinutes,

        @Schema(description = "Resting heart rate, beats a minute") @Nullable
        Integer restingHeartRate,

        @Schema(description = "Heart rate zones, lowest first; null where the upstream tells none") @Nullable
        List<HeartRateZone> heartRateZones,

        @Schema(description = "The wearer's daily goals; null where the upstream has none") @Nullable
        Goals goals,

        @Schema(description = "Workouts of the day, oldest first; those of unknown time last", required = true)
        List<Workout> workouts,

        @Schema(description = "Who told; begins with `demo` where a simulator did", required = true)
        String upstream,

        @Schema(description = "When the upstream was last asked for this day (UTC)", required = true)
        Instant fetchedAt,

        @Schema(description = "When the device had last synced (UTC)") @Nullable
        Instant deviceSyncedAt)
        implements Day<ActivityDay> {

    public static final DataKind<ActivityDay> KIND = new DataKind<>(
            "activities",
            ActivityDay.class,
            Rhythm.ALL_DAY,
            List.of(
                    "date",
                    "status",
                    "steps",
                    "distanceMeters",
                    "floors",
                    "elevationMeters",
                    "caloriesOut",
                    "activityCalories",
                    "caloriesBmr",
                    "minutesSedentary",
                    "minutesLightlyActive",
                    "minutesFairlyActive",
                    "minutesVeryActive",
                    "activeZoneMinutes",
                    "restingHeartRate",
                    "goals.steps",
                    "goals.distanceMeters",
                    "goals.floors",
                    "goals.caloriesOut",
                    "goals.activeMinutes",
                    "upstream",
                    "fetchedAt",
                    "deviceSyncedAt"));

    public ActivityDay {
        heartRateZones = heartRateZones == null ? null : List.copyOf(heartRateZones);
        workouts = List.copyOf(workouts);
    }

    @Override
    public ActivityDay withStatus(DayStatus settled) {
        return new ActivityDay(
                date,
                settled,
                steps,
                distanceMeters,
                floors,
                elevationMeters,
                caloriesOut,
                activityCalories,
                caloriesBmr,
                minutesSedentary,
                minutesLightlyActive,
                minutesFairlyActive,
                minutesVeryActive,
                activeZoneMinutes,
                restingHeartRate,
                heartRateZones,
                goals,
                workouts,
                upstream,
                fetchedAt,
                deviceSyncedAt);
    }

    @Override
    public boolean hasFigures() {
        return steps != null || caloriesOut != null || !workouts.isEmpty();
    }

    /** What the wearer wants to reach in a day. */
    @Schema(description = "What the wearer wants to reach in a day")
    public record Goals(
            @Schema(description = "Steps") @Nullable Integer steps,

            @Schema(description = "Distance, metres") @Nullable
            Integer distanceMeters,

            @Schema(description = "Floors") @Nullable Integer floors,

            @Schema(description = "Energy, kilocalories") @Nullable
            Integer caloriesOut,

            @Schema(description = "Active minutes") @Nullable
            Integer activeMinutes) {}
}
