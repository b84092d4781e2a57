package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.VitalsDay;
import io.github.fitbitproxy.model.VitalsDay.CardioFitness;
import io.github.fitbitproxy.model.VitalsDay.OxygenSaturation;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the vital signs of a night, each of which is a point of its own. 0 stands for "not computed". */
final class VitalsCleaner {

    static final List<DataType> TYPES = List.of(
            DataType.DAILY_OXYGEN_SATURATION,
            DataType.DAILY_RESPIRATORY_RATE,
            DataType.DAILY_SLEEP_TEMPERATURE_DERIVATIONS,
            DataType.DAILY_VO2_MAX);

    private static final double WHOLE_PERCENT = 100;

    private VitalsCleaner() {}

    static VitalsDay clean(RawDay raw) throws UpstreamException {
        return day(raw, DayPoints.read(raw));
    }

    static VitalsDay day(RawDay raw, DayPoints points) {
        return new VitalsDay(
                raw.key().date(),
                points.status(),
                oxygenSaturation(points),
                points.positive(DataType.DAILY_RESPIRATORY_RATE, "breathsPerMinute"),
                skinTemperatureDeviation(points),
                cardioFitness(points),
                raw.key().upstream(),
                raw.fetchedAt(),
                raw.deviceSyncedAt());
    }

    /** The bounds are documented as those of a confidence interval, and are what Fitbit called lowest and highest. */
    private static @Nullable OxygenSaturation oxygenSaturation(DayPoints points) {
        Double average = percent(points, "averagePercentage");
        Double lowest = percent(points, "lowerBoundPercentage");
        Double highest = percent(points, "upperBoundPercentage");
        return average == null && lowest == null && highest == null
                ? null
                : new OxygenSaturation(average, lowest, highest);
    }

    private static @Nullable Double percent(DayPoints points, String field) {
        Double percent = points.positive(DataType.DAILY_OXYGEN_SATURATION, field);
        return percent == null || percent > WHOLE_PERCENT ? null : percent;
    }

    /** The night's own temperature less the median of the nights before it, to a hundredth. */
    private static @Nullable Double skinTemperatureDeviation(DayPoints points) {
        JsonNode value = points.value(DataType.DAILY_SLEEP_TEMPERATURE_DERIVATIONS);
        BigDecimal night = LenientJson.decimal(value, "nightlyTemperatureCelsius");
        BigDecimal baseline = LenientJson.decimal(value, "baselineTemperatureCelsius");
        return night == null || baseline == null || night.signum() == 0 || baseline.signum() == 0
                ? null
                : night.subtract(baseline).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }

    private static @Nullable CardioFitness cardioFitness(DayPoints points) {
        Double vo2Max = points.positive(DataType.DAILY_VO2_MAX, "vo2Max");
        return vo2Max == null ? null : new CardioFitness(vo2Max, vo2Max);
    }
}
