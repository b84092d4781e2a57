package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.analysis.ClockMetric;
import io.github.fitbitproxy.model.analysis.DayClock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** When the nights are, and how far that varies ({@link CircularMean}). */
final class ClockTimes {

    private static final String CIRCULAR = " Circular mean and standard deviation (1440 / 2 pi) sqrt(-2 ln R).";

    private ClockTimes() {}

    static ClockMetric bedtime(Nights nights) {
        return metric(nights, Episode::start, "Start of the main sleep." + CIRCULAR);
    }

    static ClockMetric wakeTime(Nights nights) {
        return metric(nights, Episode::end, "End of the main sleep." + CIRCULAR);
    }

    static ClockMetric midSleep(Nights nights) {
        return metric(
                nights,
                Episode::midSleep,
                "Onset + sleep period / 2 (Roenneberg et al. 2019, PMC6784249); start and end stand in where a log"
                        + " tells no course." + CIRCULAR);
    }

    private static ClockMetric metric(Nights nights, Function<Episode, OffsetDateTime> moment, String method) {
        List<Double> times = new ArrayList<>();
        List<DayClock> days = new ArrayList<>();
        for (Night night : nights.nights()) {
            double time = CircularMean.timeOf(moment.apply(night.sleep()));
            times.add(time);
            days.add(new DayClock(night.date(), CircularMean.clock(time)));
        }
        CircularMean mean = CircularMean.of(times);
        CircularMean spread = times.size() > 1 ? mean : null;
        return new ClockMetric(
                mean == null ? null : CircularMean.clock(mean.minutes()),
                "time of day",
                times.size(),
                nights.missing(times.size()),
                method,
                Map.of("minimumNights", NightlyFigure.MINIMUM_NIGHTS, "naps", "left out"),
                spread == null ? null : Rounding.tenths(Double.valueOf(spread.deviation())),
                spread == null ? null : Rounding.tenths(spread.medianAbsoluteDeviation(times)),
                days);
    }
}
