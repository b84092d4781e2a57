package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A range that is being read, for one thread. First what is lacking is fetched and stored, then the store tells the days one
 * by one: however long the range is, one day at a time is cleaned.
 */
public final class RangeReading {

    private static final Logger LOG = Logger.getLogger(RangeReading.class);

    private final BestDays days;
    private final Finisher finisher;
    private final LocatedPerson whose;
    private final DateRange range;
    /** As much of the range as has begun for the wearer; {@code null} if nothing has. */
    private final @Nullable DateRange begun;

    private final @Nullable RangeFetch fetch;

    RangeReading(
            BestDays days,
            Finisher finisher,
            RangePieces pieces,
            LocatedPerson whose,
            DateRange range,
            RequestDirectives directives) {
        this.days = days;
        this.finisher = finisher;
        this.whose = whose;
        this.range = range;
        this.begun = begun(range, whose.today());
        this.fetch = begun == null ? null : new RangeFetch(pieces, new RangeQuestion(whose, begun, directives));
    }

    private static @Nullable DateRange begun(DateRange range, LocalDate today) {
        if (range.from().isAfter(today)) {
            return null;
        }
        return range.to().isAfter(today) ? new DateRange(range.from(), today) : range;
    }

    /** Fetches a first piece of what is lacking; gives what came in between, or {@code null}. */
    @Nullable
    UpstreamFailure ask() {
        if (fetch == null) {
            return null;
        }
        fetch.next();
        return fetch.failure();
    }

    /** Tells the whole range, blocking. To be called once. */
    public void tell(RangeVisitor visitor) {
        visitor.begin(range);
        LocalDate unbegun = range.from();
        if (begun != null && fetch != null) {
            while (fetch.next()) {
                visitor.waiting();
            }
            new Telling(fetch, begun, visitor).tell();
            unbegun = begun.to().plusDays(1);
        }
        unbegun.datesUntil(range.to().plusDays(1)).forEach(date -> visitor.missing(date, new Absence.Future()));
        visitor.end();
    }

    /** Lays what is stored over the calendar. */
    private final class Telling {

        private final RangeFetch fetch;
        private final DateRange begun;
        private final RangeVisitor visitor;
        /** The first date that has not been told. */
        private LocalDate next;

        Telling(RangeFetch fetch, DateRange begun, RangeVisitor visitor) {
            this.fetch = fetch;
            this.begun = begun;
            this.visitor = visitor;
            this.next = begun.from();
        }

        void tell() {
            @Nullable Absence storeFailed = null;
            try {
                days.forEach(whose.person(), whose.upstream(), whose.kind(), begun, this::tell);
            } catch (UncheckedIOException e) {
                LOG.warnf("%s: the store cannot be read. %s", whose.person(), e.getMessage());
                storeFailed = new Absence.StoreFailed();
            }
            tellUnstoredBefore(begun.to().plusDays(1), storeFailed);
        }

        private void tell(RawDay raw) {
            LocalDate date = raw.key().date();
            tellUnstoredBefore(date, null);
            RawDay newer = fetch.unstored(date);
            tell(date, newer == null ? raw : newer);
            next = date.plusDays(1);
        }

        private void tellUnstoredBefore(LocalDate end, @Nullable Absence why) {
            for (; next.isBefore(end); next = next.plusDays(1)) {
                RawDay unstored = fetch.unstored(next);
                if (unstored == null) {
                    visitor.missing(next, why == null ? fetch.absence(next) : why);
                } else {
                    tell(next, unstored);
                }
            }
        }

        private void tell(LocalDate date, RawDay raw) {
            try {
                visitor.day(finisher.settle(days.sourceOf(raw, whose.source()), raw));
            } catch (UpstreamException e) {
                LOG.warnf("%s: it cannot be read. %s", raw.key(), e.failure().reason());
                visitor.missing(date, new Absence.Failed(e.failure()));
            }
        }
    }
}
