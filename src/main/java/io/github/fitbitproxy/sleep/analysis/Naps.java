package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.analysis.DayValue;
import io.github.fitbitproxy.model.analysis.NapsMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Naps, over the days that have any sleep recorded: on other days nobody knows. */
final class Naps {

    private static final int MINIMUM_DAYS = 7;

    private Naps() {}

    /** {@code 7 x naps / days} */
    static NapsMetric naps(Nights nights) {
        List<Double> lengths = new ArrayList<>();
        List<DayValue> days = new ArrayList<>();
        int count = 0;
        for (RecordedDay day : nights.days()) {
            List<Double> known = day.naps().stream()
                    .map(Episode::minutesAsleep)
                    .filter(Objects::nonNull)
                    .map(Double::valueOf)
                    .toList();
            count += day.naps().size();
            lengths.addAll(known);
            if (!known.isEmpty()) {
                days.add(new DayValue(
                        day.date(),
                        known.stream().mapToDouble(minutes -> minutes).sum()));
            }
        }
        int recorded = nights.days().size();
        return new NapsMetric(
                recorded < MINIMUM_DAYS ? null : Rounding.tenths(Double.valueOf(7.0 * count / recorded)),
                "naps a week",
                recorded,
                nights.missing(recorded),
                "7 x naps / days with any recorded sleep. A nap is what /sleep/{date} counts as one.",
                Map.of("minimumNights", MINIMUM_DAYS),
                count,
                Rounding.tenths(Sample.mean(lengths)),
                days);
    }
}
