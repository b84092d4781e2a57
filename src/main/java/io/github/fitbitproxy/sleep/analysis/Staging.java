package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.Stages;
import io.github.fitbitproxy.model.analysis.NightlyMetric;
import io.github.fitbitproxy.model.analysis.StageShares;
import io.github.fitbitproxy.model.analysis.StageSharesMetric;
import io.github.fitbitproxy.sleep.Level;
import io.github.fitbitproxy.sleep.analysis.NightlyFigure.Better;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Which stages the nights have. Wearables estimate them only (Chinoy et al. 2021, doi:10.1093/sleep/zsaa291). */
final class Staging {

    private static final String ESTIMATE =
            " The device's estimate, not a measurement (Chinoy et al. 2021, doi:10.1093/sleep/zsaa291).";

    private static final Map<String, Object> PARAMETERS =
            Map.of("minimumNights", NightlyFigure.MINIMUM_NIGHTS, "naps", "left out");

    private Staging() {}

    /** {@code 100 x stage / TST} of every night, then the mean: a long night weighs no more than a short one. */
    static StageSharesMetric stageShares(Nights nights) {
        NightlyFigure deep = share(nights, Stages::deep);
        NightlyFigure light = share(nights, Stages::light);
        NightlyFigure rem = share(nights, Stages::rem);
        return new StageSharesMetric(
                shares(deep.mean(), light.mean(), rem.mean()),
                "percent",
                deep.count(),
                nights.missing(deep.count()),
                "Mean of 100 x minutes of the stage / minutes asleep." + ESTIMATE,
                PARAMETERS,
                shares(deep.deviation(), light.deviation(), rem.deviation()));
    }

    /** From sleep onset to the first REM sleep, elapsed. */
    static NightlyMetric remLatency(Nights nights) {
        return new NightlyFigure(nights, Better.NEITHER, Staging::minutesToRem)
                .metric(
                        nights,
                        "minutes",
                        "Start of the first REM sleep less sleep onset; nights without REM do not count." + ESTIMATE,
                        PARAMETERS);
    }

    private static NightlyFigure share(Nights nights, ToIntFunction<Stages> stage) {
        Function<Episode, @Nullable Double> percent = sleep -> {
            Stages stages = sleep.stages();
            int asleep = stages == null ? 0 : stages.deep() + stages.light() + stages.rem();
            return stages == null || asleep == 0 ? null : Double.valueOf(100.0 * stage.applyAsInt(stages) / asleep);
        };
        return new NightlyFigure(nights, Better.NEITHER, percent);
    }

    private static @Nullable StageShares shares(@Nullable Double deep, @Nullable Double light, @Nullable Double rem) {
        return deep == null || light == null || rem == null
                ? null
                : new StageShares(
                        Rounding.tenths(deep.doubleValue()),
                        Rounding.tenths(light.doubleValue()),
                        Rounding.tenths(rem.doubleValue()));
    }

    private static @Nullable Double minutesToRem(Episode sleep) {
        return sleep.hypnogram().stream()
                .filter(segment -> segment.level() == Level.REM)
                .findFirst()
                .map(rem -> Duration.between(sleep.onset(), rem.start()).toSeconds() / 60.0)
                .orElse(null);
    }
}
