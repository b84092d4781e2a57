package io.github.fitbitproxy.activity;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.HeartRateZone;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises days that nobody wore a device on. Clouds fill them in with zeros and the basal energy, which would read as
 * a day in bed.
 */
public final class FillerDay {

    private FillerDay() {}

    /** The same day, or, if it is a filler, one without any figure. Goals, which are no measurement, stay. */
    public static ActivityDay cleared(ActivityDay day) {
        if (!isFiller(day)) {
            return day;
        }
        return new ActivityDay(
                day.date(),
                day.status(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                day.goals(),
                List.of(),
                day.upstream(),
                day.fetchedAt(),
                day.deviceSyncedAt());
    }

    /**
     * Whether nothing shows that a device was worn: no steps, no active minutes, no heart minutes, no workout, and no
     * energy beyond the basal rate. A figure that is not known shows nothing.
     */
    static boolean isFiller(ActivityDay day) {
        return day.workouts().isEmpty()
                && Stream.of(
                                day.steps(),
                                day.minutesLightlyActive(),
                                day.minutesFairlyActive(),
                                day.minutesVeryActive(),
                                day.activeZoneMinutes())
                        .allMatch(FillerDay::nothing)
                && zones(day).map(HeartRateZone::minutes).allMatch(FillerDay::nothing)
                && (nothing(day.caloriesOut()) || Objects.equals(day.caloriesOut(), day.caloriesBmr()));
    }

    private static Stream<HeartRateZone> zones(ActivityDay day) {
        List<HeartRateZone> zones = day.heartRateZones();
        return zones == null ? Stream.of() : zones.stream();
    }

    private static boolean nothing(@Nullable Integer figure) {
        return figure == null || figure == 0;
    }
}
