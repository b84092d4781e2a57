package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.analysis.InterdailyStabilityMetric;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Interdaily stability of sleep (Witting et al. 1990; van Someren et al. 1999), over clock hours:
 *
 * <pre>
 * IS = n x sum_h (xbar_h - xbar)^2 / (p x sum_i (x_i - xbar)^2)
 * </pre>
 *
 * {@code x_i} is the share of hour {@code i} spent asleep, {@code p} is 24. Unknown hours are left out, so clock hours may have
 * unequal counts {@code n_h}; then {@code sum_h n_h (xbar_h - xbar)^2} stands for {@code n / p x sum_h (xbar_h - xbar)^2},
 * which is the same when nothing is missing, and keeps the result between 0 and 1.
 */
final class Stability {

    private static final int HOURS = 24;
    private static final int EPOCHS_AN_HOUR = SleepWake.EPOCHS_A_DAY / HOURS;

    /** More than a week. */
    private static final int MINIMUM_NIGHTS = 8;

    private Stability() {}

    static InterdailyStabilityMetric interdailyStability(Nights nights) {
        byte[] states = SleepWake.byClock(nights);
        double[] hours = new double[states.length / EPOCHS_AN_HOUR];
        int known = 0;
        for (int hour = 0; hour < hours.length; hour++) {
            hours[hour] = shareAsleep(states, hour * EPOCHS_AN_HOUR);
            known += Double.isNaN(hours[hour]) ? 0 : 1;
        }
        int count = nights.nights().size();
        return new InterdailyStabilityMetric(
                count < MINIMUM_NIGHTS ? null : Rounding.thousandths(stability(hours)),
                "0 to 1",
                count,
                nights.missing(count),
                "Variance of the mean day over the variance of all hours, on the share of each clock hour asleep (van"
                        + " Someren et al. 1999).",
                Map.of("minimumNights", MINIMUM_NIGHTS, "naps", "counted"),
                Rounding.tenths(100.0 * known / hours.length));
    }

    /** The formula above; {@code NaN} marks an unknown hour. {@code null} if the hours do not differ at all. */
    static @Nullable Double stability(double[] hours) {
        double[] sums = new double[HOURS];
        int[] counts = new int[HOURS];
        double sum = 0;
        int count = 0;
        for (int hour = 0; hour < hours.length; hour++) {
            if (!Double.isNaN(hours[hour])) {
                sums[hour % HOURS] += hours[hour];
                counts[hour % HOURS]++;
                sum += hours[hour];
                count++;
            }
        }
        double mean = sum / count;
        double between = 0;
        double total = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            between += counts[hour] == 0 ? 0 : counts[hour] * square(sums[hour] / counts[hour] - mean);
        }
        for (double hour : hours) {
            total += Double.isNaN(hour) ? 0 : square(hour - mean);
        }
        return total == 0 ? null : Double.valueOf(between / total);
    }

    /** The share of an hour spent asleep, or {@code NaN} if any of it is unknown. */
    private static double shareAsleep(byte[] states, int first) {
        int asleep = 0;
        for (int epoch = first; epoch < first + EPOCHS_AN_HOUR; epoch++) {
            if (states[epoch] == SleepWake.UNKNOWN) {
                return Double.NaN;
            }
            asleep += states[epoch] == SleepWake.ASLEEP ? 1 : 0;
        }
        return (double) asleep / EPOCHS_AN_HOUR;
    }

    private static double square(double value) {
        return value * value;
    }
}
