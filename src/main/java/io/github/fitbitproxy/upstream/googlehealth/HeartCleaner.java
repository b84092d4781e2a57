package io.github.fitbitproxy.upstream.googlehealth;

import io.github.fitbitproxy.model.HeartDay;
import io.github.fitbitproxy.model.HeartDay.HeartRateVariability;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a day of the heart: its daily rates, and a window of each roll-up. */
final class HeartCleaner {

    static final List<DataType> TYPES = List.of(
            DataType.DAILY_RESTING_HEART_RATE,
            DataType.DAILY_HEART_RATE_VARIABILITY,
            DataType.DAILY_HEART_RATE_ZONES,
            DataType.TIME_IN_HEART_RATE_ZONE,
            DataType.CALORIES_IN_HEART_RATE_ZONE);

    private HeartCleaner() {}

    static HeartDay clean(RawDay raw) throws UpstreamException {
        return day(raw, DayPoints.read(raw));
    }

    static HeartDay day(RawDay raw, DayPoints points) {
        return new HeartDay(
                raw.key().date(),
                points.status(),
                restingHeartRate(points),
                HeartRateZones.read(points),
                variability(points),
                raw.key().upstream(),
                raw.fetchedAt(),
                raw.deviceSyncedAt());
    }

    static @Nullable Integer restingHeartRate(DayPoints points) {
        Double rate = points.positive(DataType.DAILY_RESTING_HEART_RATE, "beatsPerMinute");
        return rate == null ? null : (int) Math.round(rate);
    }

    private static @Nullable HeartRateVariability variability(DayPoints points) {
        DataType type = DataType.DAILY_HEART_RATE_VARIABILITY;
        Double night = points.positive(type, "averageHeartRateVariabilityMilliseconds");
        Double deepSleep = points.positive(type, "deepSleepRootMeanSquareOfSuccessiveDifferencesMilliseconds");
        return night == null && deepSleep == null ? null : new HeartRateVariability(night, deepSleep);
    }
}
