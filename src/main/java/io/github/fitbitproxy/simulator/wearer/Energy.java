package io.github.fitbitproxy.simulator.wearer;

import io.github.fitbitproxy.simulator.wearer.Workout.Sport;

/** Kilocalories and kilometres from minutes and steps; rough, and the same everywhere. */
final class Energy {

    /** Energy above the basal rate, as multiples of it. */
    static final double NET_SEDENTARY = 0.2;

    static final double NET_LIGHT = 1.6;
    static final double NET_FAIRLY = 3.5;
    static final double NET_VERY = 7.0;

    private static final double RUNNING_STRIDE = 1.35;

    private Energy() {}

    static double basalPerMinute(Wearer wearer) {
        return wearer.habits().basalCalories() / 1440.0;
    }

    /** Kilocalories per minute of a sport, basal rate included. */
    static double gross(Wearer wearer, Sport sport) {
        double net = switch (sport) {
            case RUN, BIKE -> NET_VERY;
            case WALK -> NET_FAIRLY;
            case SWIM -> 0;
        };
        return net == 0 ? 0 : (1 + net) * basalPerMinute(wearer);
    }

    static double walkKilometres(Wearer wearer, int steps) {
        return steps * wearer.habits().strideMeters() / 1000;
    }

    static double runKilometres(Wearer wearer, int steps) {
        return walkKilometres(wearer, steps) * RUNNING_STRIDE;
    }

    static double round2(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
