package io.github.fitbitproxy.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.ActivityDay;
import io.github.fitbitproxy.simulator.wearer.ActivityDay.Zone;
import io.github.fitbitproxy.simulator.wearer.ActivityDay.Zones;
import io.github.fitbitproxy.simulator.wearer.Wearer;
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
        int highest = 220 - wearer.habits().age();
        int fatBurn = highest / 2;
        int cardio = highest * 7 / 10;
        int peak = highest * 85 / 100;
        ArrayNode list = Json.array();
        list.add(zone("Out of Range", 30, fatBurn, zones == null ? null : zones.outOfRange()));
        list.add(zone("Fat Burn", fatBurn, cardio, zones == null ? null : zones.fatBurn()));
        list.add(zone("Cardio", cardio, peak, zones == null ? null : zones.cardio()));
        list.add(zone("Peak", peak, 220, zones == null ? null : zones.peak()));
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
