package io.github.fitbitproxy.upstream.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.HeartDay;
import io.github.fitbitproxy.model.HeartDay.HeartRateVariability;
import io.github.fitbitproxy.model.HeartRateZone;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.takeout.ExportFile.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a day of the heart. What an older table and a newer one both tell is taken from the older one. */
final class HeartCleaner {

    static final ExportFile ZONES = ExportFile.json("time_in_heart_rate_zones", Clock.LOCAL_DAY);
    static final ExportFile RESTING_RATE =
            ExportFile.json("resting_heart_rate", Clock.DATE_IN_VALUE).yearly();
    static final ExportFile RESTING_RATE_TABLE = ExportFile.googleTable("daily_resting_heart_rate", Clock.CSV);

    private static final ExportFile VARIABILITY = ExportFile.titled("Daily Heart Rate Variability Summary", Clock.CSV);
    private static final ExportFile VARIABILITY_TABLE =
            ExportFile.googleTable("daily_heart_rate_variability", Clock.CSV);

    static final List<ExportFile> FILES =
            List.of(ZONES, RESTING_RATE, RESTING_RATE_TABLE, VARIABILITY, VARIABILITY_TABLE);

    /** The export's names of the zones, lowest first, and ours. */
    private static final List<Map.Entry<String, String>> ZONE_NAMES = List.of(
            Map.entry("BELOW_DEFAULT_ZONE_1", "outOfRange"),
            Map.entry("IN_DEFAULT_ZONE_1", "fatBurn"),
            Map.entry("IN_DEFAULT_ZONE_2", "cardio"),
            Map.entry("IN_DEFAULT_ZONE_3", "peak"));

    private HeartCleaner() {}

    static HeartDay clean(RawDay raw) throws UpstreamException {
        ExportParts parts = new ExportParts(raw.parts());
        List<HeartRateZone> zones = zones(parts);
        return new HeartDay(
                raw.key().date(),
                parts.status(),
                restingHeartRate(parts),
                zones == null || !isWorn(zones) ? null : zones,
                variability(parts),
                raw.key().upstream(),
                raw.fetchedAt(),
                null);
    }

    /** 0 stands for "not computed". */
    static @Nullable Integer restingHeartRate(ExportParts parts) throws UpstreamException {
        JsonNode row = parts.last(RESTING_RATE);
        Double told = row == null ? null : LenientJson.positive(row.path("value"), "value");
        Double rate = told == null ? Csv.positive(parts.line(RESTING_RATE_TABLE), "beats per minute") : told;
        return rate == null ? null : (int) Math.round(rate);
    }

    static @Nullable List<HeartRateZone> zones(ExportParts parts) throws UpstreamException {
        JsonNode row = parts.last(ZONES);
        if (row == null) {
            return null;
        }
        JsonNode minutes = row.path("value").path("valuesInZones");
        return ZONE_NAMES.stream()
                .map(zone -> new HeartRateZone(
                        zone.getValue(), null, null, LenientJson.integer(minutes, zone.getKey()), null))
                .toList();
    }

    /** A day on which nobody wore the device may stand there with zeros. */
    private static boolean isWorn(List<HeartRateZone> zones) {
        return zones.stream()
                .map(HeartRateZone::minutes)
                .filter(Objects::nonNull)
                .anyMatch(minutes -> minutes > 0);
    }

    private static @Nullable HeartRateVariability variability(ExportParts parts) {
        Map<String, String> newer = parts.line(VARIABILITY_TABLE);
        Double told = Csv.positive(parts.line(VARIABILITY), "rmssd");
        Double night = told == null ? Csv.positive(newer, "average heart rate variability milliseconds") : told;
        Double deepSleep = Csv.positive(newer, "deep sleep root mean square of successive differences milliseconds");
        return night == null && deepSleep == null ? null : new HeartRateVariability(night, deepSleep);
    }
}
