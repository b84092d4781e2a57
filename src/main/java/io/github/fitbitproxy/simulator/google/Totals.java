package io.github.fitbitproxy.simulator.google;

import io.github.fitbitproxy.simulator.wearer.ActivityDay;
import io.github.fitbitproxy.simulator.wearer.ActivityDay.Zone;
import io.github.fitbitproxy.simulator.wearer.ActivityDay.Zones;
import io.github.fitbitproxy.simulator.wearer.Minute;
import io.github.fitbitproxy.simulator.wearer.Minute.Effort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the roll-ups of one window add up to.
 *
 * @param kcal basal rate included
 * @param activeKcal what lies above it
 * @param zones minutes and energy of the four zones of the heart rate; null without one
 */
record Totals(
        long steps,
        long millimeters,
        int floors,
        double kcal,
        double activeKcal,
        int sedentary,
        int light,
        int moderate,
        int vigorous,
        @Nullable List<Zone> zones) {

    private static final double FLOOR_MILLIMETERS = 3048;

    /** @param wearable whether what other apps and people told is left out */
    static Totals of(ActivityDay day, boolean wearable) {
        Zones zones = day.zones();
        Integer floors = day.floors();
        double kilometres =
                wearable ? day.distances().tracker() : day.distances().total();
        return new Totals(
                day.steps(),
                Math.round(kilometres * 1_000_000),
                floors == null ? 0 : floors,
                day.caloriesOut(),
                day.caloriesOut() - day.caloriesBasal(),
                day.minutesSedentary(),
                day.minutesLight(),
                day.minutesFairly(),
                day.minutesVery(),
                zones == null ? null : List.of(zones.outOfRange(), zones.fatBurn(), zones.cardio(), zones.peak()));
    }

    static Totals of(Minute minute) {
        double kcal = minute.basalCalories() + minute.netCalories();
        Minute.Zone zone = minute.zone();
        return new Totals(
                minute.steps(),
                Math.round(minute.meters() * 1000),
                minute.floors(),
                kcal,
                minute.netCalories(),
                minute.effort() == Effort.SEDENTARY ? 1 : 0,
                minute.effort() == Effort.LIGHT ? 1 : 0,
                minute.effort() == Effort.FAIRLY ? 1 : 0,
                minute.effort() == Effort.VERY ? 1 : 0,
                zone == null
                        ? null
                        : List.of(Minute.Zone.values()).stream()
                                .map(each -> each == zone ? new Zone(1, kcal) : new Zone(0, 0))
                                .toList());
    }

    static Totals sum(List<Totals> parts) {
        return parts.stream().reduce(new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, null), Totals::plus);
    }

    /** The climb that the floors stand for. */
    long gainMillimeters() {
        return Math.round(floors * FLOOR_MILLIMETERS);
    }

    private Totals plus(Totals other) {
        return new Totals(
                steps + other.steps,
                millimeters + other.millimeters,
                floors + other.floors,
                kcal + other.kcal,
                activeKcal + other.activeKcal,
                sedentary + other.sedentary,
                light + other.light,
                moderate + other.moderate,
                vigorous + other.vigorous,
                plus(zones, other.zones));
    }

    private static @Nullable List<Zone> plus(@Nullable List<Zone> one, @Nullable List<Zone> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return List.of(0, 1, 2, 3).stream()
                .map(i -> new Zone(
                        one.get(i).minutes() + other.get(i).minutes(),
                        one.get(i).caloriesOut() + other.get(i).caloriesOut()))
                .toList();
    }
}
