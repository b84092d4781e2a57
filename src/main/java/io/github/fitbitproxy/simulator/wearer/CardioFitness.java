package io.github.fitbitproxy.simulator.wearer;

import java.time.LocalDate;

/**
 * The maximal oxygen uptake as a device estimates it, ml/(kg·min): a span, or a single number for who runs with GPS.
 *
 * @param high the same as {@code low} for a single number
 */
public record CardioFitness(double low, double high) {

    private static final int SPAN = 4;

    public boolean isSingle() {
        return low == high;
    }

    static CardioFitness of(Wearer wearer, LocalDate date) {
        double drift = 1.5 * Math.sin(date.toEpochDay() / 60.0);
        double now = Math.round((wearer.physique().vo2Max() + drift) * 10) / 10.0;
        return wearer.physique().runsWithGps()
                ? new CardioFitness(now, now)
                : new CardioFitness(Math.floor(now) - SPAN / 2, Math.floor(now) + SPAN / 2);
    }
}
