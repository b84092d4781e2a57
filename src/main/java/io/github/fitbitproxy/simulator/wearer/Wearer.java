package io.github.fitbitproxy.simulator.wearer;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An invented person with a device.
 *
 * @param encodedId six upper-case letters and digits
 * @param description one plain sentence about what this wearer is good for
 * @param home the time zone at home
 * @param travels whether the wearer flies away for a week now and then
 * @param pendingOnceADay whether the first look at a fresh day's sleep finds it still being computed
 * @param memberSince before this day there is nothing
 */
public record Wearer(
        int number,
        String encodedId,
        String displayName,
        String description,
        ZoneId home,
        boolean travels,
        Tracker tracker,
        Habits habits,
        Physique physique,
        SyncRhythm syncRhythm,
        boolean pendingOnceADay,
        LocalDate memberSince) {

    /** A token that always works for this wearer. */
    public String token() {
        return "demo-token-" + number;
    }

    /** The secret that belongs to {@link #token}. */
    public String tokenSecret() {
        return "demo-secret-" + number;
    }

    /** A refresh token of OAuth 2.0 that always works for this wearer, with every scope of either vendor. */
    public String refreshToken() {
        return "demo-refresh-" + number;
    }

    /** By the usual rule of thumb for the stride. */
    public double heightMeters() {
        return Math.round(habits.strideMeters() / 0.413 * 1000) / 1000.0;
    }

    /** Where the zones of the heart rate begin, by the usual rule of thumb for the age. */
    public ZoneLimits zoneLimits() {
        int highest = 220 - habits.age();
        return new ZoneLimits(highest / 2, highest * 7 / 10, highest * 85 / 100);
    }

    /** The lower ends of three zones, beats per minute; what is below the first is out of range. */
    public record ZoneLimits(int fatBurn, int cardio, int peak) {

        public static final int LOWEST = 30;
        public static final int HIGHEST = 220;
    }

    /**
     * The device on the wrist.
     *
     * @param stages whether it tells sleep stages; if not, only asleep, restless and awake
     */
    public record Tracker(String model, boolean stages, boolean altimeter, boolean heartRate) {}

    /**
     * What the wearer usually does.
     *
     * @param bedtimeMinutes minutes after midnight, negative for the evening before
     * @param wakeMinutes minutes after midnight on a working day
     * @param lieInMinutes how much later on free days
     * @param basalCalories kcal a day at rest
     * @param vigour 1.0 for about nine thousand steps a day
     */
    public record Habits(
            int bedtimeMinutes,
            int wakeMinutes,
            int lieInMinutes,
            double napChance,
            double splitNightChance,
            double deviceOffChance,
            double workoutChance,
            int age,
            int basalCalories,
            int restingHeartRate,
            double strideMeters,
            double vigour) {}

    /**
     * The body, and what measures it.
     *
     * @param fatPercent null if the scale does not measure it
     * @param weighingChance how likely a day has a weighing
     * @param scale the vendor's word for it; {@code API} for entries by hand
     * @param vo2Max about what a device estimates, ml/(kg·min)
     * @param runsWithGps whether that estimate is a number and not a span
     */
    public record Physique(
            double kilograms,
            @Nullable Integer fatPercent,
            double weighingChance,
            String scale,
            double vo2Max,
            boolean runsWithGps) {}

    /** How the phone takes over what the device recorded. */
    public enum SyncRhythm {
        /** Every quarter of an hour while awake. */
        ALL_DAY,
        /** At ten past eight in the evening of every other day, so days arrive up to two days late. */
        EVERY_OTHER_EVENING
    }
}
