package io.github.fitbitproxy.support;

import io.github.fitbitproxy.cache.LeaseStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Leases of one test, on its own clock. */
public final class InMemoryLeaseStore implements LeaseStore {

    private final Clock clock;
    private final Map<String, Held> leases = new HashMap<>();

    public InMemoryLeaseStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public synchronized Optional<Lease> tryAcquire(String name, Duration length) {
        Held held = leases.get(name);
        if (held != null && held.until.isAfter(clock.instant())) {
            return Optional.empty();
        }
        Held mine = new Held(name);
        mine.until = clock.instant().plus(length);
        leases.put(name, mine);
        return Optional.of(mine);
    }

    private final class Held implements Lease {

        private final String name;
        private Instant until = Instant.MIN;

        private Held(String name) {
            this.name = name;
        }

        @Override
        public boolean renew(Duration length) {
            synchronized (InMemoryLeaseStore.this) {
                if (leases.get(name) != this) {
                    return false;
                }
                until = clock.instant().plus(length);
                return true;
            }
        }

        @Override
        public void close() {
            synchronized (InMemoryLeaseStore.this) {
                leases.remove(name, this);
            }
        }
    }
}
