package io.github.fitbitproxy.upstream.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.fitbitproxy.activity.FillerDay;
import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a day of activity: the daily summary or, where that part is absent, a slice of each time series, in parts named
 * by resource, and the workouts of the list. The series tell no goals.
 */
final class ActivityCleaner {

    /** The part with the daily summary. */
    static final String SUMMARY = "summary";

    /** The part with active zone minutes, which the daily summary does not have. */
    static final String ZONE_MINUTES = "zoneMinutes";

    /** The part with the workouts, for days without a daily summary. */
    static final String WORKOUTS = "workouts";

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
        Workouts workouts = workouts(raw, answer);
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

    /** The summary's own, else the list's; a list that is not readable costs the workouts only. */
    private static Workouts workouts(RawDay raw, JsonNode summary) {
        byte[] list = raw.parts().get(WORKOUTS);
        if (list == null || !summary.isMissingNode()) {
            return Workouts.read(summary.path(Workouts.LIST), raw.key().date(), raw.zone());
        }
        try {
            return Workouts.readLog(LenientJson.object(list).path(Workouts.LIST), raw.zone());
        } catch (UpstreamException unreadable) {
            return new Workouts(List.of(), false);
        }
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
        // A time series has more digits than the summary, which rounds to these.
        return elevation == null
                ? null
                : elevation
                        .setScale(Math.min(elevation.scale(), 2), RoundingMode.HALF_UP)
                        .doubleValue();
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
