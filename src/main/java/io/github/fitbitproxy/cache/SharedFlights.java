package io.github.fitbitproxy.cache;

import io.github.fitbitproxy.cache.LeaseStore.Lease;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collapses work across replicas, as {@link Flights} does inside one:
 *
 * <ol>
 *   <li>Whoever gets the lease of that name works, unless the result has come into the store meanwhile.
 *   <li>Whoever does not get it looks again and again whether the result has come, or the lease has become free.
 *   <li>The lease is short and is renewed while the work goes on, so that it ends soon after its owner dies.
 *   <li>Where nobody shares the store, or the store fails, the work is simply done.
 * </ol>
 */
public final class SharedFlights {

    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration RENEWAL = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final LeaseStore leases;
    private final ScheduledExecutorService heartbeats;
    private final Consumer<Duration> pause;

    /** @param pause waits on the caller's thread for that long */
    public SharedFlights(LeaseStore leases, ScheduledExecutorService heartbeats, Consumer<Duration> pause) {
        this.leases = leases;
        this.heartbeats = heartbeats;
        this.pause = pause;
    }

    /**
     * Does the work, or gives the result of somebody who has just done it. Blocks.
     *
     * @param patience how long to wait for somebody else's result
     * @param arrived the result that has come into the store meanwhile, or {@code null}
     * @return {@code null} if somebody else has been working for longer than the patience lasts
     */
    public <V> @Nullable V run(String name, Duration patience, Supplier<@Nullable V> arrived, Supplier<V> work) {
        if (!leases.isShared()) {
            return work.get();
        }
        long looks = Math.max(1, patience.dividedBy(LOOK_AGAIN));
        for (long look = 0; look < looks; look++) {
            Optional<Lease> lease;
            try {
                lease = leases.tryAcquire(name, LEASE);
            } catch (UncheckedIOException e) {
                return work.get();
            }
            if (lease.isPresent()) {
                return workUnder(lease.get(), arrived, work);
            }
            pause.accept(LOOK_AGAIN);
            V result = arrived.get();
            if (result != null) {
                return result;
            }
        }
        return null;
    }

    private <V> V workUnder(Lease lease, Supplier<@Nullable V> arrived, Supplier<V> work) {
        ScheduledFuture<?> renewals = heartbeats.scheduleAtFixedRate(
                () -> renew(lease), RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
        try (lease) {
            V result = arrived.get();
            return result != null ? result : work.get();
        } finally {
            renewals.cancel(false);
        }
    }

    private static void renew(Lease lease) {
        try {
            lease.renew(LEASE);
        } catch (UncheckedIOException e) {
            // The lease may run out then, and the work be done twice: a call too many, but nothing lost.
        }
    }
}
