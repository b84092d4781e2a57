package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.analysis.NightlyMetric;
import io.github.fitbitproxy.sleep.analysis.NightlyFigure.Better;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How long the nights are. */
final class Durations {

    private static final String METHOD = "Mean of the main sleeps; elapsed time.";

    private Durations() {}

    static NightlyMetric minutesAsleep(Nights nights) {
        return mean(nights, Better.HIGH, Episode::minutesAsleep);
    }

    static NightlyMetric minutesInBed(Nights nights) {
        return mean(nights, Better.NEITHER, Episode::minutesInBed);
    }

    private static NightlyMetric mean(Nights nights, Better better, Function<Episode, @Nullable Integer> minutes) {
        return new NightlyFigure(nights, better, sleep -> {
                    Integer known = minutes.apply(sleep);
                    return known == null ? null : Double.valueOf(known);
                })
                .metric(
                        nights,
                        "minutes",
                        METHOD,
                        Map.of("minimumNights", NightlyFigure.MINIMUM_NIGHTS, "naps", "left out"));
    }
}
