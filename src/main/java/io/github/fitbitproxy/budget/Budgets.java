package io.github.fitbitproxy.budget;

import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.Person;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the upstreams still allow each person, as they last said. Remembered over restarts and shared by replicas through
 * the store, which is asked and told every few seconds only, and at once when little is left. While the store fails, memory
 * does. Blocks, but for what says otherwise; never throws.
 */
@ApplicationScoped
public class Budgets {

    private static final Logger LOG = Logger.getLogger(Budgets.class);

    /** Other replicas spend from the same budget: what they were told is looked up this often. */
    private static final Duration READ_EVERY = Duration.ofSeconds(5);

    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(5);

    /** Clocks differ by seconds, and a call that comes too early is counted too. */
    private static final Duration SKEW_MARGIN = Duration.ofSeconds(5);

    private final BudgetStore store;
    private final BudgetMeter meter;
    private final Clock clock;
    private final int reserve;
    private final ConcurrentMap<Key, Known> budgets = new ConcurrentHashMap<>();

    Budgets(BudgetStore store, BudgetMeter meter, ProxyConfig config, Clock clock) {
        this.store = store;
        this.meter = meter;
        this.clock = clock;
        this.reserve = Math.max(0, config.budgetReserve());
    }

    /** An upstream said what it still allows a person. */
    public void told(Person person, String upstream, CallBudget budget) {
        Key key = new Key(person, upstream);
        Instant now = clock.instant();
        Known known = update(key, old -> old.told(budget, now));
        boolean little = budget.remaining() <= reserve;
        if (little || !isWithin(known.writtenAt, WRITTEN_EVERY, now)) {
            write(key);
        }
    }

    /** What the upstream last said, by whichever replica heard it, or {@code null} if it did not say. */
    public @Nullable CallBudget find(Person person, String upstream) {
        Key key = new Key(person, upstream);
        Instant now = clock.instant();
        Known known = budgets.get(key);
        if (known == null || !isWithin(known.readAt, READ_EVERY, now)) {
            CallBudget stored = read(key);
            known = update(key, old -> old.read(stored, now));
        }
        return credible(known.budget, now);
    }

    /** What the upstream last said, from memory alone, or {@code null} if that does not know. Never blocks. */
    public @Nullable CallBudget recall(Person person, String upstream) {
        Known known = budgets.get(new Key(person, upstream));
        return known == null ? null : credible(known.budget, clock.instant());
    }

    /**
     * Whether a call for this purpose has to wait. Where nothing is known, none has to.
     *
     * @return {@code null} if it may go out, else when to ask again
     */
    public @Nullable Instant heldUntil(Person person, String upstream, Purpose purpose) {
        CallBudget budget = find(person, upstream);
        if (budget == null || budget.remaining() > kept(purpose, budget.limit())) {
            return null;
        }
        Instant end = budget.resetsAt().plus(SKEW_MARGIN);
        return clock.instant().isBefore(end) ? end : null;
    }

    /** Forgets a person's budgets, here and in the store. */
    public void forget(Person person) {
        budgets.keySet().removeIf(key -> key.person.equals(person));
        store.deleteAll(person);
    }

    /** Writes what the store has not been told yet. */
    public void flush() {
        budgets.forEach((key, known) -> {
            if (known.unwritten) {
                write(key);
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        flush();
    }

    /** How many calls are not for this purpose; never more than half of them all. */
    private int kept(Purpose purpose, int limit) {
        return switch (purpose) {
            case INTERACTIVE -> 0;
            case BACKGROUND -> Math.min(reserve, limit / 2);
            case BACKFILL -> Math.min(Math.max(reserve, limit / 3), limit / 2);
        };
    }

    private Known update(Key key, UnaryOperator<Known> change) {
        if (!budgets.containsKey(key)) {
            meter.show(key.person, key.upstream, () -> recall(key.person, key.upstream));
        }
        return Objects.requireNonNull(
                budgets.compute(key, (same, old) -> change.apply(old == null ? Known.NOTHING : old)));
    }

    private @Nullable CallBudget read(Key key) {
        try {
            return store.find(key.person, key.upstream).orElse(null);
        } catch (UncheckedIOException e) {
            LOG.debugf("%s: the stored call budget cannot be read. %s", key.person, e.getMessage());
            return null;
        }
    }

    private void write(Key key) {
        Instant now = clock.instant();
        Known known = update(key, old -> old.written(now));
        if (known.budget == null) {
            return;
        }
        try {
            store.save(key.person, key.upstream, known.budget);
        } catch (UncheckedIOException e) {
            LOG.debugf("%s: the call budget is remembered in memory only. %s", key.person, e.getMessage());
            update(key, Known::notWritten);
        }
    }

    private static @Nullable CallBudget credible(@Nullable CallBudget budget, Instant now) {
        return budget == null || !budget.isCredible(now) ? null : budget;
    }

    private static boolean isWithin(Instant since, Duration length, Instant now) {
        return !since.equals(Instant.MIN)
                && !since.isAfter(now)
                && since.plus(length).isAfter(now);
    }

    private record Key(Person person, String upstream) {}

    private record Known(@Nullable CallBudget budget, Instant readAt, Instant writtenAt, boolean unwritten) {

        static final Known NOTHING = new Known(null, Instant.MIN, Instant.MIN, false);

        Known told(CallBudget told, Instant now) {
            CallBudget held = credible(budget, now);
            return new Known(held == null ? told : held.with(told), readAt, writtenAt, true);
        }

        Known read(@Nullable CallBudget stored, Instant now) {
            CallBudget shared = credible(stored, now);
            CallBudget both = shared == null ? budget : budget == null ? shared : shared.with(budget);
            return new Known(both, now, writtenAt, unwritten);
        }

        Known written(Instant now) {
            return new Known(budget, readAt, now, false);
        }

        Known notWritten() {
            return new Known(budget, readAt, writtenAt, true);
        }
    }
}
