package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.Workout;
import io.github.fitbitproxy.upstream.LenientJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads data points of type {@code exercise}.
 *
 * @param workouts oldest first
 * @param complete false if one made no sense and is left out
 */
record Workouts(List<Workout> workouts, boolean complete) {

    private static final Comparator<Workout> OLDEST_FIRST = Comparator.comparing(
                    Workout::startTime, Comparator.nullsLast(OffsetDateTime.timeLineOrder()))
            .thenComparing(Workout::id);

    static Workouts read(List<JsonNode> points, ZoneId zone) {
        Map<String, Workout> byId = new TreeMap<>();
        boolean complete = true;
        for (JsonNode point : points) {
            JsonNode exercise = point.path(DataType.EXERCISE.member());
            SessionInterval interval = SessionInterval.of(exercise, zone);
            OffsetDateTime start = interval.start();
            if (start == null) {
                complete = false;
            } else {
                String id = DataPoints.id(point, start);
                byId.put(id, workout(id, exercise, start, interval.end()));
            }
        }
        return new Workouts(byId.values().stream().sorted(OLDEST_FIRST).toList(), complete);
    }

    private static Workout workout(String id, JsonNode exercise, OffsetDateTime start, @Nullable OffsetDateTime end) {
        JsonNode metrics = exercise.path("metricsSummary");
        return new Workout(
                id,
                name(exercise),
                start,
                minutes(exercise, start, end),
                LenientJson.integer(metrics, "steps"),
                meters(metrics),
                LenientJson.integer(metrics, "caloriesKcal"),
                LenientJson.integer(metrics, "averageHeartRateBeatsPerMinute"));
    }

    /** In the language of the account; where it is missing, the type, such as {@code STRENGTH_TRAINING}, in words. */
    private static @Nullable String name(JsonNode exercise) {
        String name = LenientJson.text(exercise, "displayName");
        String type = LenientJson.text(exercise, "exerciseType");
        if (name != null || type == null || type.equals("EXERCISE_TYPE_UNSPECIFIED")) {
            return name;
        }
        return type.charAt(0) + type.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** From start to end, with pauses; while it is running, the time spent active. */
    private static @Nullable Integer minutes(JsonNode exercise, OffsetDateTime start, @Nullable OffsetDateTime end) {
        if (end == null || end.isBefore(start)) {
            return ProtoJson.minutes(exercise, "activeDuration");
        }
        long seconds = Duration.between(start, end).toSeconds();
        return (int) Math.min(Integer.MAX_VALUE, (seconds + 30) / 60);
    }

    private static @Nullable Integer meters(JsonNode metrics) {
        BigDecimal millimeters = LenientJson.decimal(metrics, "distanceMillimeters");
        return millimeters == null
                ? null
                : millimeters.movePointLeft(3).setScale(0, RoundingMode.HALF_UP).intValue();
    }
}
