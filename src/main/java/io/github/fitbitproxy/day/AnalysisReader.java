package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.day.Refusal.FutureDate;
import io.github.fitbitproxy.day.Refusal.RefusalException;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.analysis.SleepAnalysis;
import io.github.fitbitproxy.sleep.analysis.Analysis;
import io.github.fitbitproxy.sleep.analysis.Assumptions;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what the nights of a range say together. Blocks. */
@ApplicationScoped
public class AnalysisReader {

    private static final int USUAL_DAYS = 28;
    /** All segments of all nights are held in memory at once, so fewer than a range of days may have. */
    private static final int MOST_DAYS = 366;

    private final Whereabouts whereabouts;
    private final RecordedNights nights;

    AnalysisReader(Whereabouts whereabouts, RecordedNights nights) {
        this.whereabouts = whereabouts;
        this.nights = nights;
    }

    /**
     * Analyses a range.
     *
     * @param person what {@code person=} says, or {@code null}
     * @param from {@code null} for 28 days in all
     * @param to {@code null} for yesterday
     * @param needMinutes sleep needed in a day; {@code null} for the default
     * @param workDays {@code null} if nobody said
     * @param directives as for a range of days
     * @throws RefusalException for an unknown person, a day in the future or days that are no range
     * @throws UpstreamException if nothing is stored and nothing can be had
     */
    public SleepAnalysis analyse(
            @Nullable String person,
            @Nullable DayWord from,
            @Nullable DayWord to,
            @Nullable Integer needMinutes,
            @Nullable Set<DayOfWeek> workDays,
            RequestDirectives directives) {
        LocatedPerson whose = whereabouts.locate(person, SleepDay.KIND.name());
        LocalDate today = whose.today();
        LocalDate last = (to == null ? DayWord.YESTERDAY : to).resolve(today);
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1) : from.resolve(today);
        if (last.isAfter(today)) {
            throw new RefusalException(new FutureDate(last, today));
        }
        DateRange range = RangeReader.range(first, last, MOST_DAYS);
        return Analysis.of(nights.read(whose, range, directives), Assumptions.of(needMinutes, workDays));
    }
}
