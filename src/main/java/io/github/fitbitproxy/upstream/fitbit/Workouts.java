package io.github.fitbitproxy.upstream.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.Workout;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code activities} of a daily summary.
 *
 * @param workouts oldest first, those of unknown time last
 * @param complete false if one made no sense and is left out
 */
record Workouts(List<Workout> workouts, boolean complete) {

    private static final Comparator<Workout> OLDEST_FIRST = Comparator.comparing(
                    Workouts::startInstant, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Workout::id);

    /** @param date for a workout that does not say its own */
    static Workouts read(JsonNode activities, LocalDate date, ZoneId zone) {
        List<Workout> workouts = new ArrayList<>();
        for (JsonNode activity : activities) {
            String id = LenientJson.text(activity, "logId");
            if (id != null) {
                workouts.add(workout(id, activity, date, zone));
            }
        }
        boolean complete = workouts.size() == activities.size();
        workouts.sort(OLDEST_FIRST);
        return new Workouts(workouts, complete);
    }

    private static Workout workout(String id, JsonNode activity, LocalDate date, ZoneId zone) {
        String name = LenientJson.text(activity, "name");
        return new Workout(
                id,
                name == null ? LenientJson.text(activity, "activityParentName") : name,
                start(activity, date, zone),
                LenientJson.millisAsMinutes(activity, "duration"),
                LenientJson.integer(activity, "steps"),
                LenientJson.kilometresAsMetres(activity, "distance"),
                LenientJson.integer(activity, "calories"),
                LenientJson.integer(activity, "averageHeartRate"));
    }

    /** A start time may be there although {@code hasStartTime} is false; it means nothing then. */
    private static @Nullable OffsetDateTime start(JsonNode activity, LocalDate date, ZoneId zone) {
        LocalTime time = LenientJson.time(activity, "startTime");
        if (time == null || Boolean.FALSE.equals(LenientJson.flag(activity, "hasStartTime"))) {
            return null;
        }
        LocalDate own = LenientJson.date(activity, "startDate");
        LocalDateTime clock = (own == null ? date : own).atTime(time);
        return clock.atOffset(WallClock.offsetAt(clock, zone));
    }

    private static @Nullable Instant startInstant(Workout workout) {
        OffsetDateTime start = workout.startTime();
        return start == null ? null : start.toInstant();
    }
}
