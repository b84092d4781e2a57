package io.github.fitbitproxy.upstream.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.VitalsDay;
import io.github.fitbitproxy.model.VitalsDay.CardioFitness;
import io.github.fitbitproxy.model.VitalsDay.OxygenSaturation;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a day of vitals, a part a metric. */
final class VitalsCleaner {

    static final String OXYGEN_SATURATION = "spo2";
    static final String BREATHING_RATE = "br";
    static final String SKIN_TEMPERATURE = "tempSkin";
    static final String CARDIO_FITNESS = "cardioScore";

    private static final double WHOLE_PERCENT = 100;

    /** {@code 41-45}, or {@code 43.7} for who runs with GPS. */
    private static final Pattern VO2_MAX =
            Pattern.compile("\\s*(\\d{1,3}(?:\\.\\d{1,6})?)(?:\\s*-\\s*(\\d{1,3}(?:\\.\\d{1,6})?))?\\s*");

    private VitalsCleaner() {}

    static VitalsDay clean(RawDay raw) throws UpstreamException {
        MetricReading reading = new MetricReading(raw);
        OxygenSaturation oxygen = oxygen(reading.value(OXYGEN_SATURATION));
        Double breaths = breaths(reading.value(BREATHING_RATE));
        Double temperature = LenientJson.signed(reading.value(SKIN_TEMPERATURE), "nightlyRelative");
        CardioFitness fitness = fitness(reading.value(CARDIO_FITNESS));
        return new VitalsDay(
                raw.key().date(),
                reading.isComplete() ? DayStatus.FINAL : DayStatus.PARTIAL,
                oxygen,
                breaths,
                temperature,
                fitness,
                raw.key().upstream(),
                raw.fetchedAt(),
                raw.deviceSyncedAt());
    }

    private static @Nullable OxygenSaturation oxygen(JsonNode value) {
        Double average = percent(value, "avg");
        Double min = percent(value, "min");
        Double max = percent(value, "max");
        return average == null && min == null && max == null ? null : new OxygenSaturation(average, min, max);
    }

    private static @Nullable Double percent(JsonNode value, String field) {
        Double percent = LenientJson.positive(value, field);
        return percent == null || percent > WHOLE_PERCENT ? null : percent;
    }

    /** The detailed answer tells one for each stage and one for the whole sleep; -1 stands for none. */
    private static @Nullable Double breaths(JsonNode value) {
        Double plain = LenientJson.positive(value, "breathingRate");
        return plain == null ? LenientJson.positive(value.path("fullSleepSummary"), "breathingRate") : plain;
    }

    private static @Nullable CardioFitness fitness(JsonNode value) {
        String text = LenientJson.text(value, "vo2Max");
        Matcher span = VO2_MAX.matcher(text == null ? "" : text);
        if (!span.matches()) {
            return null;
        }
        double one = Double.parseDouble(span.group(1));
        double other = span.group(2) == null ? one : Double.parseDouble(span.group(2));
        return one <= 0 || other <= 0 ? null : new CardioFitness(Math.min(one, other), Math.max(one, other));
    }
}
