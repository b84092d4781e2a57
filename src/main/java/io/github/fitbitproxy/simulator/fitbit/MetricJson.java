package io.github.fitbitproxy.simulator.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.CardioFitness;
import io.github.fitbitproxy.simulator.wearer.NightSigns;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Metrics with an element for each day that has one: heart rate variability, SpO2, breathing rate, skin temperature, cardio
 * fitness.
 */
final class MetricJson {

    private static final Pattern PATH =
            Pattern.compile("/1/user/-/(hrv|spo2|br|temp/skin|cardioscore)/date/([^/]+?)(?:/([^/]+))?\\.json");

    private static final int MOST_DAYS = 30;

    private MetricJson() {}

    /** Empty if the path is another one's. */
    static Optional<JsonNode> answer(String path, WearerLife life, Instant now) throws RefusedCall {
        Matcher asked = PATH.matcher(path);
        if (!asked.matches()) {
            return Optional.empty();
        }
        LocalDate today = life.today(now);
        @Nullable String to = asked.group(3);
        Dates dates = to == null
                ? new Dates(Dates.parse(asked.group(2), today), Dates.parse(asked.group(2), today))
                : Dates.range(asked.group(2), to, today, MOST_DAYS);
        String metric = asked.group(1);
        ArrayNode elements = Json.array();
        dates.ascending().forEach(date -> element(metric, date, life, now).ifPresent(elements::add));
        if (metric.equals("spo2")) {
            // The only one without a wrapper, and for a single day without a list.
            return Optional.of(to == null && !elements.isEmpty() ? elements.get(0) : elements);
        }
        return Optional.of(Json.object().set(wrapper(metric), elements));
    }

    private static String wrapper(String metric) {
        return switch (metric) {
            case "temp/skin" -> "tempSkin";
            case "cardioscore" -> "cardioScore";
            default -> metric;
        };
    }

    private static Optional<ObjectNode> element(String metric, LocalDate date, WearerLife life, Instant now) {
        ObjectNode element = Json.object().put("dateTime", date.toString());
        ObjectNode value = element.putObject("value");
        if (metric.equals("cardioscore")) {
            return life.cardioFitness(date, now).map(fitness -> {
                value.put("vo2Max", span(fitness));
                return element;
            });
        }
        return life.nightSigns(date, now).map(signs -> {
            tell(metric, signs, value);
            return metric.equals("temp/skin") ? element.put("logType", "dedicated_temp_sensor") : element;
        });
    }

    private static void tell(String metric, NightSigns signs, ObjectNode value) {
        switch (metric) {
            case "hrv" -> value.put("dailyRmssd", signs.rmssd()).put("deepRmssd", signs.deepRmssd());
            case "spo2" ->
                value.put("avg", signs.oxygenAverage())
                        .put("min", signs.oxygenMin())
                        .put("max", signs.oxygenMax());
            case "br" -> value.put("breathingRate", signs.breathsPerMinute());
            default -> value.put("nightlyRelative", signs.skinTemperatureDeviation());
        }
    }

    private static String span(CardioFitness fitness) {
        return fitness.isSingle()
                ? Double.toString(fitness.low())
                : Math.round(fitness.low()) + "-" + Math.round(fitness.high());
    }
}
