package io.github.fitbitproxy.simulator.wearer;

import io.github.fitbitproxy.simulator.wearer.Workout.Sport;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a wearer moves through a whole day, quarter of an hour by quarter of an hour. */
final class MovementPlan {

    /** Share of the awake minutes spent on one's feet, by hour of the clock. */
    private static final double[] RESTLESSNESS = {
        .05, .05, .05, .05, .05, .1, .3, .35, .3, .15, .15, .2, .35, .25, .15, .15, .2, .35, .35, .3, .2, .15, .1, .05
    };

    private final long seed;
    private final Wearer wearer;
    private final SleepDiary sleep;

    MovementPlan(long seed, Wearer wearer, SleepDiary sleep) {
        this.seed = seed;
        this.wearer = wearer;
        this.sleep = sleep;
    }

    /** The workout of the day; never while in bed. */
    Optional<Workout> workout(LocalDate date) {
        Dice dice = Dice.of(seed, wearer.number(), date.toEpochDay(), "workout");
        if (!dice.chance(wearer.habits().workoutChance())) {
            return Optional.empty();
        }
        Sport sport = Sport.values()[dice.between(0, Sport.values().length - 1)];
        int start = dice.between(1020, 1080);
        int minutes = dice.between(25, 60);
        boolean inBed = bedMinutes(date).stream().anyMatch(bed -> bed[0] < start + minutes && bed[1] > start);
        int steps = sport.stepsPerMinute * minutes;
        double kilometres = Energy.round2(
                switch (sport) {
                    case RUN -> Energy.runKilometres(wearer, steps);
                    case WALK -> Energy.walkKilometres(wearer, steps);
                    case BIKE -> minutes * 0.33;
                    case SWIM -> minutes * 0.03;
                });
        int calories = (int) Math.round(minutes * Energy.gross(wearer, sport));
        long id = date.toEpochDay() * 1_000_000 + start * 10L + wearer.number();
        return inBed
                ? Optional.empty()
                : Optional.of(new Workout(id, sport, start, minutes, steps, kilometres, calories));
    }

    List<QuarterHour> quarters(LocalDate date) {
        Dice dice = Dice.of(seed, wearer.number(), date.toEpochDay(), "movement");
        double vigour = wearer.habits().vigour() * dice.around(100, 60) / 100;
        List<int[]> bed = bedMinutes(date);
        @Nullable Workout workout = workout(date).orElse(null);
        List<QuarterHour> quarters = new ArrayList<>();
        for (int i = 0; i < QuarterHour.PER_DAY; i++) {
            int from = i * QuarterHour.MINUTES;
            int inBed = bed.stream()
                    .mapToInt(stretch -> overlap(from, stretch[0], stretch[1]))
                    .sum();
            int exercising = workout == null ? 0 : overlap(from, workout.startMinute(), workout.endMinute());
            quarters.add(quarter(dice, from / 60, Math.min(inBed, 15), exercising, workout, vigour));
        }
        return quarters;
    }

    private QuarterHour quarter(
            Dice dice, int hour, int inBed, int exercising, @Nullable Workout workout, double vigour) {
        int awake = QuarterHour.MINUTES - inBed - exercising;
        int light = awake == 0
                ? 0
                : Math.min(awake, (int) Math.round(awake * RESTLESSNESS[hour] * 2 * dice.between(0, 100) / 100));
        int fairly = awake - light > 3 && dice.chance(0.06 * vigour) ? dice.between(1, 3) : 0;
        int very = awake - light - fairly > 3 && dice.chance(0.03 * vigour) ? dice.between(1, 3) : 0;
        int stepsLight = (int) (light * dice.between(20, 48) * vigour);
        int stepsFairly = fairly * 100;
        int stepsVery = very * 125;
        int sedentary = awake - light - fairly - very;
        if (workout != null) {
            Sport sport = workout.sport();
            sedentary += sport == Sport.SWIM ? exercising : 0;
            fairly += sport == Sport.WALK ? exercising : 0;
            stepsFairly += sport == Sport.WALK ? exercising * sport.stepsPerMinute : 0;
            very += sport == Sport.RUN || sport == Sport.BIKE ? exercising : 0;
            stepsVery += sport == Sport.RUN ? exercising * sport.stepsPerMinute : 0;
        }
        boolean charging = awake == QuarterHour.MINUTES && dice.chance(0.02);
        int fatBurn = charging ? 0 : light / 5 + fairly * 2 / 3;
        int cardio = charging ? 0 : fairly - fairly * 2 / 3 + very * 2 / 3;
        int peak = charging ? 0 : very - very * 2 / 3;
        int outOfRange = charging ? 0 : QuarterHour.MINUTES - fatBurn - cardio - peak;
        int floors = light > 4 && dice.chance(0.3) ? dice.between(1, 2) : 0;
        return new QuarterHour(
                sedentary,
                light,
                fairly,
                very,
                stepsLight,
                stepsFairly,
                stepsVery,
                floors,
                outOfRange,
                fatBurn,
                cardio,
                peak);
    }

    /** When the wearer is in bed on that day, as minutes after its midnight. */
    private List<int[]> bedMinutes(LocalDate date) {
        LocalDateTime midnight = date.atStartOfDay();
        return Stream.concat(sleep.logs(date).stream(), sleep.logs(date.plusDays(1)).stream())
                .map(log -> new int[] {
                    (int) Duration.between(midnight, log.start()).toMinutes(),
                    (int) Duration.between(midnight, log.end()).toMinutes()
                })
                .toList();
    }

    private static int overlap(int quarter, int from, int to) {
        return Math.max(0, Math.min(quarter + QuarterHour.MINUTES, to) - Math.max(quarter, from));
    }
}
