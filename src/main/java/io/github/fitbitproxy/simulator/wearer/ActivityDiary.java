package io.github.fitbitproxy.simulator.wearer;

import io.github.fitbitproxy.simulator.wearer.ActivityDay.Distances;
import io.github.fitbitproxy.simulator.wearer.ActivityDay.Zone;
import io.github.fitbitproxy.simulator.wearer.ActivityDay.Zones;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Adds up a day's quarters of an hour, as far as the device has told them. */
final class ActivityDiary {

    private final Wearer wearer;
    private final MovementPlan plan;

    ActivityDiary(Wearer wearer, MovementPlan plan) {
        this.wearer = wearer;
        this.plan = plan;
    }

    /**
     * @param elapsedMinutes how much of the day is over: the basal rate runs without the device
     * @param toldMinutes how much of it the device has told
     */
    ActivityDay day(LocalDate date, int elapsedMinutes, int toldMinutes, @Nullable Integer restingHeartRate) {
        int basal = (int) Math.round(elapsedMinutes * Energy.basalPerMinute(wearer));
        if (toldMinutes < QuarterHour.MINUTES) {
            return ActivityDay.filler(basal, elapsedMinutes);
        }
        List<QuarterHour> told = plan.quarters(date).subList(0, toldMinutes / QuarterHour.MINUTES);
        List<Workout> workouts = plan.workout(date).stream()
                .filter(workout -> workout.endMinute() <= toldMinutes)
                .toList();
        int sedentary = sum(told, QuarterHour::sedentary);
        int light = sum(told, QuarterHour::light);
        int fairly = sum(told, QuarterHour::fairly);
        int very = sum(told, QuarterHour::very);
        double perMinute = Energy.basalPerMinute(wearer);
        double marginal = (light * Energy.NET_LIGHT + fairly * Energy.NET_FAIRLY + very * Energy.NET_VERY) * perMinute;
        int caloriesOut = basal + (int) Math.round(marginal + sedentary * Energy.NET_SEDENTARY * perMinute);
        return new ActivityDay(
                true,
                sum(told, QuarterHour::stepsLight)
                        + sum(told, QuarterHour::stepsFairly)
                        + sum(told, QuarterHour::stepsVery),
                basal,
                caloriesOut,
                (int) Math.round(marginal + (light + fairly + very) * perMinute),
                (int) Math.round(marginal),
                sedentary,
                light,
                fairly,
                very,
                distances(told, workouts),
                wearer.tracker().altimeter() ? sum(told, QuarterHour::floors) : null,
                wearer.tracker().heartRate() ? zones(told, caloriesOut, perMinute) : null,
                restingHeartRate,
                workouts);
    }

    /** @param toldMinutes how much of the day the device has told */
    List<Minute> minutes(LocalDate date, int toldMinutes) {
        List<QuarterHour> told = plan.quarters(date).subList(0, toldMinutes / QuarterHour.MINUTES);
        List<Minute> minutes = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            minutes.addAll(Minute.of(wearer, i * QuarterHour.MINUTES, told.get(i)));
        }
        return minutes;
    }

    private Distances distances(List<QuarterHour> told, List<Workout> workouts) {
        double logged = Energy.round2(workouts.stream()
                .filter(workout -> !workout.sport().tracked)
                .mapToDouble(Workout::distanceKilometres)
                .sum());
        double light = Energy.round2(Energy.walkKilometres(wearer, sum(told, QuarterHour::stepsLight)));
        double fairly = Energy.round2(Energy.walkKilometres(wearer, sum(told, QuarterHour::stepsFairly)));
        double ownVery = Energy.round2(Energy.runKilometres(wearer, sum(told, QuarterHour::stepsVery)));
        double tracker = Energy.round2(light + fairly + ownVery);
        return new Distances(
                Energy.round2(tracker + logged), tracker, logged, Energy.round2(ownVery + logged), fairly, light);
    }

    private static Zones zones(List<QuarterHour> told, int caloriesOut, double perMinute) {
        Zone fatBurn = zone(sum(told, QuarterHour::fatBurn), 3.5 * perMinute);
        Zone cardio = zone(sum(told, QuarterHour::cardio), 7 * perMinute);
        Zone peak = zone(sum(told, QuarterHour::peak), 8.5 * perMinute);
        double rest = caloriesOut - fatBurn.caloriesOut() - cardio.caloriesOut() - peak.caloriesOut();
        return new Zones(new Zone(sum(told, QuarterHour::outOfRange), Energy.round2(rest)), fatBurn, cardio, peak);
    }

    private static Zone zone(int minutes, double perMinute) {
        return new Zone(minutes, Energy.round2(minutes * perMinute));
    }

    private static int sum(List<QuarterHour> quarters, ToIntFunction<QuarterHour> figure) {
        return quarters.stream().mapToInt(figure).sum();
    }
}
