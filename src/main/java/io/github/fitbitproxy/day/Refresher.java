package io.github.fitbitproxy.day;

import io.github.fitbitproxy.budget.Purpose;
import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.cache.Answers;
import io.github.fitbitproxy.cache.CacheStrategy;
import io.github.fitbitproxy.cache.LeaseStore;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.model.Rhythm;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import io.github.fitbitproxy.upstream.UpstreamFailure.Forbidden;
import io.github.fitbitproxy.upstream.UpstreamFailure.RateLimited;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps today, yesterday and the stored days inside the late-sync window fresh while nobody asks, newest first and a few at
 * a time; of kinds that are told once a day, today and yesterday only. As long as the device has not synced, little can be
 * new, and it asks more seldom. It stops in front of the reserve, and one replica does it for all. Blocks.
 */
@ApplicationScoped
class Refresher {

    private static final Logger LOG = Logger.getLogger(Refresher.class);

    /** Longer than any round, so that the lease does not run out under the one who works. */
    private static final Duration LEASE_LENGTH = Duration.ofMinutes(3);

    private static final Duration ROUND_EVERY = Duration.ofMinutes(1);

    /** Services that start together, after a power cut say, do not ask together. */
    private static final Duration LONGEST_START_DELAY = Duration.ofSeconds(20);

    /** Fetches for one person in one round. */
    private static final int MOST_FETCHES = 6;

    /** However short the configured freshness is, nobody waits for the refresher: it asks no more often than this. */
    private static final Duration TODAY_EVERY = Duration.ofMinutes(5);

    /** A day that is over changes by late syncs only. */
    private static final Duration EARLIER_DAYS_EVERY = Duration.ofMinutes(15);

    /** As long as the device has not synced, something may come by hand or by computing all the same. */
    private static final Duration TODAY_WITHOUT_SYNC_EVERY = Duration.ofMinutes(15);

    private static final Duration EARLIER_DAYS_WITHOUT_SYNC_EVERY = Duration.ofHours(6);

    /** An older day that is not stored is left to whoever asks for it. */
    private static final Duration LOOK_FOR_STORED_EVERY = Duration.ofMinutes(30);

    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(5);
    private static final Duration AFTER_REFUSAL = Duration.ofHours(1);

    private static final int LONGEST_LOOK_BACK_DAYS = 31;

    private final Members members;
    private final Sources sources;
    private final Wearers wearers;
    private final GuardedCalls calls;
    private final DayKeeper keeper;
    private final Answers answers;
    private final Clock clock;
    private final HeldLease lease;
    private final int lookBackDays;
    private Instant nextRoundAt;

    private final NextLooks nextLooks = new NextLooks();

    Refresher(
            Members members,
            Sources sources,
            Wearers wearers,
            GuardedCalls calls,
            DayKeeper keeper,
            Answers answers,
            LeaseStore leases,
            ProxyConfig config,
            Clock clock,
            RandomGenerator random) {
        this.members = members;
        this.sources = sources;
        this.wearers = wearers;
        this.calls = calls;
        this.keeper = keeper;
        this.answers = answers;
        this.clock = clock;
        this.lease = new HeldLease(leases, "refresher", LEASE_LENGTH);
        this.nextRoundAt = clock.instant().plusSeconds(random.nextLong(LONGEST_START_DELAY.toSeconds()));
        // One day beyond the window: the version that is fetched then is final.
        this.lookBackDays = (int) Math.min(config.lateSyncWindow().toDays() + 1, LONGEST_LOOK_BACK_DAYS);
    }

    /** Does a round if one is due: to be called every few seconds. */
    synchronized void tick() {
        Instant now = clock.instant();
        if (NextLooks.isAhead(nextRoundAt, LONGEST_START_DELAY, now)) {
            return;
        }
        nextRoundAt = now.plus(ROUND_EVERY);
        nextLooks.pass(now);
        try {
            for (Member member : members.connected()) {
                if (!lease.hold()) {
                    return;
                }
                String upstream = member.upstream();
                // A grant may have outlived its upstream.
                if (member.connection() == Connection.CONNECTED
                        && upstream != null
                        && sources.upstreams().contains(upstream)) {
                    refresh(member.person(), upstream);
                }
            }
        } catch (UncheckedIOException e) {
            LOG.debugf("Nothing is refreshed while the store fails. %s", e.getMessage());
        }
    }

