package io.github.fitbitproxy.upstream.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.Workout;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.WallClock;
import io.github.fitbitproxy.upstream.WorkoutLogReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code activities} of a daily summary, or of the list of workouts, which names some fields differently.
 *
 * @param workouts oldest first, those of unknown time last
 * @param complete false if one made no sense and is left out
 */
record Workouts(List<Workout> workouts, boolean complete) {

    /** The list's name in both. */
    static final String LIST = "activities";

    private static final Pattern OFFSET = Pattern.compile("[+-]\\d\\d:\\d\\d$");

    private static final Comparator<Workout> OLDEST_FIRST = Comparator.comparing(
                    Workouts::startInstant, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Workout::id);

    /** @param date for a workout that does not say its own */
    static Workouts read(JsonNode activities, LocalDate date, ZoneId zone) {
        return read(activities, (id, activity) -> workout(id, activity, date, zone));
    }

    /** Reads a slice of the list of workouts ("Get Activity Log List"). */
    static Workouts readLog(JsonNode activities, ZoneId zone) {
        return read(activities, (id, activity) -> logged(id, activity, zone));
    }

    private static Workouts read(JsonNode activities, BiFunction<String, JsonNode, Workout> reader) {
        List<Workout> workouts = new ArrayList<>();
        for (JsonNode activity : activities) {
            String id = LenientJson.text(activity, "logId");
            if (id != null) {
                workouts.add(reader.apply(id, activity));
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

    private static Workout logged(String id, JsonNode activity, ZoneId zone) {
        return WorkoutLogReader.read(id, activity, loggedStart(activity, zone));
    }

    /** Where the label is {@code Z} the clock is nevertheless the wearer's, as old entries show. */
    private static @Nullable OffsetDateTime loggedStart(JsonNode activity, ZoneId zone) {
        LocalDateTime clock = LenientJson.clock(activity, "startTime");
        if (clock == null) {
            return null;
        }
        Matcher offset = OFFSET.matcher(activity.path("startTime").asText());
        return clock.atOffset(offset.find() ? ZoneOffset.of(offset.group()) : WallClock.offsetAt(clock, zone));
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
