package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.analysis.DayValue;
import io.github.fitbitproxy.model.analysis.SleepDebtMetric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sleep debt: {@code sum of (need - TST)} over the last 14 nights of the range. There is no agreed standard (for what it means
 * to the body see Kitamura et al. 2016, doi:10.1038/srep35812), so need, window and weights stand in the answer. All sleep
 * counts, naps too: they pay back.
 */
final class SleepDebt {

    private static final int WINDOW_DAYS = 14;
    private static final int MINIMUM_NIGHTS = 7;

    private SleepDebt() {}

    static SleepDebtMetric sleepDebt(Nights nights, Assumptions assumptions) {
        DateRange window = window(nights.range());
        List<DayValue> days = new ArrayList<>();
        int balance = 0;
        for (RecordedDay day : nights.days()) {
            Integer asleep = day.totalMinutesAsleep();
            if (asleep != null && window.contains(day.date())) {
                int shortfall = assumptions.needMinutes() - asleep;
                balance += shortfall;
                days.add(new DayValue(day.date(), shortfall));
            }
        }
        boolean enough = days.size() >= MINIMUM_NIGHTS;
        return new SleepDebtMetric(
                enough ? Double.valueOf(Math.max(0, balance)) : null,
                "minutes",
                days.size(),
                (int) window.days() - days.size(),
                "Sum of need less time asleep over the known nights of the window, at least 0; missing nights add nothing."
                        + " There is no agreed standard (Kitamura et al. 2016, doi:10.1038/srep35812).",
                Map.of(
                        "needMinutes",
                        assumptions.needMinutes(),
                        "windowDays",
                        window.days(),
                        "weights",
                        "all nights alike",
                        "minimumNights",
                        MINIMUM_NIGHTS,
                        "naps",
                        "counted"),
                enough ? Double.valueOf(balance) : null,
                days);
    }

    private static DateRange window(DateRange range) {
        LocalDate first = range.to().minusDays(WINDOW_DAYS - 1);
        return new DateRange(first.isBefore(range.from()) ? range.from() : first, range.to());
    }
}
