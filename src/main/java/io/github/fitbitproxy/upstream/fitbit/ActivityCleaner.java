package io.github.fitbitproxy.upstream.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.fitbitproxy.activity.FillerDay;
import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a day of activity: the daily summary or, where that part is absent, a slice of each time series, in parts named
 * by resource. The series tell neither goals nor workouts.
 */
final class ActivityCleaner {

    /** The part with the daily summary. */
    static final String SUMMARY = "summary";

    /** The part with active zone minutes, which the daily summary does not have. */
    static final String ZONE_MINUTES = "zoneMinutes";

    private ActivityCleaner() {}

    static ActivityDay clean(RawDay raw) throws UpstreamException {
        Parts parts = raw.parts();
        LocalDate date = raw.key().date();
        boolean complete = parts.missing().isEmpty();
        JsonNode answer = MissingNode.getInstance();
        JsonNode summary;
        byte[] body = parts.get(SUMMARY);
        if (body != null) {
            answer = LenientJson.object(body);
            summary = answer.path("summary");
            complete &= summary.isObject();
        } else {
            TimeSeries.Summary series = TimeSeries.summary(parts, date);
            summary = series.summary();
            complete &= series.complete();
        }
        Workouts workouts = Workouts.read(answer.path("activities"), date, raw.zone());
        complete &= workouts.complete();
        Integer zoneMinutes = null;
        byte[] zonePart = parts.get(ZONE_MINUTES);
        if (zonePart != null) {
            try {
                zoneMinutes = zoneMinutes(TimeSeries.element(zonePart, date));
            } catch (UpstreamException unreadable) {
                // It is worth its own field only.
                complete = false;
            }
        }
        return FillerDay.cleared(new ActivityDay(
                date,
                complete ? DayStatus.FINAL : DayStatus.PARTIAL,
                LenientJson.integer(summary, "steps"),
                totalDistanceMeters(summary.path("distances")),
                LenientJson.integer(summary, "floors"),
                elevationMeters(summary),
                LenientJson.integer(summary, "caloriesOut"),
                LenientJson.integer(summary, "activityCalories"),
                LenientJson.integer(summary, "caloriesBMR"),
                LenientJson.integer(summary, "sedentaryMinutes"),
                LenientJson.integer(summary, "lightlyActiveMinutes"),
                LenientJson.integer(summary, "fairlyActiveMinutes"),
                LenientJson.integer(summary, "veryActiveMinutes"),
                zoneMinutes,
                LenientJson.integer(summary, "restingHeartRate"),
                HeartRateZones.read(summary.path("heartRateZones")),
                goals(answer.path("goals")),
                workouts.workouts(),
                raw.key().upstream(),
                raw.fetchedAt(),
                raw.deviceSyncedAt()));
    }

    /** Distances are found by name: entries named after workouts can stand anywhere among them. */
    private static @Nullable Integer totalDistanceMeters(JsonNode distances) {
        for (JsonNode distance : distances) {
            if ("total".equals(distance.path("activity").asText())) {
                return LenientJson.kilometresAsMetres(distance, "distance");
            }
        }
        return null;
    }

    private static @Nullable Double elevationMeters(JsonNode summary) {
        BigDecimal elevation = LenientJson.decimal(summary, "elevation");
        return elevation == null ? null : elevation.doubleValue();
    }

    private static @Nullable Integer zoneMinutes(JsonNode element) {
        return LenientJson.integer(element.path("value"), "activeZoneMinutes");
    }

    private static ActivityDay.@Nullable Goals goals(JsonNode goals) {
        if (!goals.isObject()) {
            return null;
        }
        return new ActivityDay.Goals(
                LenientJson.integer(goals, "steps"),
                LenientJson.kilometresAsMetres(goals, "distance"),
                LenientJson.integer(goals, "floors"),
                LenientJson.integer(goals, "caloriesOut"),
                LenientJson.integer(goals, "activeMinutes"));
    }
}
