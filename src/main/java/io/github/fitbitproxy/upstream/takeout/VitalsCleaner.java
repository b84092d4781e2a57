package io.github.fitbitproxy.upstream.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.VitalsDay;
import io.github.fitbitproxy.model.VitalsDay.CardioFitness;
import io.github.fitbitproxy.model.VitalsDay.OxygenSaturation;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.takeout.ExportFile.Clock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the vital signs of a night. What an older table and a newer one both tell is taken from the older one. */
final class VitalsCleaner {

    private static final ExportFile OXYGEN = ExportFile.titled("Daily SpO2", Clock.CSV);
    private static final ExportFile OXYGEN_TABLE = ExportFile.googleTable("daily_oxygen_saturation", Clock.CSV);
    private static final ExportFile BREATHS = ExportFile.titled("Daily Respiratory Rate Summary", Clock.CSV);
    private static final ExportFile BREATHS_TABLE = ExportFile.googleTable("daily_respiratory_rate", Clock.CSV);
    private static final ExportFile TEMPERATURE = ExportFile.titled("Computed Temperature", Clock.CSV_SLEEP_END);
    private static final ExportFile TEMPERATURE_TABLE =
            ExportFile.googleTable("daily_sleep_temperature_derivations", Clock.CSV);
    private static final ExportFile CARDIO_FITNESS =
            ExportFile.json("demographic_vo2_max", Clock.LOCAL_DAY).yearly();

    static final List<ExportFile> FILES =
            List.of(OXYGEN, OXYGEN_TABLE, BREATHS, BREATHS_TABLE, TEMPERATURE, TEMPERATURE_TABLE, CARDIO_FITNESS);

    private static final double WHOLE_PERCENT = 100;
    private static final String SAMPLES = "temperature_samples";

    private VitalsCleaner() {}

    static VitalsDay clean(RawDay raw) throws UpstreamException {
        ExportParts parts = new ExportParts(raw.parts());
        OxygenSaturation oxygen = oxygenSaturation(parts.line(OXYGEN), "average_value", "lower_bound", "upper_bound");
        Double breaths = Csv.positive(parts.line(BREATHS), "daily_respiratory_rate");
        BigDecimal deviation = deviation(parts.lines(TEMPERATURE));
        BigDecimal temperature = deviation == null ? deviation(parts.line(TEMPERATURE_TABLE)) : deviation;
        return new VitalsDay(
                raw.key().date(),
                parts.status(),
                oxygen == null
                        ? oxygenSaturation(
                                parts.line(OXYGEN_TABLE),
                                "average percentage",
                                "lower bound percentage",
                                "upper bound percentage")
                        : oxygen,
                breaths == null ? Csv.positive(parts.line(BREATHS_TABLE), "breaths per minute") : breaths,
                temperature == null ? null : hundredths(temperature),
                cardioFitness(parts.last(CARDIO_FITNESS)),
                raw.key().upstream(),
                raw.fetchedAt(),
                null);
    }

    private static @Nullable OxygenSaturation oxygenSaturation(
            Map<String, String> line, String averageColumn, String lowestColumn, String highestColumn) {
        Double average = percent(line, averageColumn);
        Double lowest = percent(line, lowestColumn);
        Double highest = percent(line, highestColumn);
        return average == null && lowest == null && highest == null
                ? null
                : new OxygenSaturation(average, lowest, highest);
    }

    private static @Nullable Double percent(Map<String, String> line, String column) {
        Double percent = Csv.positive(line, column);
        return percent == null || percent > WHOLE_PERCENT ? null : percent;
    }

    /** The mean of the samples of the longest sleep, each of which is told relative to the baseline. */
    private static @Nullable BigDecimal deviation(List<Map<String, String>> sleeps) {
        return sleeps.stream()
                .filter(sleep -> Csv.positive(sleep, SAMPLES) != null)
                .max(Comparator.comparing(sleep -> Objects.requireNonNull(Csv.number(sleep, SAMPLES))))
                .map(sleep -> {
                    BigDecimal sum = Csv.number(sleep, "baseline_relative_sample_sum");
                    BigDecimal samples = Objects.requireNonNull(Csv.number(sleep, SAMPLES));
                    return sum == null ? null : sum.divide(samples, 4, RoundingMode.HALF_UP);
                })
                .orElse(null);
    }

    private static @Nullable BigDecimal deviation(Map<String, String> line) {
        BigDecimal night = Csv.number(line, "nightly temperature celsius");
        BigDecimal baseline = Csv.number(line, "baseline temperature celsius");
        return night == null || baseline == null || night.signum() <= 0 || baseline.signum() <= 0
                ? null
                : night.subtract(baseline);
    }

    /** A filtered estimate is the one that the app shows. */
    private static @Nullable CardioFitness cardioFitness(@Nullable JsonNode row) {
        if (row == null) {
            return null;
        }
        JsonNode value = row.path("value");
        Double filtered = LenientJson.positive(value, "filteredDemographicVO2Max");
        Double vo2Max = filtered == null ? LenientJson.positive(value, "demographicVO2Max") : filtered;
        Double shown = vo2Max == null ? null : hundredths(BigDecimal.valueOf(vo2Max));
        return shown == null ? null : new CardioFitness(shown, shown);
    }

    private static double hundredths(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP).doubleValue();
    }
}
