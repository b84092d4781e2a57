package io.github.fitbitproxy.integration;

import static io.github.fitbitproxy.integration.Figure.Course.GROWING;
import static io.github.fitbitproxy.integration.Figure.Course.MEASURED;
import static io.github.fitbitproxy.integration.Unit.BEATS_PER_MINUTE;
import static io.github.fitbitproxy.integration.Unit.COUNT;
import static io.github.fitbitproxy.integration.Unit.FLOORS;
import static io.github.fitbitproxy.integration.Unit.KILOCALORIES;
import static io.github.fitbitproxy.integration.Unit.METERS;
import static io.github.fitbitproxy.integration.Unit.MINUTES;
import static io.github.fitbitproxy.integration.Unit.PERCENT;
import static io.github.fitbitproxy.integration.Unit.STEPS;
import static io.github.fitbitproxy.integration.Unit.TIME;

import io.github.fitbitproxy.integration.Figure.Course;
import java.util.List;

/** The figures that dashboards watch. A new kind of data is shown everywhere once it has rows here. */
public final class Figures {

    private static final String SLEEP = "sleep";
    private static final String ACTIVITIES = "activities";

    /** Every figure, in the order in which people read them. */
    public static final List<Figure> ALL = List.of(
            sleep("minutesAsleep", "asleep", "Time asleep", "Time asleep in the main sleep", MINUTES),
            sleep("minutesAwake", "awake", "Time awake", "Time awake in bed during the main sleep", MINUTES),
            sleep("minutesInBed", "in_bed", "Time in bed", "Length of the main sleep from start to end", MINUTES),
            sleep("minutesToFallAsleep", "to_fall_asleep", "Time to fall asleep", "Time until asleep", MINUTES),
            sleep("totalMinutesAsleep", "total_asleep", "Time asleep in all", "Time asleep, naps included", MINUTES),
            sleep("efficiency", "efficiency", "Sleep efficiency", "Share of the time in bed spent asleep", PERCENT),
            sleep("startTime", "start", "Sleep start", "Start of the main sleep", TIME),
            sleep("endTime", "end", "Sleep end", "End of the main sleep", TIME),
            sleep("stages.deep", "deep", "Deep sleep", "Deep sleep in the main sleep", MINUTES),
            sleep("stages.light", "light", "Light sleep", "Light sleep in the main sleep", MINUTES),
            sleep("stages.rem", "rem", "REM sleep", "REM sleep in the main sleep", MINUTES),
            sleep("stages.wake", "wake", "Wake", "The stage wake in the main sleep", MINUTES),
            sleep("naps.count", "naps", "Naps", "How many naps", COUNT),
            sleep("naps.minutesAsleep", "nap_asleep", "Time asleep in naps", "Time asleep in naps", MINUTES),
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

    private Figures() {}

    /** The figures of one kind of data; empty if it has none. */
    public static List<Figure> of(String kind) {
        return ALL.stream().filter(figure -> figure.kind().equals(kind)).toList();
    }

    private static Figure sleep(String path, String name, String title, String meaning, Unit unit) {
        return new Figure(SLEEP, path, name, title, meaning + ", in the night that ended today.", unit, MEASURED);
    }

    private static Figure day(String path, String name, String title, String meaning, Unit unit, Course course) {
        return new Figure(ACTIVITIES, path, name, title, meaning + ", today.", unit, course);
    }
}
