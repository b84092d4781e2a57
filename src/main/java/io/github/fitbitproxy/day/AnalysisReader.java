package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.day.Refusal.BadRange;
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
     * @param directives of which {@code only-if-cached} alone matters: a stored night is as good as a fetched one
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
        LocatedDay yesterday = whereabouts.find(person, SleepDay.KIND.name(), DayWord.YESTERDAY);
        LocalDate today = yesterday.key().date().plusDays(1);
        DateRange range = range(from, to, today);
        return Analysis.of(
                nights.read(yesterday, range, directives.onlyIfCached()), Assumptions.of(needMinutes, workDays));
    }

    private static DateRange range(@Nullable DayWord from, @Nullable DayWord to, LocalDate today) {
        LocalDate last = (to == null ? DayWord.YESTERDAY : to).resolve(today);
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1) : from.resolve(today);
        if (last.isAfter(today)) {
            throw new RefusalException(new FutureDate(last, today));
        }
        if (first.isAfter(last)) {
            throw new RefusalException(
                    new BadRange("The range begins on " + first + ", after its end on " + last + "."));
        }
        DateRange range = new DateRange(first, last);
        if (range.days() > MOST_DAYS) {
            throw new RefusalException(
                    new BadRange("The range has " + range.days() + " days; " + MOST_DAYS + " are the most."));
        }
        return range;
    }
}
