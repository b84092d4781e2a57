package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.activity.FillerDay;
import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a day of activity: a window of each roll-up, the daily heart rates and the exercises. There are no goals. */
final class ActivityCleaner {

    /** What shows whether a device was worn: without these there is no telling. */
    private static final Set<DataType> SHOWN_BY =
            Set.of(DataType.STEPS, DataType.ACTIVE_MINUTES, DataType.TOTAL_CALORIES, DataType.ACTIVE_ENERGY_BURNED);

    /** Everything that a day of activity is made of, the essential one first. */
    static final List<DataType> TYPES = List.of(
            DataType.STEPS,
            DataType.DISTANCE,
            DataType.FLOORS,
            DataType.ALTITUDE,
            DataType.TOTAL_CALORIES,
            DataType.ACTIVE_ENERGY_BURNED,
            DataType.ACTIVE_MINUTES,
            DataType.ACTIVE_ZONE_MINUTES,
            DataType.SEDENTARY_PERIOD,
            DataType.TIME_IN_HEART_RATE_ZONE,
            DataType.CALORIES_IN_HEART_RATE_ZONE,
            DataType.DAILY_RESTING_HEART_RATE,
            DataType.DAILY_HEART_RATE_ZONES,
            DataType.EXERCISE);

    private ActivityCleaner() {}

    static ActivityDay clean(RawDay raw) throws UpstreamException {
        DayPoints parts = DayPoints.read(raw);
        ActivityDay day = day(raw, parts);
        return SHOWN_BY.stream().allMatch(parts::isTold) ? FillerDay.cleared(day) : day;
    }

    static ActivityDay day(RawDay raw, DayPoints parts) {
        Workouts workouts = Workouts.read(parts.of(DataType.EXERCISE), raw.zone());
        boolean complete = parts.complete() && workouts.complete();
        BigDecimal caloriesOut = parts.number(DataType.TOTAL_CALORIES, "kcalSum");
        return new ActivityDay(
                raw.key().date(),
                complete ? DayStatus.FINAL : DayStatus.PARTIAL,
                parts.integer(DataType.STEPS, "countSum"),
                DayPoints.rounded(meters(parts.number(DataType.DISTANCE, "millimetersSum"))),
                parts.integer(DataType.FLOORS, "countSum"),
                elevationMeters(parts),
                DayPoints.rounded(caloriesOut),
                parts.integer(DataType.ACTIVE_ENERGY_BURNED, "kcalSum"),
                caloriesBmr(parts, caloriesOut),
                ProtoJson.minutes(parts.value(DataType.SEDENTARY_PERIOD), "durationSum"),
                activeMinutes(parts, "LIGHT"),
                activeMinutes(parts, "MODERATE"),
                activeMinutes(parts, "VIGOROUS"),
                zoneMinutes(parts),
                HeartCleaner.restingHeartRate(parts),
                HeartRateZones.read(parts),
                null,
                workouts.workouts(),
                raw.key().upstream(),
                raw.fetchedAt(),
                raw.deviceSyncedAt());
    }

    private static @Nullable BigDecimal meters(@Nullable BigDecimal millimeters) {
        return millimeters == null ? null : millimeters.movePointLeft(3);
    }

    private static @Nullable Double elevationMeters(DayPoints parts) {
        BigDecimal gain = meters(parts.number(DataType.ALTITUDE, "gainMillimetersSum"));
        return gain == null ? null : gain.setScale(2, RoundingMode.HALF_UP).doubleValue();
    }

    /**
     * The cloud tells no basal energy, so it is what is left of the whole without the active part. A day without a window of
     * that has no active part if nothing else shows that anybody moved; else it is not known.
     */
    private static @Nullable Integer caloriesBmr(DayPoints parts, @Nullable BigDecimal caloriesOut) {
        if (caloriesOut == null || !parts.isTold(DataType.ACTIVE_ENERGY_BURNED)) {
            return null;
        }
        BigDecimal active = parts.of(DataType.ACTIVE_ENERGY_BURNED).isEmpty() && isStill(parts)
                ? BigDecimal.ZERO
                : parts.number(DataType.ACTIVE_ENERGY_BURNED, "kcalSum");
        return active == null || active.compareTo(caloriesOut) > 0
                ? null
                : DayPoints.rounded(caloriesOut.subtract(active));
    }

    private static boolean isStill(DayPoints parts) {
        return Stream.of(
                        parts.integer(DataType.STEPS, "countSum"),
                        activeMinutes(parts, "LIGHT"),
                        activeMinutes(parts, "MODERATE"),
                        activeMinutes(parts, "VIGOROUS"))
                .allMatch(figure -> figure == null || figure == 0);
    }

    /** Minutes of a level; a level that is left out has none. */
    private static @Nullable Integer activeMinutes(DayPoints parts, String level) {
        JsonNode value = parts.value(DataType.ACTIVE_MINUTES);
        for (JsonNode row : value.path("activeMinutesRollupByActivityLevel")) {
            if (level.equals(row.path("activityLevel").asText())) {
                return DayPoints.rounded(ProtoJson.number(row, "activeMinutesSum"));
            }
        }
        return value.isObject() ? 0 : null;
    }

    private static @Nullable Integer zoneMinutes(DayPoints parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String field : Stream.of("FatBurn", "Cardio", "Peak")
                .map(zone -> "sumIn" + zone + "HeartZone")
                .toList()) {
            BigDecimal minutes = parts.number(DataType.ACTIVE_ZONE_MINUTES, field);
            if (minutes == null) {
                return null;
            }
            sum = sum.add(minutes);
        }
        return DayPoints.rounded(sum);
    }
}
