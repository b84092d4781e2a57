package io.github.fitbitproxy.day;

import io.github.fitbitproxy.budget.Purpose;
import io.github.fitbitproxy.cache.LeaseStore;
import io.github.fitbitproxy.day.BackfillStore.Backfill;
import io.github.fitbitproxy.day.BackfillStore.State;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Works off the history that was asked for: one bounded piece a turn, newest first. Where a job stands is written only after
 * its piece is kept, so that a kill at any moment loses nothing and repeats one piece at most. One replica does it for all.
 * Blocks.
 */
@ApplicationScoped
class Backfiller {

    private static final Logger LOG = Logger.getLogger(Backfiller.class);

    private static final Duration LEASE_LENGTH = Duration.ofMinutes(3);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(5);

    /** The same piece, refused or unreadable so often in a row, ends the job. */
    private static final int MOST_ATTEMPTS = 3;

    /** A job is logged when it has come this many days further. */
    private static final int DAYS_A_LOG_LINE = 100;

    private final BackfillStore store;
    private final BackfillPieces pieces;
    private final Household household;
    private final Wearers wearers;
    private final Sources sources;
    private final GuardedCalls calls;
    private final Clock clock;
    private final HeldLease lease;
    private final Map<Job, Trouble> troubles = new HashMap<>();

    Backfiller(
            BackfillStore store,
            BackfillPieces pieces,
            Household household,
            Wearers wearers,
            Sources sources,
            GuardedCalls calls,
            LeaseStore leases,
            Clock clock) {
        this.store = store;
        this.pieces = pieces;
        this.household = household;
        this.wearers = wearers;
        this.sources = sources;
        this.calls = calls;
        this.clock = clock;
        this.lease = new HeldLease(leases, "backfill", LEASE_LENGTH);
    }

    /** One turn: to be called every minute or so, by one thread at a time. */
    synchronized void tick() {
        try {
            Optional<Backfill> next = store.list().stream()
                    .filter(Backfill::isOpen)
                    .filter(this::isDue)
                    .min(Comparator.comparing(Backfill::updatedAt));
            if (next.isPresent() && lease.hold()) {
                work(next.get());
            }
        } catch (UncheckedIOException e) {
            LOG.debugf("No history is fetched while the store fails. %s", e.getMessage());
        }
    }

    /** Lets another replica take over at once. */
    void release() {
        lease.close();
    }

    private boolean isDue(Backfill job) {
        Trouble trouble = troubles.get(Job.of(job));
        Instant now = clock.instant();
        // A time farther off than any wait was set by a clock that was wrong.
        return trouble == null || !now.isBefore(trouble.until) || trouble.until.isAfter(now.plus(LONGEST_WAIT));
    }

    private void work(Backfill job) {
        try {
            String upstream = household.upstreamOf(job.person());
            Optional<DaySource<?>> source = sources.days(upstream, job.kind());
            if (source.isEmpty()) {
                end(job, store.fail(job, "The upstream of this person has no data of this kind.", clock.instant()));
                return;
            }
            calls.requireBudget(job.person(), upstream, Purpose.BACKFILL);
            ZoneId zone = wearers.zone(job.person(), upstream);
            moveOn(job, pieces.fetchNext(job, source.get(), zone));
        } catch (UpstreamException e) {
            failed(job, e.failure());
        }
    }

    private void moveOn(Backfill job, LocalDate next) {
        troubles.remove(Job.of(job));
        if (next.isBefore(job.range().from())) {
            end(job, store.finish(job, clock.instant()));
            return;
        }
        store.advance(job, next, clock.instant());
        if (daysDone(job, next) / DAYS_A_LOG_LINE > daysDone(job, job.next()) / DAYS_A_LOG_LINE) {
            LOG.infof(
                    "%s: %d of %d days of history (%s) are here.",
                    job.person(), daysDone(job, next), job.range().days(), job.kind());
        }
    }

    private void failed(Backfill job, UpstreamFailure failure) {
        if (failure instanceof Forbidden || failure instanceof Unreadable) {
            failedOfItsOwn(job, failure);
            return;
        }
        // The cloud's trouble, or a spent budget, is that of every kind: one asks for all whether it is over.
        store.list().stream()
                .filter(Backfill::isOpen)
                .filter(open -> open.person().equals(job.person()))
                .forEach(open -> hold(open, failure, attempts(open)));
    }

    private void failedOfItsOwn(Backfill job, UpstreamFailure failure) {
        int attempts = attempts(job) + 1;
        if (attempts == MOST_ATTEMPTS) {
            troubles.remove(Job.of(job));
            end(job, store.fail(job, failure.reason(), clock.instant()));
            return;
        }
        hold(job, failure, attempts);
    }

    private int attempts(Backfill job) {
        return troubles.getOrDefault(Job.of(job), Trouble.NONE).attempts;
    }

    private void hold(Backfill job, UpstreamFailure failure, int attempts) {
        Instant now = clock.instant();
        troubles.put(Job.of(job), new Trouble(retryAt(failure, now), attempts));
        if (job.state() != State.WAITING || !failure.reason().equals(job.reason())) {
            LOG.infof("%s: history (%s) has to wait. %s", job.person(), job.kind(), failure.reason());
            store.hold(job, failure.reason(), now);
        }
    }

    private static Instant retryAt(UpstreamFailure failure, Instant now) {
        if (failure instanceof RateLimited limited) {
            return limited.retryAt();
        }
        Instant told = failure instanceof Unavailable unavailable ? unavailable.retryAt() : null;
        return told == null ? now.plus(AFTER_TROUBLE) : told;
    }

    /** Says how a job ended, unless somebody asked for another one meanwhile. */
    private static void end(Backfill job, Optional<Backfill> ended) {
        ended.ifPresent(last -> LOG.infof(
                "%s: history from %s to %s (%s) is %s.",
                job.person(),
                job.range().from(),
                job.range().to(),
                job.kind(),
                last.state() == State.DONE ? "here" : "given up. " + last.reason()));
    }

    private static long daysDone(Backfill job, LocalDate next) {
        return job.range().to().toEpochDay() - next.toEpochDay();
    }

    /** A job at one of its pieces. */
    private record Job(String person, String kind, LocalDate next) {

        static Job of(Backfill job) {
            return new Job(job.person().name(), job.kind(), job.next());
        }
    }

    /** @param attempts how often the piece was refused or unreadable */
    private record Trouble(Instant until, int attempts) {

        static final Trouble NONE = new Trouble(Instant.MIN, 0);
    }
}
