package io.github.fitbitproxy.day;

import io.github.fitbitproxy.budget.Budgets;
import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.cache.Answers;
import io.github.fitbitproxy.cache.CacheStrategy;
import io.github.fitbitproxy.cache.Flights;
import io.github.fitbitproxy.cache.Flights.Flight;
import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.day.Reading.Way;
import io.github.fitbitproxy.day.Refusal.NotStored;
import io.github.fitbitproxy.day.Refusal.RefusalException;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads a day: from memory, from the store or from upstream, whichever is due. Any number of clients that ask the same
 * thing at once cost one reading, and those that wait hold no thread.
 */
@ApplicationScoped
public class DayReader {

    private static final Logger LOG = Logger.getLogger(DayReader.class);

    private final Whereabouts whereabouts;
    private final Answers answers;
    private final DayKeeper keeper;
    private final Budgets budgets;
    private final Clock clock;
    private final Duration staleIfError;
    private final ExecutorService executor;
    private final Flights<Asked, Reading> readings = new Flights<>();

    DayReader(
            Whereabouts whereabouts,
            Answers answers,
            DayKeeper keeper,
            Budgets budgets,
            ProxyConfig config,
            Clock clock,
            ExecutorService executor) {
        this.whereabouts = whereabouts;
        this.answers = answers;
        this.keeper = keeper;
        this.budgets = budgets;
        this.clock = clock;
        this.staleIfError = config.staleIfError();
        this.executor = executor;
    }

    /**
     * Reads a day.
     *
     * @param person what {@code person=} says, or {@code null}
     * @return the reading; fails with {@link RefusalException} or {@link UpstreamException}
     */
    public Uni<Reading> read(@Nullable String person, String kind, DayWord date, RequestDirectives directives) {
        return Uni.createFrom()
                .item(() -> whereabouts.find(person, kind, date))
                .runSubscriptionOn(executor)
                .chain(day -> join(day, directives));
    }

    private Uni<Reading> join(LocatedDay day, RequestDirectives directives) {
        Flight<Reading> flight = readings.join(
                new Asked(day, directives),
                () -> CompletableFuture.supplyAsync(() -> readNow(day, directives), executor));
        return Uni.createFrom()
                .completionStage(flight.outcome())
                .map(reading -> flight.collapsed() ? reading.collapsed() : reading)
                .map(reading -> reading.withBudget(
                        budgets.recall(day.key().person(), day.key().upstream())));
    }

    private Reading readNow(LocatedDay day, RequestDirectives directives) {
        Instant now = clock.instant();
        Answer stored = stored(day, now);
        if (stored == null) {
            if (directives.onlyIfCached()) {
                throw new RefusalException(new NotStored());
            }
            return new Reading(keeper.fetch(day, null), Way.MISS);
        }
        CacheStrategy strategy = CacheStrategy.decide(stored, now, directives);
        if (strategy == CacheStrategy.FRESH) {
            return new Reading(stored, Way.HIT);
        }
        if (directives.onlyIfCached()) {
            return new Reading(stored, Way.STALE_ON_ERROR);
        }
        if (strategy == CacheStrategy.STALE_WHILE_REVALIDATE) {
            revalidateLater(day, stored);
            return new Reading(stored, Way.STALE_REVALIDATING);
        }
        return revalidate(day, stored, now);
    }

    private Reading revalidate(LocatedDay day, Answer stored, Instant now) {
        try {
            return new Reading(keeper.fetch(day, stored), Way.REVALIDATED);
        } catch (UpstreamException e) {
            if (CacheStrategy.mayAnswerOnError(stored, now, staleIfError)) {
                return new Reading(stored, Way.STALE_ON_ERROR, e.failure());
            }
            throw e;
        }
    }

    private void revalidateLater(LocatedDay day, Answer stored) {
        executor.execute(() -> {
            Answer newest = answers.get(day.key());
            if (newest != null && CacheStrategy.isFresh(newest, clock.instant())) {
                return;
            }
            try {
                keeper.fetch(day, stored);
            } catch (UpstreamException e) {
                LOG.debugf("%s: not revalidated", day.key());
            }
        });
    }

    /** The newest version at hand: memory if it is fresh, else the store's if that is newer. */
    private @Nullable Answer stored(LocatedDay day, Instant now) {
        Answer inMemory = answers.get(day.key());
        if (inMemory != null && CacheStrategy.isFresh(inMemory, now)) {
            return inMemory;
        }
        Answer inStore = keeper.find(day);
        return inStore != null ? inStore : inMemory;
    }

    private record Asked(LocatedDay day, RequestDirectives directives) {}
}
