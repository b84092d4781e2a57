package io.github.fitbitproxy.integration;

import static io.github.fitbitproxy.integration.Figure.Course.GROWING;
import static io.github.fitbitproxy.integration.Figure.Course.MEASURED;
import static io.github.fitbitproxy.integration.Unit.BEATS_PER_MINUTE;
import static io.github.fitbitproxy.integration.Unit.FLOORS;
import static io.github.fitbitproxy.integration.Unit.KILOCALORIES;
import static io.github.fitbitproxy.integration.Unit.METERS;
import static io.github.fitbitproxy.integration.Unit.MINUTES;
import static io.github.fitbitproxy.integration.Unit.STEPS;

import io.github.fitbitproxy.integration.Figure.Course;
import io.github.fitbitproxy.model.ActivityDay;
import java.util.List;

/** Figures of today's movement. */
final class ActivityFigures {

    static final List<Figure> ALL = List.of(
            day("steps", "steps", "Steps", "Steps", STEPS, GROWING),
            day("distanceMeters", "distance", "Distance", "Distance covered", METERS, GROWING),
            day("floors", "floors", "Floors", "Floors climbed", FLOORS, GROWING),
            day("elevationMeters", "elevation", "Elevation", "Height climbed", METERS, GROWING),
            day("caloriesOut", "energy_burned", "Energy burned", "Energy burned in all", KILOCALORIES, GROWING),
            day(
                    "activityCalories",
                    "active_energy_burned",
                    "Energy burned while active",
                    "Energy burned while active",
                    KILOCALORIES,
                    GROWING),
            day("minutesSedentary", "sedentary", "Time sedentary", "Time sedentary", MINUTES, GROWING),
            day(
                    "minutesLightlyActive",
                    "lightly_active",
                    "Time lightly active",
                    "Time lightly active",
                    MINUTES,
                    GROWING),
            day("minutesFairlyActive", "fairly_active", "Time fairly active", "Time fairly active", MINUTES, GROWING),
            day("minutesVeryActive", "very_active", "Time very active", "Time very active", MINUTES, GROWING),
            day(
                    "activeZoneMinutes",
                    "active_zone",
                    "Active zone time",
                    "Active zone time; time in the zones cardio and peak counts double",
                    MINUTES,
                    GROWING),
            day(
                    "restingHeartRate",
                    "resting_heart_rate",
                    "Resting heart rate",
                    "Resting heart rate",
                    BEATS_PER_MINUTE,
                    MEASURED),
            day("goals.steps", "steps_goal", "Step goal", "The wearer's goal for steps", STEPS, MEASURED),
            day(
                    "goals.distanceMeters",
                    "distance_goal",
                    "Distance goal",
                    "The wearer's goal for distance",
                    METERS,
                    MEASURED),
            day("goals.floors", "floors_goal", "Floor goal", "The wearer's goal for floors", FLOORS, MEASURED));

    private ActivityFigures() {}

    private static Figure day(String path, String name, String title, String meaning, Unit unit, Course course) {
        return new Figure(ActivityDay.KIND.name(), path, name, title, meaning + ", today.", unit, course);
    }
}
