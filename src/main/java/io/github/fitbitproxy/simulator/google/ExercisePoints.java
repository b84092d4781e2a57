package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import io.github.fitbitproxy.simulator.wearer.Workout;
import io.github.fitbitproxy.simulator.wearer.Workout.Sport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.stream.Stream;

/** Workouts as exercise sessions. */
final class ExercisePoints implements PointSource {

    @Override
    public Stream<Point> on(LocalDate date, WearerLife life, Instant now) {
        return life.activity(date, now).workouts().stream().map(workout -> {
            ZonedDateTime start = life.at(date, workout.startMinute());
            ZonedDateTime end = start.plusMinutes(workout.minutes());
            boolean tracked = workout.sport().tracked;
            ObjectNode source = tracked ? Sources.tracker(life.wearer(), "PASSIVELY_MEASURED") : Sources.otherApp();
            return new Point(
                    String.format(Locale.ROOT, "6%018d", workout.id()),
                    date,
                    start.toInstant(),
                    start.getOffset(),
                    end.toInstant(),
                    end.getOffset(),
                    source,
                    tracked,
                    json(life, workout, start, end));
        });
    }

    private static ObjectNode json(WearerLife life, Workout workout, ZonedDateTime start, ZonedDateTime end) {
        ObjectNode exercise = Json.object();
        exercise.set(
                "interval", Times.interval(start.toInstant(), start.getOffset(), end.toInstant(), end.getOffset()));
        exercise.put("exerciseType", type(workout.sport()));
        exercise.put("displayName", workout.sport().title);
        exercise.put("activeDuration", Times.seconds(workout.minutes() * 60L));
        exercise.set("metricsSummary", metrics(life, workout));
        exercise.putObject("exerciseMetadata");
        if (workout.sport().tracked) {
            ArrayNode events = exercise.putArray("exerciseEvents");
            events.add(event("START", start));
            events.add(event("STOP", end));
        }
        String saved = end.toInstant().plusSeconds(313).plusNanos(551_020_000).toString();
        return exercise.put("createTime", saved).put("updateTime", saved);
    }

    private static ObjectNode metrics(WearerLife life, Workout workout) {
        ObjectNode metrics = Json.object();
        if (workout.calories() > 0) {
            metrics.put("caloriesKcal", workout.calories());
        }
        if (workout.distanceKilometres() > 0 && workout.sport() != Sport.SWIM) {
            metrics.put("distanceMillimeters", Math.round(workout.distanceKilometres() * 1_000_000));
            metrics.put("averagePaceSecondsPerMeter", workout.minutes() * 60 / (workout.distanceKilometres() * 1000));
        }
        if (workout.steps() > 0) {
            metrics.put("steps", Integer.toString(workout.steps()));
        }
        if (workout.sport().tracked && life.wearer().tracker().heartRate()) {
            metrics.put("averageHeartRateBeatsPerMinute", Integer.toString(workout.averageHeartRate()));
        }
        return metrics;
    }

    private static ObjectNode event(String type, ZonedDateTime time) {
        return Json.object()
                .put("eventTime", time.toInstant().toString())
                .put("eventUtcOffset", Times.offset(time.getOffset()))
                .put("exerciseEventType", type);
    }

    private static String type(Sport sport) {
        return switch (sport) {
            case RUN -> "RUNNING";
            case WALK -> "WALKING";
            case BIKE -> "BIKING";
            case SWIM -> "SWIMMING";
        };
    }
}
