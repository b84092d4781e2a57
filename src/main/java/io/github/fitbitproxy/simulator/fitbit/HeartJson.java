package io.github.fitbitproxy.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.ActivityDay;
import io.github.fitbitproxy.simulator.wearer.ActivityDay.Zone;
import io.github.fitbitproxy.simulator.wearer.ActivityDay.Zones;
import io.github.fitbitproxy.simulator.wearer.Wearer;
import io.github.fitbitproxy.simulator.wearer.Wearer.ZoneLimits;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Heart-rate zones, in the daily summary and in "Get Heart Rate Time Series". */
final class HeartJson {

    private HeartJson() {}

    static ObjectNode day(Wearer wearer, LocalDate date, ActivityDay day) {
        ObjectNode json = Json.object().put("dateTime", date.toString());
        ObjectNode value = json.putObject("value");
        value.putArray("customHeartRateZones");
        value.set("heartRateZones", zones(wearer, day.zones()));
        if (day.restingHeartRate() != null) {
            value.put("restingHeartRate", day.restingHeartRate());
        }
        return json;
    }

    /** The four zones; without heart data they keep their limits only. */
    static ArrayNode zones(Wearer wearer, @Nullable Zones zones) {
        ZoneLimits limits = wearer.zoneLimits();
        ArrayNode list = Json.array();
        list.add(zone("Out of Range", ZoneLimits.LOWEST, limits.fatBurn(), zones == null ? null : zones.outOfRange()));
        list.add(zone("Fat Burn", limits.fatBurn(), limits.cardio(), zones == null ? null : zones.fatBurn()));
        list.add(zone("Cardio", limits.cardio(), limits.peak(), zones == null ? null : zones.cardio()));
        list.add(zone("Peak", limits.peak(), ZoneLimits.HIGHEST, zones == null ? null : zones.peak()));
        return list;
    }

    private static ObjectNode zone(String name, int min, int max, @Nullable Zone zone) {
        ObjectNode json = Json.object();
        if (zone != null) {
            json.set("caloriesOut", Json.number(zone.caloriesOut()));
        }
        json.put("max", max).put("min", min);
        if (zone != null) {
            json.put("minutes", zone.minutes());
        }
        return json.put("name", name);
    }
}