    /** Lets another replica take over at once. */
    void release() {
        lease.close();
    }

    private void refresh(Person person, String upstream) {
        try {
            calls.requireBudget(person, upstream, Purpose.BACKGROUND);
            ZoneId zone = wearers.zone(person, upstream);
            LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
            int fetches = 0;
            for (int age = 0; age <= lookBackDays && fetches < MOST_FETCHES; age++) {
                for (DaySource<?> source : sources.all(upstream)) {
                    if (age > 1 && source.kind().rhythm() == Rhythm.ONCE_A_DAY) {
                        continue;
                    }
                    DayKey key = new DayKey(person, upstream, source.kind().name(), today.minusDays(age));
                    if (refresh(new LocatedDay(key, source, zone), age)) {
                        fetches++;
                    }
                }
            }
        } catch (UpstreamException e) {
            LOG.debugf("%s: not refreshed. %s", person, e.failure().reason());
        }
    }

    /**
     * Looks at one day.
     *
     * @return whether the upstream was asked
     * @throws UpstreamException if there is no use in going on with this person in this round
     */
    private boolean refresh(LocatedDay day, int age) {
        DayKey key = day.key();
        if (nextLooks.isEarlyFor(key)) {
            return false;
        }
        Instant now = clock.instant();
        Duration every = age == 0 ? TODAY_EVERY : EARLIER_DAYS_EVERY;
        Answer known = newest(day, now);
        if (known == null && age > 1) {
            nextLooks.again(key, now.plus(LOOK_FOR_STORED_EVERY), now);
            return false;
        }
        if (known != null && CacheStrategy.isFresh(known, now)) {
            nextLooks.again(key, later(known.freshUntil(), known.fetchedAt().plus(every)), now);
            return false;
        }
        calls.requireBudget(key.person(), key.upstream(), Purpose.BACKGROUND);
        if (known != null && isQuiet(day, known, age, now)) {
            nextLooks.again(key, now.plus(every), now);
            return false;
        }
        try {
            // From here on it is like a person's own: people may join this fetch, and the reserve is theirs.
            nextLooks.again(key, later(keeper.fetch(day, known).freshUntil(), now.plus(every)), now);
        } catch (UpstreamException e) {
            UpstreamFailure failure = e.failure();
            nextLooks.againAtItsKind(key, retryAt(failure, now), now);
            if (!(failure instanceof Forbidden || failure instanceof Unreadable)) {
                throw e;
            }
        }
        return true;
    }

    /** Whether the device has not synced since a day was fetched, and that is not long ago. */
    private boolean isQuiet(LocatedDay day, Answer known, int age, Instant now) {
        Duration longest = age == 0 ? TODAY_WITHOUT_SYNC_EVERY : EARLIER_DAYS_WITHOUT_SYNC_EVERY;
        if (!NextLooks.isAhead(known.fetchedAt().plus(longest), longest, now)) {
            return false;
        }
        DayKey key = day.key();
        Instant syncedAt = wearers.syncedAt(key.person(), key.upstream(), day.zone(), TODAY_EVERY);
        return syncedAt != null && syncedAt.isBefore(known.fetchedAt());
    }

    /** The newest version at hand: memory's if it is fresh, else the store's, which another replica may have renewed. */
    private @Nullable Answer newest(LocatedDay day, Instant now) {
        Answer inMemory = answers.get(day.key());
        if (inMemory != null && CacheStrategy.isFresh(inMemory, now)) {
            return inMemory;
        }
        Answer inStore = keeper.find(day);
        return inStore != null ? inStore : inMemory;
    }

    private static Instant retryAt(UpstreamFailure failure, Instant now) {
        if (failure instanceof RateLimited limited) {
            return limited.retryAt();
        }
        if (failure instanceof Unavailable unavailable) {
            return unavailable.retryAt() == null ? now.plus(AFTER_TROUBLE) : unavailable.retryAt();
        }
        return now.plus(AFTER_REFUSAL);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
