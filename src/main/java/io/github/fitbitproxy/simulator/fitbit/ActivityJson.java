package io.github.fitbitproxy.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.ActivityDay;
import io.github.fitbitproxy.simulator.wearer.ActivityDay.Distances;
import io.github.fitbitproxy.simulator.wearer.Wearer;
import io.github.fitbitproxy.simulator.wearer.Workout;
import io.github.fitbitproxy.simulator.wearer.Workout.Sport;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** A day in the words of "Get Daily Activity Summary". */
final class ActivityJson {

    static final double FLOOR_METERS = 3.048;

    private ActivityJson() {}

    static ObjectNode answer(Wearer wearer, LocalDate date, ActivityDay day) {
        ObjectNode answer = Json.object();
        ArrayNode activities = answer.putArray("activities");
        day.workouts().forEach(workout -> activities.add(workout(date, workout)));
        answer.set("goals", goals(wearer, day));
        answer.set("summary", summary(wearer, day));
        return answer;
    }

    private static ObjectNode workout(LocalDate date, Workout workout) {
        Sport sport = workout.sport();
        LocalTime start = LocalTime.MIDNIGHT.plusMinutes(workout.startMinute());
        ObjectNode json = Json.object();
        json.put("activityId", sport.activityId);
        json.put("activityParentId", sport.activityId);
        json.put("activityParentName", sport.title);
        if (workout.calories() > 0) {
            json.put("calories", workout.calories());
        }
        json.put("description", sport.tracked ? "Recorded by the device" : "From another app");
        if (sport != Sport.SWIM) {
            // A swim from another app has neither distance nor length here, as on the real wire.
            json.put("distance", workout.distanceKilometres());
            json.put("duration", workout.minutes() * 60_000L);
        }
        json.put("hasStartTime", sport != Sport.BIKE);
        json.put("isFavorite", false);
        json.put(
                "lastModified",
                date.atTime(start)
                        .plusMinutes(workout.minutes() + 5L)
                        .toInstant(ZoneOffset.UTC)
                        .toString()
                        .replace("Z", ".000Z"));
        json.put("logId", workout.id());
        json.put("name", sport.title);
        json.put("startDate", date.toString());
        json.put("startTime", start.toString());
        json.put("steps", workout.steps());
        return json;
    }

    private static ObjectNode goals(Wearer wearer, ActivityDay day) {
        ObjectNode goals = Json.object();
        goals.put("activeMinutes", 30);
        goals.put("caloriesOut", wearer.habits().basalCalories() * 8 / 5);
        goals.put("distance", 8.05);
        if (day.floors() != null) {
            goals.put("floors", 10);
        }
        return goals.put("steps", 10_000);
    }

    private static ObjectNode summary(Wearer wearer, ActivityDay day) {
        boolean old = !wearer.tracker().stages();
        ObjectNode summary = Json.object();
        summary.put("activeScore", -1);
        summary.put("activityCalories", day.activityCalories());
        if (!old) {
            summary.put("calorieEstimationMu", wearer.habits().basalCalories() * 11 / 8);
        }
        summary.put("caloriesBMR", day.caloriesBasal());
        summary.put("caloriesOut", day.caloriesOut());
        if (!old) {
            summary.put("caloriesOutUnestimated", day.caloriesOut());
        }
        if (day.zones() != null) {
            summary.putArray("customHeartRateZones");
        }
        summary.set("distances", distances(day));
        if (day.floors() != null) {
            summary.set("elevation", Json.number(Math.round(day.floors() * FLOOR_METERS * 100) / 100.0));
        }
        summary.put("fairlyActiveMinutes", day.minutesFairly());
        if (day.floors() != null) {
            summary.put("floors", day.floors());
        }
        if (day.zones() != null) {
            summary.set("heartRateZones", HeartJson.zones(wearer, day.zones()));
        }
        summary.put("lightlyActiveMinutes", day.minutesLight());
        summary.put("marginalCalories", day.marginalCalories());
        if (day.restingHeartRate() != null) {
            summary.put("restingHeartRate", day.restingHeartRate());
        }
        summary.put("sedentaryMinutes", day.minutesSedentary());
        summary.put("steps", day.steps());
        if (!old) {
            summary.put("useEstimation", true);
        }
        return summary.put("veryActiveMinutes", day.minutesVery());
    }

    /** The order is not fixed on the real wire: entries named after an activity come first here. */
    private static ArrayNode distances(ActivityDay day) {
        Distances distances = day.distances();
        ArrayNode list = Json.array();
        for (Workout workout : day.workouts()) {
            if (!workout.sport().tracked) {
                distance(list, workout.sport().title, workout.distanceKilometres());
            }
        }
        distance(list, "total", distances.total());
        distance(list, "tracker", distances.tracker());
        distance(list, "loggedActivities", distances.logged());
        distance(list, "veryActive", distances.very());
        distance(list, "moderatelyActive", distances.fairly());
        distance(list, "lightlyActive", distances.light());
        distance(list, "sedentaryActive", 0);
        return list;
    }

    private static void distance(ArrayNode list, String activity, double kilometres) {
        list.addObject().put("activity", activity).set("distance", Json.number(kilometres));
    }
}
