package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.analysis.DayValue;
import io.github.fitbitproxy.model.analysis.PhaseDeviationMetric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Composite phase deviation (Fischer et al. 2016, doi:10.1038/srep38601): of every night
 *
 * <pre>
 * sqrt((mid-sleep - reference)^2 + (mid-sleep - mid-sleep of the night before)^2)
 * </pre>
 *
 * then the mean. Differences go the shorter way round the clock; the reference is the mean mid-sleep, which needs no word about
 * work days.
 */
final class PhaseDeviation {

    /** Nights that follow a known night. */
    private static final int MINIMUM_NIGHTS = 7;

    private PhaseDeviation() {}

    static PhaseDeviationMetric compositePhaseDeviation(Nights nights) {
        SortedMap<LocalDate, Double> midSleeps = new TreeMap<>();
        nights.nights()
                .forEach(night -> midSleeps.put(
                        night.date(), CircularMean.timeOf(night.sleep().midSleep())));
        CircularMean reference = CircularMean.of(midSleeps.values());
        List<Double> deviations = new ArrayList<>();
        List<DayValue> days = new ArrayList<>();
        midSleeps.forEach((date, midSleep) -> {
            Double before = midSleeps.get(date.minusDays(1));
            if (before != null && reference != null) {
                double deviation = Math.hypot(
                        CircularMean.difference(midSleep, reference.minutes()),
                        CircularMean.difference(midSleep, before));
                deviations.add(deviation);
                days.add(new DayValue(date, Rounding.tenths(deviation)));
            }
        });
        return new PhaseDeviationMetric(
                deviations.size() < MINIMUM_NIGHTS ? null : Rounding.tenths(Sample.mean(deviations)),
                "minutes",
                deviations.size(),
                nights.missing(deviations.size()),
                "Mean of sqrt((mid-sleep - usual mid-sleep)^2 + (mid-sleep - the night before's)^2) over nights that follow a"
                        + " known one (Fischer et al. 2016, doi:10.1038/srep38601).",
                Map.of("minimumNights", MINIMUM_NIGHTS, "naps", "left out", "reference", "mean mid-sleep"),
                reference == null ? null : CircularMean.clock(reference.minutes()),
                days);
    }
}
