package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.analysis.RegularityMetric;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Sleep Regularity Index (Phillips et al. 2017, doi:10.1038/s41598-017-03171-4):
 *
 * <pre>
 * SRI = -100 + 200 / (M (N - 1)) x sum over epochs j = 1..M and days i = 1..N-1 of [s(i,j) = s(i+1,j)]
 * </pre>
 *
 * Only pairs of which both states are known count, and the sum is divided by their number instead of {@code M (N - 1)}, as
 * in Windred et al. 2021 ({@code sleepreg}).
 */
final class Regularity {

    /** About a week of pairs. */
    private static final int MINIMUM_PAIRS = 7;

    private Regularity() {}

    static RegularityMetric sleepRegularityIndex(Nights nights) {
        byte[] states = SleepWake.byElapsedTime(nights);
        long known = 0;
        long equal = 0;
        for (int epoch = 0; epoch + SleepWake.EPOCHS_A_DAY < states.length; epoch++) {
            byte state = states[epoch];
            byte nextDay = states[epoch + SleepWake.EPOCHS_A_DAY];
            if (state != SleepWake.UNKNOWN && nextDay != SleepWake.UNKNOWN) {
                known++;
                equal += state == nextDay ? 1 : 0;
            }
        }
        long possible = states.length - SleepWake.EPOCHS_A_DAY;
        double pairs = (double) known / SleepWake.EPOCHS_A_DAY;
        Double agreement = pairs < MINIMUM_PAIRS ? null : Double.valueOf((double) equal / known);
        int count = nights.nights().size();
        return new RegularityMetric(
                agreement == null ? null : Rounding.tenths(Double.valueOf(-100 + 200 * agreement)),
                "index from -100 to 100",
                count,
                nights.missing(count),
                "Agreement of sleep and wake with 24 hours of elapsed time later, over known pairs (Phillips et al. 2017,"
                        + " doi:10.1038/s41598-017-03171-4).",
                Map.of("minimumPairs", MINIMUM_PAIRS, "epochSeconds", SleepWake.EPOCH_SECONDS, "naps", "counted"),
                Rounding.tenths(pairs),
                percent(known, possible),
                agreement == null ? null : Rounding.tenths(Double.valueOf(100 * agreement)));
    }

    private static @Nullable Double percent(long part, long whole) {
        return whole == 0 ? null : Rounding.tenths(Double.valueOf(100.0 * part / whole));
    }
}
