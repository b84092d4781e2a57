package io.github.fitbitproxy.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.Workout;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads one entry of Fitbit's list of workouts ("Get Activity Log List"), as calls and account exports have it. */
public final class WorkoutLogReader {

    private static final BigDecimal MILE_KILOMETRES = new BigDecimal("1.609344");

    private WorkoutLogReader() {}

    /** @param start read by the caller: each source writes it in its own way; {@code null} if not known */
    public static Workout read(String id, JsonNode activity, @Nullable OffsetDateTime start) {
        Integer minutes = LenientJson.millisAsMinutes(activity, "duration");
        return new Workout(
                id,
                LenientJson.text(activity, "activityName"),
                start,
                minutes == null ? LenientJson.millisAsMinutes(activity, "activeDuration") : minutes,
                LenientJson.integer(activity, "steps"),
                meters(activity),
                LenientJson.integer(activity, "calories"),
                LenientJson.integer(activity, "averageHeartRate"));
    }

    private static @Nullable Integer meters(JsonNode activity) {
        String unit = LenientJson.text(activity, "distanceUnit");
        if (unit == null || unit.equals("Kilometer")) {
            return LenientJson.kilometresAsMetres(activity, "distance");
        }
        BigDecimal miles = LenientJson.decimal(activity, "distance");
        return unit.equals("Mile") && miles != null
                ? LenientJson.kilometresAsMetres(miles.multiply(MILE_KILOMETRES))
                : null;
    }
}
