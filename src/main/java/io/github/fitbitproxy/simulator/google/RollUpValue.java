package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.ActivityDay.Zone;
import io.github.fitbitproxy.simulator.wearer.Minute;
import io.github.fitbitproxy.simulator.wearer.Wearer.Tracker;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * The value of a window, in the shape that its data type has. A true zero of a number is left out; a window without data has
 * no value at all.
 */
final class RollUpValue {

    private static final List<String> ZONES = List.of("LIGHT", "MODERATE", "VIGOROUS", "PEAK");

    private RollUpValue() {}

    /** Empty if the device cannot know it. */
    static Optional<ObjectNode> of(DataType type, Totals totals, Tracker tracker) {
        if (!type.isKnownTo(tracker)) {
            return Optional.empty();
        }
        List<Zone> zones = totals.zones() == null ? List.of() : totals.zones();
        return switch (type.path()) {
            case "steps" -> Optional.of(count("countSum", totals.steps()));
            case "distance" -> Optional.of(count("millimetersSum", totals.millimeters()));
            case "floors" -> Optional.of(count("countSum", totals.floors()));
            case "altitude" -> Optional.of(count("gainMillimetersSum", totals.gainMillimeters()));
            case "total-calories" -> Optional.of(kcal(totals.kcal()));
            case "active-energy-burned" -> Optional.of(kcal(totals.activeKcal()));
            case "active-minutes" -> Optional.of(activeMinutes(totals));
            case "sedentary-period" ->
                Optional.of(Json.object().put("durationSum", Times.seconds(totals.sedentary() * 60L)));
            case "active-zone-minutes" -> when(!zones.isEmpty(), zoneMinutes(zones));
            case "time-in-heart-rate-zone" -> when(!zones.isEmpty(), timeInZones(zones));
            case "calories-in-heart-rate-zone" -> when(!zones.isEmpty(), caloriesInZones(zones));
            default -> Optional.empty();
        };
    }

    /** Lowest, mean and highest heart rate; empty if it was not measured. */
    static Optional<ObjectNode> heartRate(List<Minute> minutes) {
        IntSummaryStatistics beats = minutes.stream()
                .mapToInt(Minute::heartRate)
                .filter(rate -> rate > 0)
                .summaryStatistics();
        return when(
                beats.getCount() > 0,
                Json.object()
                        .put("beatsPerMinuteAvg", beats.getAverage())
                        .put("beatsPerMinuteMax", (double) beats.getMax())
                        .put("beatsPerMinuteMin", (double) beats.getMin()));
    }

    private static ObjectNode activeMinutes(Totals totals) {
        ObjectNode value = Json.object();
        ArrayNode levels = value.putArray("activeMinutesRollupByActivityLevel");
        level(levels, "LIGHT", totals.light());
        level(levels, "MODERATE", totals.moderate());
        level(levels, "VIGOROUS", totals.vigorous());
        return value;
    }

    private static void level(ArrayNode levels, String level, int minutes) {
        if (minutes > 0) {
            levels.addObject().put("activityLevel", level).put("activeMinutesSum", Integer.toString(minutes));
        }
    }

    /** A score: above the lowest of the three zones a minute counts twice. */
    private static ObjectNode zoneMinutes(List<Zone> zones) {
        return zones.isEmpty()
                ? Json.object()
                : Json.object()
                        .put(
                                "sumInFatBurnHeartZone",
                                Integer.toString(zones.get(1).minutes()))
                        .put(
                                "sumInCardioHeartZone",
                                Integer.toString(2 * zones.get(2).minutes()))
                        .put(
                                "sumInPeakHeartZone",
                                Integer.toString(2 * zones.get(3).minutes()));
    }

    private static ObjectNode timeInZones(List<Zone> zones) {
        ObjectNode value = Json.object();
        ArrayNode list = value.putArray("timeInHeartRateZones");
        for (int i = 0; i < zones.size(); i++) {
            list.addObject()
                    .put("heartRateZone", ZONES.get(i))
                    .put("duration", Times.seconds(zones.get(i).minutes() * 60L));
        }
        return value;
    }

    private static ObjectNode caloriesInZones(List<Zone> zones) {
        ObjectNode value = Json.object();
        ArrayNode list = value.putArray("caloriesInHeartRateZones");
        for (int i = 0; i < zones.size(); i++) {
            list.addObject()
                    .put("heartRateZone", ZONES.get(i))
                    .put("kcal", zones.get(i).caloriesOut());
        }
        return value;
    }

    private static ObjectNode count(String name, long number) {
        return number == 0 ? Json.object() : Json.object().put(name, Long.toString(number));
    }

    private static ObjectNode kcal(double kcal) {
        return kcal == 0 ? Json.object() : Json.object().put("kcalSum", kcal);
    }

    private static Optional<ObjectNode> when(boolean known, ObjectNode value) {
        return known ? Optional.of(value) : Optional.empty();
    }
}
