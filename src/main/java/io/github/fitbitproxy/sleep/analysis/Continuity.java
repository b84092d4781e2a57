package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.analysis.AwakeningsMetric;
import io.github.fitbitproxy.model.analysis.NightlyMetric;
import io.github.fitbitproxy.sleep.Segment;
import io.github.fitbitproxy.sleep.analysis.NightlyFigure.Better;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How unbroken the nights are, between sleep onset and the last waking. Needs stages: a classic log does not tell restless
 * from awake well enough (quality indicators: Ohayon et al. 2017, doi:10.1016/j.sleh.2016.11.006).
 */
final class Continuity {

    /** What counts as an awakening rather than a turning over (Ohayon et al. 2017). */
    private static final int THRESHOLD_MINUTES = 5;

    private static final String SOURCE =
            " (Ohayon et al. 2017, doi:10.1016/j.sleh.2016.11.006). Nights with stages only.";

    private Continuity() {}

    /** WASO: the wake inside the sleep period. */
    static NightlyMetric minutesAwakeAfterOnset(Nights nights) {
        return new NightlyFigure(nights, Better.LOW, Continuity::minutesAwake)
                .metric(
                        nights,
                        "minutes",
                        "Time awake between sleep onset and the last waking" + SOURCE,
                        Map.of("minimumNights", NightlyFigure.MINIMUM_NIGHTS, "naps", "left out"));
    }

    static AwakeningsMetric awakenings(Nights nights) {
        NightlyFigure figure = new NightlyFigure(nights, Better.LOW, sleep -> count(sleep, THRESHOLD_MINUTES));
        return new AwakeningsMetric(
                Rounding.tenths(figure.mean()),
                "awakenings a night",
                figure.count(),
                nights.missing(figure.count()),
                "Wakes between sleep onset and the last waking that last at least the threshold" + SOURCE,
                Map.of(
                        "minimumNights",
                        NightlyFigure.MINIMUM_NIGHTS,
                        "naps",
                        "left out",
                        "thresholdMinutes",
                        THRESHOLD_MINUTES),
                Rounding.tenths(figure.deviation()),
                Rounding.tenths(new NightlyFigure(nights, Better.LOW, sleep -> count(sleep, 0)).mean()),
                figure.best(),
                figure.worst(),
                figure.days());
    }

    private static @Nullable Double minutesAwake(Episode sleep) {
        return sleep.hasStages()
                ? Double.valueOf(wakes(sleep).mapToLong(Segment::seconds).sum() / 60.0)
                : null;
    }

    private static @Nullable Double count(Episode sleep, int minutes) {
        return sleep.hasStages()
                ? Double.valueOf(wakes(sleep)
                        .filter(wake -> wake.seconds() >= 60L * minutes)
                        .count())
                : null;
    }

    private static Stream<Segment> wakes(Episode sleep) {
        return sleep.sleepPeriod().stream().filter(segment -> !segment.level().isAsleep());
    }
}
