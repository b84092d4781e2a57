package io.github.fitbitproxy.upstream.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.HeartRateZone;
import io.github.fitbitproxy.upstream.LenientJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code heartRateZones}. The wearer's own zones, which stand elsewhere, are not among them. */
final class HeartRateZones {

    /** The cloud's names and the public ones, lowest zone first. */
    private static final String[][] NAMES = {
        {"Out of Range", "outOfRange"}, {"Fat Burn", "fatBurn"}, {"Cardio", "cardio"}, {"Peak", "peak"}
    };

    private HeartRateZones() {}

    /** The zones, lowest first, or {@code null} if none is told. */
    static @Nullable List<HeartRateZone> read(JsonNode zones) {
        List<HeartRateZone> read = new ArrayList<>();
        for (String[] names : NAMES) {
            for (JsonNode zone : zones) {
                if (names[0].equalsIgnoreCase(zone.path("name").asText())) {
                    read.add(zone(names[1], zone));
                    break;
                }
            }
        }
        return read.isEmpty() ? null : read;
    }

    private static HeartRateZone zone(String name, JsonNode zone) {
        return new HeartRateZone(
                name,
                LenientJson.integer(zone, "min"),
                LenientJson.integer(zone, "max"),
                LenientJson.integer(zone, "minutes"),
                calories(zone));
    }

    private static @Nullable Double calories(JsonNode zone) {
        BigDecimal calories = LenientJson.decimal(zone, "caloriesOut");
        return calories == null ? null : calories.doubleValue();
    }
}
