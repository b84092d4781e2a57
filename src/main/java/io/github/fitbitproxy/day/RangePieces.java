package io.github.fitbitproxy.day;

import io.github.fitbitproxy.budget.Purpose;
import io.github.fitbitproxy.cache.Flights;
import io.github.fitbitproxy.cache.SharedFlights;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Fetches pieces of ranges and keeps them. Those who want the same piece at the same time share one fetch, in this process
 * and across replicas. Blocks; throws {@link UncheckedIOException} if the store cannot be read.
 */
@ApplicationScoped
class RangePieces {

    private static final Logger LOG = Logger.getLogger(RangePieces.class);

    private final DayStore store;
    private final BestDays days;
    private final Finisher finisher;
    private final UpstreamDays upstream;
    private final SharedFlights replicas;
    private final Duration patience;
    private final Clock clock;
    private final Flights<RangeQuestion, Fetched> fetches = new Flights<>();

    RangePieces(
            DayStore store,
            BestDays days,
            Finisher finisher,
            UpstreamDays upstream,
            SharedFlights replicas,
            ProxyConfig config,
            Clock clock) {
        this.store = store;
        this.days = days;
        this.finisher = finisher;
        this.upstream = upstream;
        this.replicas = replicas;
        this.patience = config.upstreamTimeout();
        this.clock = clock;
    }

    /**
     * What a fetch gave beside what is in the store now.
     *
     * @param unstored days that are not stored: the upstream had nothing to say yet, or the store failed
     * @param absences days that were asked for and not told
     */
    record Fetched(Map<LocalDate, RawDay> unstored, Map<LocalDate, Absence> absences, boolean storeFailed) {

        static final Fetched NOTHING = new Fetched(Map.of(), Map.of(), false);
    }

    /**
     * Which days of a range are to be asked for.
     *
     * @param dates not stored, or due again
     * @param stored those of them of which there is a version
     * @param whole those of them of which there is a version without missing parts
     */
    record Due(SortedSet<LocalDate> dates, Set<LocalDate> stored, Set<LocalDate> whole) {}

    Due due(RangeQuestion question) {
        LocatedPerson whose = question.whose();
        Instant now = clock.instant();
        SortedSet<LocalDate> dates = question.range().stream().collect(Collectors.toCollection(TreeSet::new));
        Set<LocalDate> stored = new HashSet<>();
        Set<LocalDate> whole = new HashSet<>();
        days.forEach(whose.person(), whose.upstream(), whose.kind(), question.range(), raw -> {
            LocalDate date = raw.key().date();
            if (!finisher.isDue(whose.source(), raw, question.directives(), now)) {
                dates.remove(date);
                return;
            }
            stored.add(date);
            if (raw.parts().missing().isEmpty()) {
                whole.add(date);
            }
        });
        return new Due(dates, stored, whole);
    }

    /**
     * Fetches and keeps what is due of a piece.
     *
     * @param piece its range is no longer than the source allows
     * @throws UpstreamException if no day can be told
     */
    Fetched fetch(RangeQuestion piece) {
        var flight = fetches.join(piece, () -> CompletableFuture.completedFuture(fetchShared(piece)));
        try {
            return flight.outcome().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private Fetched fetchShared(RangeQuestion piece) {
        Fetched fetched = replicas.run(
                "range/" + piece,
                patience,
                () -> due(piece).dates.isEmpty() ? Fetched.NOTHING : null,
                () -> fetchAndKeep(piece));
        if (fetched == null) {
            throw new UpstreamException(new Unavailable("The cloud is slow to tell these days.", null));
        }
        return fetched;
    }

    private Fetched fetchAndKeep(RangeQuestion piece) {
        // Looked at again: somebody else may have fetched some of it while this request was busy with newer days.
        Due due = due(piece);
        if (due.dates.isEmpty()) {
            return Fetched.NOTHING;
        }
        LocatedPerson whose = piece.whose();
        DateRange range = new DateRange(due.dates.first(), due.dates.last());
        try {
            return keep(
                    whose,
                    due,
                    upstream.fetch(whose.person(), whose.source(), whose.zone(), range, Purpose.INTERACTIVE));
        } catch (UpstreamException e) {
            LOG.infof("%s: %s", piece, e.failure().reason());
            throw e;
        }
    }

    /** Days inside the range that were not due are left as they are stored: their version may be the richer one. */
    private Fetched keep(LocatedPerson whose, Due due, SortedMap<LocalDate, RawDay> told) {
        List<RawDay> kept = new ArrayList<>();
        Map<LocalDate, RawDay> unstored = new HashMap<>();
        Map<LocalDate, Absence> absences = new HashMap<>();
        for (LocalDate date : due.dates) {
            RawDay raw = told.get(date);
            if (raw == null || raw.parts().received().isEmpty()) {
                absences.put(date, new Absence.Failed(new Unavailable("The cloud did not tell this day.", null)));
                continue;
            }
            try {
                boolean poorer = !raw.parts().missing().isEmpty() && due.whole.contains(date);
                if (!poorer && finisher.tellsSomething(whose.source(), raw)) {
                    kept.add(raw);
                } else if (!due.stored.contains(date)) {
                    unstored.put(date, raw);
                }
            } catch (UpstreamException e) {
                absences.put(date, new Absence.Failed(e.failure()));
            }
        }
        boolean storeFailed = !save(kept);
        if (storeFailed) {
            kept.forEach(raw -> unstored.put(raw.key().date(), raw));
        }
        return new Fetched(unstored, absences, storeFailed);
    }

    private boolean save(List<RawDay> days) {
        try {
            store.saveAll(days);
            return true;
        } catch (UncheckedIOException e) {
            LOG.warnf("%d days are not stored, but still answered from memory. %s", days.size(), e.getMessage());
            return false;
        }
    }
}
