package io.github.fitbitproxy.upstream.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.HeartDay;
import io.github.fitbitproxy.model.HeartDay.HeartRateVariability;
import io.github.fitbitproxy.model.HeartRateZone;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a day of the heart. */
final class HeartCleaner {

    /** The part with the day's element of the heart rate series. */
    static final String HEART = "heart";

    /** The part with the heart rate variability. */
    static final String VARIABILITY = "hrv";

    private HeartCleaner() {}

    static HeartDay clean(RawDay raw) throws UpstreamException {
        MetricReading reading = new MetricReading(raw);
        JsonNode heart = heart(reading);
        Integer resting = LenientJson.integer(heart, "restingHeartRate");
        List<HeartRateZone> zones = HeartRateZones.read(heart.path("heartRateZones"));
        HeartRateVariability variability = variability(reading.value(VARIABILITY));
        return new HeartDay(
                raw.key().date(),
                reading.isComplete() ? DayStatus.FINAL : DayStatus.PARTIAL,
                resting == null || resting == 0 ? null : resting,
                zones == null || isMeasured(zones, resting, raw.key().date(), raw.zone()) ? zones : bounds(zones),
                variability,
                raw.key().upstream(),
                raw.fetchedAt(),
                raw.deviceSyncedAt());
    }

    /** Replies with intraday detail have the zones beside the value, the others have them in it. */
    private static JsonNode heart(MetricReading reading) {
        List<JsonNode> elements = reading.elements(HEART, "dateTime");
        if (elements.isEmpty()) {
            return MissingNode.getInstance();
        }
        JsonNode value = elements.get(0).path("value");
        return value.isObject() ? value : elements.get(0);
    }

    private static @Nullable HeartRateVariability variability(JsonNode value) {
        Double daily = LenientJson.positive(value, "dailyRmssd");
        Double deep = LenientJson.positive(value, "deepRmssd");
        return daily == null && deep == null ? null : new HeartRateVariability(daily, deep);
    }

    /**
     * Whether the zones come from a heart that was measured. Without one the cloud gives no minutes, or none but those of the
     * whole day in the lowest zone. Nobody wears a device so still for a whole day and gets no resting heart rate for it.
     */
    private static boolean isMeasured(
            List<HeartRateZone> zones, @Nullable Integer resting, LocalDate date, ZoneId zone) {
        int above = zones.stream()
                .skip(1)
                .mapToInt(one -> one.minutes() == null ? 0 : one.minutes())
                .sum();
        Integer lowest = zones.get(0).minutes();
        return resting != null || above > 0 || (lowest != null && lowest > 0 && lowest < minutesOf(date, zone));
    }

    private static long minutesOf(LocalDate date, ZoneId zone) {
        return Duration.between(date.atStartOfDay(zone), date.plusDays(1).atStartOfDay(zone))
                .toMinutes();
    }

    private static List<HeartRateZone> bounds(List<HeartRateZone> zones) {
        return zones.stream()
                .map(zone -> new HeartRateZone(zone.name(), zone.min(), zone.max(), null, null))
                .toList();
    }
}
