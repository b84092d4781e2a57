package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.LeaseStore;
import io.github.fitbitproxy.cache.LeaseStore.Lease;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Work that one replica does at a time, for as long as it lives: the lease is held from round to round, and another takes
 * over when it runs out. Blocks; throws {@link java.io.UncheckedIOException} if the store fails.
 */
public final class HeldLease implements AutoCloseable {

    private final LeaseStore leases;
    private final String name;
    private final Duration length;
    private @Nullable Lease lease;

    public HeldLease(LeaseStore leases, String name, Duration length) {
        this.leases = leases;
        this.name = name;
        this.length = length;
    }

    /** Takes the lease, or makes it last on. Where nobody shares the store it is ours, without a write a minute. */
    public synchronized boolean hold() {
        if (!leases.isShared()) {
            return true;
        }
        Lease held = lease;
        if (held != null && held.renew(length)) {
            return true;
        }
        Optional<Lease> taken = leases.tryAcquire(name, length);
        lease = taken.orElse(null);
        return taken.isPresent();
    }

    /** Lets another take over at once. */
    @Override
    public synchronized void close() {
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }
}
