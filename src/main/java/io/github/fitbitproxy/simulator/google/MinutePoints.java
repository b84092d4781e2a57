package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.Minute;
import io.github.fitbitproxy.simulator.wearer.Minute.Effort;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Types that are recorded minute by minute. Minutes without anything have no point. */
final class MinutePoints implements PointSource {

    private final DataType type;

    MinutePoints(DataType type) {
        this.type = type;
    }

    @Override
    public Stream<Point> on(LocalDate date, WearerLife life, Instant now) {
        return life.minutes(date, now).stream()
                .flatMap(minute -> value(minute).map(value -> point(life, date, minute, value)).stream());
    }

    private Point point(WearerLife life, LocalDate date, Minute minute, ObjectNode value) {
        ZonedDateTime start = life.at(date, minute.ofDay());
        ZonedDateTime end = start.plusMinutes(1);
        ObjectNode timed = Json.object();
        if (type.kind() == DataType.Kind.SAMPLE) {
            timed.set("sampleTime", Times.sample(start));
        } else {
            ObjectNode interval =
                    Times.interval(start.toInstant(), start.getOffset(), end.toInstant(), end.getOffset());
            interval.set("civilStartTime", Times.civil(start.toLocalDateTime()));
            interval.set("civilEndTime", Times.civil(end.toLocalDateTime()));
            timed.set("interval", interval);
        }
        timed.setAll(value);
        return new Point(
                null,
                date,
                start.toInstant(),
                start.getOffset(),
                end.toInstant(),
                end.getOffset(),
                Sources.tracker(life.wearer(), "PASSIVELY_MEASURED"),
                true,
                timed);
    }

    private Optional<ObjectNode> value(Minute minute) {
        return switch (type.path()) {
            case "steps" -> count("count", minute.steps());
            case "distance" -> count("millimeters", Math.round(minute.meters() * 1000));
            case "floors" -> count("count", minute.floors());
            case "altitude" -> count("gainMillimeters", Totals.of(minute).gainMillimeters());
            case "active-energy-burned" ->
                Optional.of(Json.object().put("kcal", minute.netCalories())).filter(any -> minute.netCalories() > 0);
            case "active-minutes" -> activeMinutes(minute.effort());
            case "active-zone-minutes" -> zoneMinutes(minute.zone());
            case "time-in-heart-rate-zone" -> zone(minute.zone());
            case "sedentary-period" ->
                minute.effort() == Effort.SEDENTARY ? Optional.of(Json.object()) : Optional.empty();
            case "heart-rate" -> count("beatsPerMinute", minute.heartRate());
            default -> Optional.empty();
        };
    }

    private static Optional<ObjectNode> activeMinutes(Effort effort) {
        String level = switch (effort) {
            case LIGHT -> "LIGHT";
            case FAIRLY -> "MODERATE";
            case VERY -> "VIGOROUS";
            case IN_BED, SEDENTARY -> "";
        };
        ObjectNode value = Json.object();
        value.putArray("activeMinutesByActivityLevel")
                .addObject()
                .put("activityLevel", level)
                .put("activeMinutes", "1");
        return level.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static Optional<ObjectNode> zoneMinutes(Minute.@Nullable Zone zone) {
        return zone == null || zone == Minute.Zone.OUT_OF_RANGE
                ? Optional.empty()
                : Optional.of(Json.object()
                        .put("heartRateZone", zone.name())
                        .put("activeZoneMinutes", zone == Minute.Zone.FAT_BURN ? "1" : "2"));
    }

    private static Optional<ObjectNode> zone(Minute.@Nullable Zone zone) {
        return Optional.ofNullable(zone)
                .map(in -> Json.object()
                        .put(
                                "heartRateZoneType",
                                switch (in) {
                                    case OUT_OF_RANGE -> "LIGHT";
                                    case FAT_BURN -> "MODERATE";
                                    case CARDIO -> "VIGOROUS";
                                    case PEAK -> "PEAK";
                                }));
    }

    private static Optional<ObjectNode> count(String name, long number) {
        return number == 0 ? Optional.empty() : Optional.of(Json.object().put(name, Long.toString(number)));
    }
}
