package io.github.fitbitproxy.upstream.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.HeartRateZone;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads {@code heartRateZones}. The wearer's own zones, which stand elsewhere, are not among them. */
final class HeartRateZones {

    /** Public names by the cloud's, lowest zone first. */
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("Out of Range", "outOfRange");
        NAMES.put("Fat Burn", "fatBurn");
        NAMES.put("Cardio", "cardio");
        NAMES.put("Peak", "peak");
    }

    private HeartRateZones() {}

    /** The zones, lowest first, or {@code null} if none is told. */
    static @Nullable List<HeartRateZone> read(JsonNode zones) {
        List<HeartRateZone> read = NAMES.keySet().stream()
                .map(name -> zone(zones, name))
                .filter(Objects::nonNull)
                .toList();
        return read.isEmpty() ? null : read;
    }

    private static @Nullable HeartRateZone zone(JsonNode zones, String name) {
        return StreamSupport.stream(zones.spliterator(), false)
                .filter(zone -> name.equalsIgnoreCase(zone.path("name").asText()))
                .findFirst()
                .map(zone -> new HeartRateZone(
                        NAMES.getOrDefault(name, name),
                        LenientJson.integer(zone, "min"),
                        LenientJson.integer(zone, "max"),
                        LenientJson.integer(zone, "minutes"),
                        calories(zone)))
                .orElse(null);
    }

    private static @Nullable Double calories(JsonNode zone) {
        BigDecimal calories = LenientJson.decimal(zone, "caloriesOut");
        return calories == null ? null : calories.doubleValue();
    }
}
