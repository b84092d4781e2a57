package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.BodyDay;
import io.github.fitbitproxy.model.BodyDay.Measurement;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a day of weighings. Weight and body fat are points of their own: those of one moment are one measurement, and so is
 * what several sources tell of it, the tracker's cloud before apps that passed it on. The cloud tells no body mass index.
 */
final class BodyCleaner {

    static final List<DataType> TYPES = List.of(DataType.WEIGHT, DataType.BODY_FAT);

    private static final double WHOLE_PERCENT = 100;

    private BodyCleaner() {}

    static BodyDay clean(RawDay raw) throws UpstreamException {
        return day(raw, DayPoints.read(raw));
    }

    static BodyDay day(RawDay raw, DayPoints points) {
        SortedMap<Instant, Measurement> measurements = new TreeMap<>();
        boolean complete = points.complete();
        for (DataType type : TYPES) {
            List<JsonNode> trackedFirst = points.of(type).stream()
                    .sorted(Comparator.comparing(point -> !DataPoints.isTracked(point)))
                    .toList();
            for (JsonNode point : trackedFirst) {
                Measurement told = measurement(point, type, raw);
                complete &= told != null;
                if (told != null) {
                    measurements.merge(told.at().toInstant(), told, BodyCleaner::together);
                }
            }
        }
        return BodyDay.of(
                raw.key().date(),
                complete ? DayStatus.FINAL : DayStatus.PARTIAL,
                List.copyOf(measurements.values()),
                raw.key().upstream(),
                raw.fetchedAt(),
                raw.deviceSyncedAt());
    }

    /** {@code null} if it makes no sense: no time, or no figure. */
    private static @Nullable Measurement measurement(JsonNode point, DataType type, RawDay raw) {
        JsonNode value = point.path(type.member());
        OffsetDateTime at = SampleTime.of(value, raw.zone());
        Double weight = type == DataType.WEIGHT ? kilograms(value) : null;
        Double fat = type == DataType.BODY_FAT ? percent(value) : null;
        return at == null || weight == null && fat == null
                ? null
                : new Measurement(at, weight, fat, null, source(point));
    }

    /** To ten grams, as finely as anybody tells it. */
    private static @Nullable Double kilograms(JsonNode weight) {
        BigDecimal grams = LenientJson.decimal(weight, "weightGrams");
        return grams == null || grams.signum() == 0
                ? null
                : Double.valueOf(
                        grams.movePointLeft(3).setScale(2, RoundingMode.HALF_UP).doubleValue());
    }

    private static @Nullable Double percent(JsonNode fat) {
        Double percent = LenientJson.positive(fat, "percentage");
        return percent == null || percent >= WHOLE_PERCENT ? null : percent;
    }

    private static Measurement together(Measurement one, Measurement other) {
        return new Measurement(
                one.at(),
                one.weightKilograms() == null ? other.weightKilograms() : one.weightKilograms(),
                one.fatPercent() == null ? other.fatPercent() : one.fatPercent(),
                null,
                one.source() == null ? other.source() : one.source());
    }

    /** The device; {@code MANUAL}; else the app that passed it on, or the platform. */
    private static @Nullable String source(JsonNode point) {
        JsonNode source = point.path("dataSource");
        String method = LenientJson.text(source, "recordingMethod");
        return Stream.of(
                        LenientJson.text(source.path("device"), "displayName"),
                        "MANUAL".equals(method) ? method : null,
                        LenientJson.text(source.path("application"), "packageName"),
                        LenientJson.text(source, "platform"))
                .filter(name -> name != null)
                .findFirst()
                .orElse(null);
    }
}
