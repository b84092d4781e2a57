package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.CardioFitness;
import io.github.fitbitproxy.simulator.wearer.NightSigns;
import io.github.fitbitproxy.simulator.wearer.Wearer.ZoneLimits;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Types with one point a day. They are known only once the day is over. */
final class DailyPoints implements PointSource {

    /** What one day is worth. */
    private interface Value {

        /** Empty if the day has none. */
        Optional<ObjectNode> of(LocalDate date, WearerLife life, Instant now);
    }

    /** By the names of the types in paths. */
    private static final Map<String, Value> VALUES = Map.of(
            "daily-resting-heart-rate",
            (date, life, now) -> Optional.ofNullable(life.activity(date, now).restingHeartRate())
                    .map(DailyPoints::restingHeartRate),
            "daily-heart-rate-zones",
            (date, life, now) -> Optional.ofNullable(life.activity(date, now).zones())
                    .map(measured -> zones(life.wearer().zoneLimits())),
            "daily-heart-rate-variability",
            (date, life, now) -> life.nightSigns(date, now).map(DailyPoints::variability),
            "daily-oxygen-saturation",
            (date, life, now) -> life.nightSigns(date, now).map(DailyPoints::oxygenSaturation),
            "daily-respiratory-rate",
            (date, life, now) -> life.nightSigns(date, now)
                    .map(signs -> Json.object().put("breathsPerMinute", signs.breathsPerMinute())),
            "daily-sleep-temperature-derivations",
            (date, life, now) -> life.nightSigns(date, now).map(DailyPoints::temperature),
            "daily-vo2-max",
            (date, life, now) -> life.cardioFitness(date, now).map(DailyPoints::cardioFitness));

    private static final double BASELINE_CELSIUS = 34.1;

    private final Value value;

    private DailyPoints(Value value) {
        this.value = value;
    }

    /** Empty if nothing of that type is invented. */
    static Optional<PointSource> of(DataType type) {
        return Optional.ofNullable(VALUES.get(type.path())).map(DailyPoints::new);
    }

    @Override
    public Stream<Point> on(LocalDate date, WearerLife life, Instant now) {
        if (!date.isBefore(life.today(now))) {
            return Stream.empty();
        }
        ZonedDateTime start = life.at(date, 0);
        return value.of(date, life, now).stream().map(json -> {
            ObjectNode dated = Json.object();
            dated.set("date", Times.date(date));
            dated.setAll(json);
            return new Point(
                    null,
                    date,
                    start.toInstant(),
                    start.getOffset(),
                    start.plusDays(1).toInstant(),
                    start.getOffset(),
                    Sources.tracker(life.wearer(), "DERIVED"),
                    true,
                    dated);
        });
    }

    private static ObjectNode restingHeartRate(int beats) {
        ObjectNode json = Json.object().put("beatsPerMinute", Integer.toString(beats));
        json.putObject("dailyRestingHeartRateMetadata").put("calculationMethod", "WITH_SLEEP");
        return json;
    }

    private static ObjectNode variability(NightSigns signs) {
        return Json.object()
                .put("averageHeartRateVariabilityMilliseconds", signs.rmssd())
                .put("deepSleepRootMeanSquareOfSuccessiveDifferencesMilliseconds", signs.deepRmssd());
    }

    private static ObjectNode oxygenSaturation(NightSigns signs) {
        return Json.object()
                .put("averagePercentage", signs.oxygenAverage())
                .put("lowerBoundPercentage", signs.oxygenMin())
                .put("upperBoundPercentage", signs.oxygenMax());
    }

    /** Absolute temperatures: whoever wants to know the difference has to work it out. */
    private static ObjectNode temperature(NightSigns signs) {
        return Json.object()
                .put("nightlyTemperatureCelsius", BASELINE_CELSIUS + signs.skinTemperatureDeviation())
                .put("baselineTemperatureCelsius", BASELINE_CELSIUS);
    }

    /** One number, where the other cloud may tell a span. */
    private static ObjectNode cardioFitness(CardioFitness fitness) {
        return Json.object().put("vo2Max", (fitness.low() + fitness.high()) / 2).put("estimated", !fitness.isSingle());
    }

    private static ObjectNode zones(ZoneLimits limits) {
        ObjectNode json = Json.object();
        ArrayNode zones = json.putArray("heartRateZones");
        zones.add(zone("LIGHT", ZoneLimits.LOWEST, limits.fatBurn()));
        zones.add(zone("MODERATE", limits.fatBurn(), limits.cardio()));
        zones.add(zone("VIGOROUS", limits.cardio(), limits.peak()));
        zones.add(zone("PEAK", limits.peak(), ZoneLimits.HIGHEST));
        return json;
    }

    private static ObjectNode zone(String type, int min, int max) {
        return Json.object()
                .put("heartRateZoneType", type)
                .put("minBeatsPerMinute", Integer.toString(min))
                .put("maxBeatsPerMinute", Integer.toString(max));
    }
}
