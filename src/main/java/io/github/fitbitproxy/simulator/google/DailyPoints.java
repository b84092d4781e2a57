package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.ActivityDay;
import io.github.fitbitproxy.simulator.wearer.Wearer.ZoneLimits;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

/** Types with one point a day. They are known only once the day is over. */
final class DailyPoints implements PointSource {

    /** What one day is worth. */
    private interface Value {

        /** Nothing if the day has none. */
        Stream<ObjectNode> of(ActivityDay day, WearerLife life);
    }

    private final Value value;

    private DailyPoints(Value value) {
        this.value = value;
    }

    static DailyPoints restingHeartRate() {
        return new DailyPoints((day, life) -> Stream.ofNullable(day.restingHeartRate())
                .map(beats -> {
                    ObjectNode json = Json.object().put("beatsPerMinute", Integer.toString(beats));
                    json.putObject("dailyRestingHeartRateMetadata").put("calculationMethod", "WITH_SLEEP");
                    return json;
                }));
    }

    static DailyPoints heartRateZones() {
        return new DailyPoints((day, life) -> day.zones() == null
                ? Stream.empty()
                : Stream.of(zones(life.wearer().zoneLimits())));
    }

    @Override
    public Stream<Point> on(LocalDate date, WearerLife life, Instant now) {
        if (!date.isBefore(life.today(now))) {
            return Stream.empty();
        }
        ZonedDateTime start = life.at(date, 0);
        return value.of(life.activity(date, now), life).map(json -> {
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
