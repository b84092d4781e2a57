package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.fitbitproxy.model.HeartRateZone;
import io.github.fitbitproxy.upstream.LenientJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the zones together, of which bounds, times and energies are told apart. */
final class HeartRateZones {

    /** The cloud's names and the public ones, lowest zone first. */
    private static final String[][] NAMES = {
        {"LIGHT", "outOfRange"}, {"MODERATE", "fatBurn"}, {"VIGOROUS", "cardio"}, {"PEAK", "peak"}
    };

    private HeartRateZones() {}

    /** The zones of which anything is told, lowest first, or {@code null} if nothing is. */
    static @Nullable List<HeartRateZone> read(DayPoints parts) {
        JsonNode bounds = parts.value(DataType.DAILY_HEART_RATE_ZONES).path("heartRateZones");
        JsonNode times = parts.value(DataType.TIME_IN_HEART_RATE_ZONE).path("timeInHeartRateZones");
        JsonNode energies = parts.value(DataType.CALORIES_IN_HEART_RATE_ZONE).path("caloriesInHeartRateZones");
        List<HeartRateZone> zones = new ArrayList<>();
        for (String[] names : NAMES) {
            JsonNode bound = row(bounds, "heartRateZoneType", names[0]);
            JsonNode time = row(times, "heartRateZone", names[0]);
            JsonNode energy = row(energies, "heartRateZone", names[0]);
            zones.add(new HeartRateZone(
                    names[1],
                    LenientJson.integer(bound, "minBeatsPerMinute"),
                    LenientJson.integer(bound, "maxBeatsPerMinute"),
                    minutes(time, times),
                    calories(energy, energies)));
        }
        boolean told = !bounds.isEmpty() || !times.isEmpty() || !energies.isEmpty();
        return told ? zones : null;
    }

    private static JsonNode row(JsonNode rows, String field, String zone) {
        for (JsonNode row : rows) {
            if (zone.equals(row.path(field).asText())) {
                return row;
            }
        }
        return MissingNode.getInstance();
    }

    /** Together the zones hold all the time, so one that is not among them had none. */
    private static @Nullable Integer minutes(JsonNode row, JsonNode rows) {
        if (!row.has("duration")) {
            return rows.isEmpty() ? null : 0;
        }
        return ProtoJson.minutes(row, "duration");
    }

    private static @Nullable Double calories(JsonNode row, JsonNode rows) {
        if (!row.isObject()) {
            return rows.isEmpty() ? null : 0.0;
        }
        BigDecimal kilocalories = ProtoJson.number(row, "kcal");
        return kilocalories == null ? null : kilocalories.doubleValue();
    }
}
