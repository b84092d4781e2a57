package io.github.fitbitproxy.day;

import io.github.fitbitproxy.budget.Purpose;
import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.cache.Answers;
import io.github.fitbitproxy.cache.Flights;
import io.github.fitbitproxy.cache.SharedFlights;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Fetches days, keeps them, and finds them again as finished answers. Blocks. */
@ApplicationScoped
public class DayKeeper {

    private static final Logger LOG = Logger.getLogger(DayKeeper.class);

    private final DayStore store;
    private final BestDays days;
    private final Answers answers;
    private final Finisher finisher;
    private final UpstreamDays upstream;
    private final SharedFlights replicas;
    private final Duration patience;
    private final Flights<DayKey, Answer> fetches = new Flights<>();

    DayKeeper(
            DayStore store,
            BestDays days,
            Answers answers,
            Finisher finisher,
            UpstreamDays upstream,
            SharedFlights replicas,
            ProxyConfig config) {
        this.store = store;
        this.days = days;
        this.answers = answers;
        this.finisher = finisher;
        this.upstream = upstream;
        this.replicas = replicas;
        this.patience = config.upstreamTimeout();
    }

    /** The stored version as a finished answer, or {@code null} if there is none that can be read. */
    @Nullable
    Answer find(LocatedDay day) {
        return findRaw(day.key())
                .map(raw -> {
                    try {
                        Answer answer = finisher.finish(days.sourceOf(raw, day.source()), raw)
                                .answer();
                        answers.put(day.key(), answer);
                        return answer;
                    } catch (UpstreamException e) {
                        LOG.warnf(
                                "%s: the stored version cannot be read. %s",
                                day.key(), e.failure().reason());
                        return null;
                    }
                })
                .orElse(null);
    }

    /**
     * Asks upstream for a day and keeps it. Callers that want the same day at the same time share one fetch, in this
     * process and across replicas.
     *
     * @param known the version that is not good enough, or {@code null} if there is none
     * @throws UpstreamException if it cannot be had
     */
    Answer fetch(LocatedDay day, @Nullable Answer known) {
        var flight = fetches.join(day.key(), () -> CompletableFuture.completedFuture(fetchShared(day, known)));
        try {
            return flight.outcome().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private Answer fetchShared(LocatedDay day, @Nullable Answer known) {
        Answer answer = replicas.run("day/" + day.key(), patience, () -> newer(day, known), () -> fetchAndKeep(day));
        if (answer == null) {
            throw new UpstreamException(new Unavailable("The cloud is slow to tell this day.", null));
        }
        return answer;
    }

    private @Nullable Answer newer(LocatedDay day, @Nullable Answer known) {
        Answer found = find(day);
        return found != null && (known == null || found.fetchedAt().isAfter(known.fetchedAt())) ? found : null;
    }

    private Answer fetchAndKeep(LocatedDay day) {
        DayKey key = day.key();
        try {
            return keep(day, withEarlierParts(ask(day)));
        } catch (UpstreamException e) {
            LOG.infof("%s: %s", key, e.failure().reason());
            throw e;
        }
    }

    private RawDay ask(LocatedDay day) {
        DayKey key = day.key();
        DateRange one = DateRange.of(key.date());
        return Objects.requireNonNull(upstream.fetch(key.person(), day.source(), day.zone(), one, Purpose.INTERACTIVE)
                .get(key.date()));
    }

    /** One part that cannot be had now does not cost what was told of it before. */
    private RawDay withEarlierParts(RawDay raw) {
        if (raw.parts().missing().isEmpty()) {
            return raw;
        }
        try {
            return store.find(raw.key())
                    .map(stored -> raw.with(raw.parts().filledFrom(stored.parts())))
                    .orElse(raw);
        } catch (UncheckedIOException e) {
            LOG.warnf("%s: the store cannot be read. %s", raw.key(), e.getMessage());
            return raw;
        }
    }

    private Answer keep(LocatedDay day, RawDay raw) {
        Finisher.Finished fresh = finisher.finish(day.source(), raw);
        boolean kept = !fresh.tellsSomething() || save(raw);
        if (!fresh.hasFigures()) {
            // The upstream is still computing, or knows of nothing. What it told earlier, or what was imported, may be
            // more.
            Answer known = find(day);
            if (known != null) {
                return known;
            }
        }
        if (kept) {
            answers.put(raw.key(), fresh.answer());
        }
        return fresh.answer();
    }

    /** Whether memory may keep it: not if the person was forgotten meanwhile, or a later version is stored. */
    private boolean save(RawDay raw) {
        try {
            return store.save(raw);
        } catch (UncheckedIOException e) {
            LOG.warnf("%s: not stored, but still answered from memory. %s", raw.key(), e.getMessage());
            return true;
        }
    }

    private Optional<RawDay> findRaw(DayKey key) {
        try {
            return days.find(key);
        } catch (UncheckedIOException e) {
            LOG.warnf("%s: the store cannot be read. %s", key, e.getMessage());
            return Optional.empty();
        }
    }
}
