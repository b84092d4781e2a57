package io.github.fitbitproxy.upstream.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.BodyDay;
import io.github.fitbitproxy.model.BodyDay.Measurement;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.WallClock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads a day of the body: the log of weight, which may tell fat too, and the log of fat. */
final class BodyCleaner {

    /** The part with the log of weight, and its resource. */
    static final String WEIGHT = "weight";

    /** The part with the log of fat, and its resource. */
    static final String FAT = "fat";

    /** What the cloud itself writes for an entry without a time. */
    private static final LocalTime NO_TIME = LocalTime.of(23, 59, 59);

    private static final String DATE = "date";
    private static final double WHOLE_PERCENT = 100;

    private BodyCleaner() {}

    static BodyDay clean(RawDay raw) throws UpstreamException {
        MetricReading reading = new MetricReading(raw);
        List<Measurement> measurements = new ArrayList<>();
        for (JsonNode entry : reading.elements(WEIGHT, DATE)) {
            add(measurements, measurement(raw, entry), reading);
        }
        for (JsonNode entry : reading.elements(FAT, DATE)) {
            Measurement fat = measurement(raw, entry);
            if (!merged(measurements, fat)) {
                add(measurements, fat, reading);
            }
        }
        return BodyDay.of(
                raw.key().date(),
                reading.isComplete() ? DayStatus.FINAL : DayStatus.PARTIAL,
                measurements,
                raw.key().upstream(),
                raw.fetchedAt(),
                raw.deviceSyncedAt());
    }

    private static void add(List<Measurement> measurements, Measurement measurement, MetricReading reading) {
        if (measurement.weightKilograms() == null && measurement.fatPercent() == null && measurement.bmi() == null) {
            reading.lacksSomething();
        } else {
            measurements.add(measurement);
        }
    }

    /** A scale that measures both is in both logs: its fat belongs to the weighing of the same moment. */
    private static boolean merged(List<Measurement> measurements, Measurement fat) {
        for (int i = 0; i < measurements.size(); i++) {
            Measurement weighing = measurements.get(i);
            boolean same = weighing.at().equals(fat.at()) && weighing.weightKilograms() != null;
            if (same && (weighing.fatPercent() == null || weighing.fatPercent().equals(fat.fatPercent()))) {
                measurements.set(
                        i,
                        new Measurement(
                                weighing.at(),
                                weighing.weightKilograms(),
                                fat.fatPercent(),
                                weighing.bmi(),
                                weighing.source() == null ? fat.source() : weighing.source()));
                return true;
            }
        }
        return false;
    }

    private static Measurement measurement(RawDay raw, JsonNode entry) {
        LocalTime time = Objects.requireNonNullElse(LenientJson.time(entry, "time"), NO_TIME);
        LocalDateTime clock = raw.key().date().atTime(time);
        Double fat = LenientJson.positive(entry, "fat");
        return new Measurement(
                OffsetDateTime.of(clock, WallClock.offsetAt(clock, raw.zone())),
                LenientJson.positive(entry, "weight"),
                fat == null || fat >= WHOLE_PERCENT ? null : fat,
                LenientJson.positive(entry, "bmi"),
                LenientJson.text(entry, "source"));
    }
}
