package io.github.fitbitproxy.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.ActivityDay;
import io.github.fitbitproxy.simulator.wearer.ActivityDay.Zones;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** "Get Activity Time Series": one figure a day, as text, every day of the range. */
final class SeriesJson {

    private static final Map<String, Function<ActivityDay, String>> FIGURES = Map.ofEntries(
            Map.entry("activityCalories", day -> whole(day.activityCalories())),
            Map.entry("calories", day -> whole(day.caloriesOut())),
            Map.entry("caloriesBMR", day -> whole(day.caloriesBasal())),
            Map.entry("distance", day -> Double.toString(day.distances().total())),
            Map.entry("elevation", day -> Double.toString(floors(day) * ActivityJson.FLOOR_METERS)),
            Map.entry("floors", day -> whole(floors(day))),
            Map.entry("minutesSedentary", day -> whole(day.minutesSedentary())),
            Map.entry("minutesLightlyActive", day -> whole(day.minutesLight())),
            Map.entry("minutesFairlyActive", day -> whole(day.minutesFairly())),
            Map.entry("minutesVeryActive", day -> whole(day.minutesVery())),
            Map.entry("steps", day -> whole(day.steps())),
            Map.entry("swimming-strokes", day -> "0"));

    private static final Set<String> NOT_BY_TRACKER = Set.of("caloriesBMR", "swimming-strokes");

    private SeriesJson() {}

    /** @param resource a name from the path, such as {@code steps} or {@code tracker/steps} */
    static boolean knows(String resource) {
        String figure = resource.replaceFirst("^tracker/", "");
        return FIGURES.containsKey(figure) && !(resource.startsWith("tracker/") && NOT_BY_TRACKER.contains(figure));
    }

    /** @param resource one that {@link #knows} accepts */
    static ObjectNode answer(String resource, Dates dates, Function<LocalDate, ActivityDay> days) {
        ObjectNode answer = Json.object();
        ArrayNode series = answer.putArray("activities-" + resource.replace('/', '-'));
        Function<ActivityDay, String> figure = resource.equals("tracker/distance")
                ? day -> Double.toString(day.distances().tracker())
                : FIGURES.getOrDefault(resource.replaceFirst("^tracker/", ""), day -> "0");
        dates.ascending()
                .forEach(date -> series.addObject()
                        .put("dateTime", date.toString())
                        .put("value", figure.apply(days.apply(date))));
        return answer;
    }

    /** Active zone minutes: days and zones without any are left out; above the lowest zone a minute counts twice. */
    static ObjectNode activeZoneMinutes(Dates dates, Function<LocalDate, ActivityDay> days) {
        ObjectNode answer = Json.object();
        ArrayNode series = answer.putArray("activities-active-zone-minutes");
        dates.ascending().forEach(date -> {
            Zones zones = days.apply(date).zones();
            if (zones == null) {
                return;
            }
            int fatBurn = zones.fatBurn().minutes();
            int cardio = 2 * zones.cardio().minutes();
            int peak = 2 * zones.peak().minutes();
            if (fatBurn + cardio + peak > 0) {
                ObjectNode value =
                        series.addObject().put("dateTime", date.toString()).putObject("value");
                value.put("activeZoneMinutes", fatBurn + cardio + peak);
                putUnlessZero(value, "cardioActiveZoneMinutes", cardio);
                putUnlessZero(value, "fatBurnActiveZoneMinutes", fatBurn);
                putUnlessZero(value, "peakActiveZoneMinutes", peak);
            }
        });
        return answer;
    }

    private static void putUnlessZero(ObjectNode value, String name, int minutes) {
        if (minutes > 0) {
            value.put(name, minutes);
        }
    }

    private static int floors(ActivityDay day) {
        Integer floors = day.floors();
        return floors == null ? 0 : floors;
    }

    private static String whole(int value) {
        return Integer.toString(value);
    }
}
