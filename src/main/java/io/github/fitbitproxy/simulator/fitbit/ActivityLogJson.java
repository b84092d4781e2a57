package io.github.fitbitproxy.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import io.github.fitbitproxy.simulator.wearer.Workout;
import io.github.fitbitproxy.simulator.wearer.Workout.Sport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** "Get Activity Log List": the same workouts as in the daily summaries, page by page. */
final class ActivityLogJson {

    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

    private ActivityLogJson() {}

    static ObjectNode answer(LogListQuery query, WearerLife life, boolean heartRate, Instant now) {
        List<ObjectNode> found = new ArrayList<>();
        // One more than the page holds shows whether there is another page.
        int enough = query.offset() + query.limit() + 1;
        LocalDate today = life.today(now);
        LocalDate oldest = life.wearer().memberSince();
        LocalDate date = query.ascending()
                ? later(query.date(), oldest)
                : earlier(query.date().minusDays(1), today);
        while (found.size() < enough && !date.isBefore(oldest) && !date.isAfter(today)) {
            for (Workout workout : life.activity(date, now).workouts()) {
                found.add(workout(life, date, workout, heartRate));
            }
            date = date.plusDays(query.ascending() ? 1 : -1);
        }
        ObjectNode answer = Json.object();
        ArrayNode page = answer.putArray("activities");
        found.stream().skip(query.offset()).limit(query.limit()).forEach(page::add);
        answer.set("pagination", query.pagination(found.size() >= enough));
        return answer;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static ObjectNode workout(WearerLife life, LocalDate date, Workout workout, boolean heartRate) {
        Sport sport = workout.sport();
        OffsetDateTime start = life.at(date, workout.startMinute()).toOffsetDateTime();
        long millis = workout.minutes() * 60_000L;
        ObjectNode json = Json.object();
        json.put("activeDuration", millis);
        json.put("activityName", sport.title);
        json.put("activityTypeId", sport.activityId);
        if (heartRate && sport.tracked && life.wearer().tracker().heartRate()) {
            json.put("averageHeartRate", workout.averageHeartRate());
        }
        if (workout.calories() > 0) {
            json.put("calories", workout.calories());
        }
        if (workout.distanceKilometres() > 0 && sport != Sport.SWIM) {
            json.put("distance", workout.distanceKilometres());
            json.put("distanceUnit", "Kilometer");
        }
        json.put("duration", millis);
        json.put(
                "lastModified",
                start.plusMinutes(workout.minutes() + 5L)
                        .toInstant()
                        .atOffset(ZoneOffset.UTC)
                        .format(WITH_OFFSET)
                        .replace("+00:00", "Z"));
        json.put("logId", workout.id());
        json.put("logType", sport.tracked ? "auto_detected" : "manual");
        json.put("originalDuration", millis);
        json.put("originalStartTime", WITH_OFFSET.format(start));
        json.put("startTime", WITH_OFFSET.format(start));
        return json.put("steps", workout.steps());
    }
}
