package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.day.Refusal.NotStored;
import io.github.fitbitproxy.day.Refusal.RefusalException;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.sleep.SleepAssembly;
import io.github.fitbitproxy.sleep.analysis.Nights;
import io.github.fitbitproxy.sleep.analysis.RecordedDay;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The recorded sleeps of a range: first what is lacking is fetched, as for a range of days, then the store tells. Blocks. */
@ApplicationScoped
class RecordedNights {

    private static final Logger LOG = Logger.getLogger(RecordedNights.class);

    private final BestDays days;
    private final RangePieces pieces;
    private final Sources sources;

    RecordedNights(BestDays days, RangePieces pieces, Sources sources) {
        this.days = days;
        this.pieces = pieces;
        this.sources = sources;
    }

    /**
     * Reads the nights of a range that has begun. Days that could not be had are missing in it.
     *
     * @throws UpstreamException if nothing is stored and nothing can be had
     * @throws RefusalException if nothing is stored and the cloud is to be left alone
     */
    Nights read(LocatedPerson whose, DateRange range, RequestDirectives directives) {
        RangeFetch fetch = new RangeFetch(pieces, new RangeQuestion(whose, range, directives));
        while (fetch.next()) {
            LOG.debugf("%s: a piece of a range was fetched", whose.person());
        }
        SortedMap<LocalDate, RecordedDay> nights = new TreeMap<>();
        days.forEach(
                whose.person(),
                whose.upstream(),
                whose.kind(),
                range,
                raw -> recorded(raw).ifPresent(night -> nights.put(night.date(), night)));
        range.stream().forEach(date -> {
            RawDay unstored = fetch.unstored(date);
            if (unstored != null) {
                recorded(unstored).ifPresent(night -> nights.put(date, night));
            }
        });
        if (nights.isEmpty()) {
            explain(fetch.failure(), directives);
        }
        return new Nights(range, List.copyOf(nights.values()));
    }

    private static void explain(@Nullable UpstreamFailure failure, RequestDirectives directives) {
        if (failure != null) {
            throw new UpstreamException(failure);
        }
        if (directives.onlyIfCached()) {
            throw new RefusalException(new NotStored());
        }
    }

    private Optional<RecordedDay> recorded(RawDay raw) {
        LocalDate date = raw.key().date();
        try {
            return Optional.of(RecordedDay.of(
                    date, SleepAssembly.sleepsOf(date, sources.recordings(raw).sleeps())));
        } catch (UpstreamException e) {
            LOG.warnf("%s: it cannot be read. %s", raw.key(), e.failure().reason());
            return Optional.empty();
        }
    }
}
