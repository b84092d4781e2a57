package io.github.fitbitproxy.day;

import io.github.fitbitproxy.budget.Purpose;
import io.github.fitbitproxy.cache.Answers;
import io.github.fitbitproxy.cache.CacheStrategy;
import io.github.fitbitproxy.day.BackfillStore.Backfill;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Fetches history piece by piece. A piece is no longer than one fetch allows, and no more than that is in memory. Blocks.
 */
@ApplicationScoped
class BackfillPieces {

    private static final Logger LOG = Logger.getLogger(BackfillPieces.class);

    /** Stored days that are passed over in one turn, at most. */
    private static final int MOST_DAYS_A_TURN = 1000;

    private final DayStore days;
    private final Answers answers;
    private final Finisher finisher;
    private final UpstreamDays upstream;
    private final Clock clock;

    BackfillPieces(DayStore days, Answers answers, Finisher finisher, UpstreamDays upstream, Clock clock) {
        this.days = days;
        this.answers = answers;
        this.finisher = finisher;
        this.upstream = upstream;
        this.clock = clock;
    }

    /**
     * Passes over days that are stored and fresh, then fetches and keeps one piece.
     *
     * @return the newest day that is still to be done; before the job's range if none is
     * @throws UpstreamException if the piece cannot be had
     * @throws java.io.UncheckedIOException if it cannot be kept
     */
    LocalDate fetchNext(Backfill job, DaySource<?> source, ZoneId zone) {
        LocalDate next = job.next();
        LocalDate enough = next.minusDays(MOST_DAYS_A_TURN);
        while (!next.isBefore(job.range().from()) && next.isAfter(enough)) {
            DateRange window = window(job, next, source.longestFetchDays());
            Wanted wanted = wanted(job.person(), source, window);
            if (!wanted.dates.isEmpty()) {
                keep(job.person(), source, zone, wanted);
                return window.from().minusDays(1);
            }
            next = window.from().minusDays(1);
        }
        return next;
    }

    private static DateRange window(Backfill job, LocalDate next, int longestFetchDays) {
        LocalDate from = next.minusDays(longestFetchDays - 1L);
        return new DateRange(from.isBefore(job.range().from()) ? job.range().from() : from, next);
    }

    /** The days of a window that are not stored, or stale. */
    private Wanted wanted(Person person, DaySource<?> source, DateRange window) {
        Instant now = clock.instant();
        TreeSet<LocalDate> dates = window.stream().collect(Collectors.toCollection(TreeSet::new));
        Set<LocalDate> whole = new HashSet<>();
        days.forEach(person, source.upstream(), source.kind().name(), window, raw -> {
            LocalDate date = raw.key().date();
            if (isGood(source, raw, now)) {
                dates.remove(date);
            } else if (raw.parts().missing().isEmpty()) {
                whole.add(date);
            }
        });
        return new Wanted(dates, whole);
    }

    /** @param whole days whose stored version lacks no part, and is better than a newer one that does */
    private record Wanted(TreeSet<LocalDate> dates, Set<LocalDate> whole) {

        boolean improves(RawDay raw) {
            LocalDate date = raw.key().date();
            return dates.contains(date) && (raw.parts().missing().isEmpty() || !whole.contains(date));
        }
    }

    private boolean isGood(DaySource<?> source, RawDay raw, Instant now) {
        try {
            return CacheStrategy.isFresh(finisher.finish(source, raw).answer(), now);
        } catch (UpstreamException e) {
            return false;
        }
    }

    private void keep(Person person, DaySource<?> source, ZoneId zone, Wanted wanted) {
        DateRange range = new DateRange(wanted.dates.first(), wanted.dates.last());
        List<RawDay> piece = upstream.fetch(person, source, zone, range, Purpose.BACKFILL).values().stream()
                .filter(wanted::improves)
                .toList();
        List<RawDay> telling =
                piece.stream().filter(raw -> tellsSomething(source, raw)).toList();
        if (telling.isEmpty()) {
            // Says why, if the whole piece makes no sense.
            piece.forEach(raw -> finisher.finish(source, raw));
        }
        days.saveAll(telling);
        telling.forEach(raw -> answers.forget(raw.key()));
    }

    private boolean tellsSomething(DaySource<?> source, RawDay raw) {
        try {
            return finisher.finish(source, raw).tellsSomething();
        } catch (UpstreamException e) {
            LOG.warnf("%s: not kept. %s", raw.key(), e.failure().reason());
            return false;
        }
    }
}
