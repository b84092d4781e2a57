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
import java.util.List;
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
            TreeSet<LocalDate> wanted = wanted(job.person(), source, window);
            if (!wanted.isEmpty()) {
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
    private TreeSet<LocalDate> wanted(Person person, DaySource<?> source, DateRange window) {
        Instant now = clock.instant();
        TreeSet<LocalDate> wanted = window.stream().collect(Collectors.toCollection(TreeSet::new));
        days.forEach(person, source.upstream(), source.kind().name(), window, raw -> {
            if (isGood(source, raw, now)) {
                wanted.remove(raw.key().date());
            }
        });
        return wanted;
    }

    private boolean isGood(DaySource<?> source, RawDay raw, Instant now) {
        try {
            return CacheStrategy.isFresh(finisher.finish(source, raw).answer(), now);
        } catch (UpstreamException e) {
            return false;
        }
    }

    private void keep(Person person, DaySource<?> source, ZoneId zone, TreeSet<LocalDate> wanted) {
        DateRange range = new DateRange(wanted.first(), wanted.last());
        List<RawDay> piece = upstream.fetch(person, source, zone, range, Purpose.BACKFILL).values().stream()
                .filter(raw -> wanted.contains(raw.key().date()))
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
