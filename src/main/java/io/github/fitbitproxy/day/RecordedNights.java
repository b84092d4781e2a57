package io.github.fitbitproxy.day;

import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.day.Refusal.NotStored;
import io.github.fitbitproxy.day.Refusal.RefusalException;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.sleep.SleepAssembly;
import io.github.fitbitproxy.sleep.analysis.Nights;
import io.github.fitbitproxy.sleep.analysis.RecordedDay;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The recorded sleeps of a range: what is stored, and what is missing as far as it can be had. Blocks. */
@ApplicationScoped
class RecordedNights {

    private static final Logger LOG = Logger.getLogger(RecordedNights.class);

    /** The most days that one request has fetched, newest first; the others stay missing until somebody asks for them. */
    private static final int MOST_FETCHES = 28;

    private final DayStore store;
    private final DayKeeper keeper;
    private final Sources sources;
    private final Clock clock;
    private final Duration lateSyncWindow;
    private final Duration freshness;

    RecordedNights(DayStore store, DayKeeper keeper, Sources sources, ProxyConfig config, Clock clock) {
        this.store = store;
        this.keeper = keeper;
        this.sources = sources;
        this.clock = clock;
        this.lateSyncWindow = config.lateSyncWindow();
        this.freshness = config.freshness();
    }

    /**
     * Reads the nights of a range.
     *
     * @param wearer any day of whose nights are meant
     * @param onlyStored whether the cloud is left alone
     * @throws UpstreamException if nothing is stored and nothing can be had
     * @throws RefusalException if nothing is stored and the cloud is left alone
     */
    Nights read(LocatedDay wearer, DateRange range, boolean onlyStored) {
        Instant now = clock.instant();
        SortedMap<LocalDate, RecordedDay> days = new TreeMap<>();
        Set<LocalDate> notDue = new HashSet<>();
        DayKey key = wearer.key();
        store.forEach(
                key.person(),
                key.upstream(),
                key.kind(),
                range,
                raw -> recorded(raw).ifPresent(day -> {
                    days.put(day.date(), day);
                    if (!isDue(raw, now)) {
                        notDue.add(day.date());
                    }
                }));
        List<LocalDate> due = range.stream()
                .filter(date -> !notDue.contains(date))
                .sorted(Comparator.reverseOrder())
                .limit(onlyStored ? 0 : MOST_FETCHES)
                .toList();
        UpstreamException failure = fetch(wearer, due, days);
        if (days.isEmpty() && failure != null) {
            throw failure;
        }
        if (days.isEmpty() && onlyStored) {
            throw new RefusalException(new NotStored());
        }
        return new Nights(range, List.copyOf(days.values()));
    }

    /** Adds what can be had; gives the failure that ended it, or {@code null}. */
    private @Nullable UpstreamException fetch(
            LocatedDay wearer, List<LocalDate> due, SortedMap<LocalDate, RecordedDay> days) {
        UpstreamException failure = null;
        for (LocalDate date : due) {
            LocatedDay day = wearer.on(date);
            try {
                keeper.fetch(day, keeper.find(day));
                store.find(day.key()).flatMap(this::recorded).ifPresent(recorded -> days.put(date, recorded));
            } catch (UpstreamException e) {
                failure = e;
                // One day's nonsense says nothing of the others; every other failure does.
                if (!(e.failure() instanceof Unreadable)) {
                    break;
                }
            }
        }
        return failure;
    }

    /** Whether a stored day was not over when it was fetched, and is no longer fresh: the night may be missing in it. */
    private boolean isDue(RawDay raw, Instant now) {
        return Settling.status(raw, lateSyncWindow) == DayStatus.PARTIAL
                && !now.isBefore(Settling.freshUntil(raw, DayStatus.PARTIAL, freshness));
    }

    private Optional<RecordedDay> recorded(RawDay raw) {
        LocalDate date = raw.key().date();
        try {
            return Optional.of(RecordedDay.of(
                    date, SleepAssembly.sleepsOf(date, sources.recordings(raw).sleeps())));
        } catch (UpstreamException e) {
            LOG.warnf(
                    "%s: the stored version cannot be read. %s",
                    raw.key(), e.failure().reason());
            return Optional.empty();
        }
    }
}
