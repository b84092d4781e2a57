package io.github.fitbitproxy.simulator.wearer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a day's movement looks like so far. Without anything from the device it is the filler that the service makes up:
 * no steps, no floors, no zones, the basal rate alone.
 *
 * @param told whether the device told anything
 * @param caloriesOut {@code caloriesBasal} plus everything above it
 * @param activityCalories energy of the active minutes, basal rate included
 * @param marginalCalories the same above the basal rate
 * @param floors null without altimeter or device
 * @param zones null without heart rate or device
 * @param restingHeartRate null if not computed
 * @param workouts in order of time
 */
public record ActivityDay(
        boolean told,
        int steps,
        int caloriesBasal,
        int caloriesOut,
        int activityCalories,
        int marginalCalories,
        int minutesSedentary,
        int minutesLight,
        int minutesFairly,
        int minutesVery,
        Distances distances,
        @Nullable Integer floors,
        @Nullable Zones zones,
        @Nullable Integer restingHeartRate,
        List<Workout> workouts) {

    /** Kilometres. {@code total} is the sum of the classes, and of {@code tracker} and {@code logged}. */
    public record Distances(double total, double tracker, double logged, double very, double fairly, double light) {}

    /** Minutes and energy per heart-rate zone; the energies add up to {@code caloriesOut}. */
    public record Zones(Zone outOfRange, Zone fatBurn, Zone cardio, Zone peak) {}

    public record Zone(int minutes, double caloriesOut) {}

    /** The same for somebody who may not see the heart rate. */
    public ActivityDay withoutHeartRate() {
        return new ActivityDay(
                told,
                steps,
                caloriesBasal,
                caloriesOut,
                activityCalories,
                marginalCalories,
                minutesSedentary,
                minutesLight,
                minutesFairly,
                minutesVery,
                distances,
                floors,
                null,
                null,
                workouts);
    }

    static ActivityDay filler(int caloriesBasal, int minutes) {
        Distances none = new Distances(0, 0, 0, 0, 0, 0);
        return new ActivityDay(
                false, 0, caloriesBasal, caloriesBasal, 0, 0, minutes, 0, 0, 0, none, null, null, null, List.of());
    }
}
