package io.github.fitbitproxy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.cache.LeaseStore;
import io.github.fitbitproxy.cache.LeaseStore.Lease;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class LeaseStoreContract extends StoreContract {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(1);

    private LeaseStore store;

    LeaseStoreContract(Dialect dialect) {
        super(dialect);
    }

    @BeforeEach
    void openStore() {
        store = store(database);
    }

    @Test
    void letsOneOwnerAtATimeHoldAName() {
        Lease lease = store.tryAcquire("night", LONG).orElseThrow();

        assertThat(store.tryAcquire("night", LONG)).isEmpty();
        assertThat(store.tryAcquire("another night", LONG)).isPresent();
        assertThat(lease.renew(LONG)).isTrue();

        lease.close();
        assertThat(store.tryAcquire("night", LONG)).isPresent();
    }

    @Test
    void endsByItselfWhenItsOwnerDies() {
        store.tryAcquire("night", SHORT).orElseThrow();

        try (TestDatabase other = another()) {
            assertThat(acquireOnceFree(store(other))).isNotNull();
        }
    }

    @Test
    void leavesALeaseThatSomebodyElseTookAlone() {
        Lease lost = store.tryAcquire("night", SHORT).orElseThrow();
        Lease taken = acquireOnceFree(store);

        assertThat(lost.renew(LONG)).isFalse();
        lost.close();

        assertThat(store.tryAcquire("night", LONG)).isEmpty();
        assertThat(taken.renew(LONG)).isTrue();
    }

    @Test
    void givesBackOnceOnly() {
        Lease lease = store.tryAcquire("night", LONG).orElseThrow();
        lease.close();
        store.tryAcquire("night", LONG).orElseThrow();

        lease.close();

        assertThat(store.tryAcquire("night", LONG)).isEmpty();
    }

    @Test
    void givesBackWithoutComplaintWhenTheStoreIsGone() {
        try (TestDatabase other = another()) {
            Lease lease = store(other).tryAcquire("night", LONG).orElseThrow();
            other.close();

            assertThatThrownBy(() -> lease.renew(LONG)).isInstanceOf(UncheckedIOException.class);
            assertThatCode(lease::close).doesNotThrowAnyException();
        }
    }

    @Test
    void renewsFromNowOn() {
        Lease lease = store.tryAcquire("night", LONG).orElseThrow();
        long before = expiry();

        assertThat(lease.renew(LONG.multipliedBy(2))).isTrue();
        assertThat(expiry() - before).isGreaterThanOrEqualTo(LONG.toMillis());

        assertThat(lease.renew(SHORT)).isTrue();
        assertThat(acquireOnceFree(store)).isNotNull();
    }

    @Test
    void takesALeaseFromBeforeTheClockWasSetBack() {
        store.tryAcquire("night", LONG).orElseThrow();
        database.execute("UPDATE lease SET expires_at = expires_at + 86400000");

        assertThat(store.tryAcquire("night", LONG)).isPresent();
    }

    @Test
    void sweepsRowsThatNobodyGaveBack() {
        for (int night = 0; night < 30; night++) {
            store.tryAcquire("night " + night, LONG).orElseThrow();
        }
        database.execute("UPDATE lease SET expires_at = expires_at - 86400000");

        for (int i = 0; i < 30; i++) {
            store.tryAcquire("today", LONG).orElseThrow().close();
        }

        assertThat(database.text("SELECT count(*) FROM lease")).isEqualTo("0");
    }

    @Test
    void refusesALengthOfNothing() {
        assertThatThrownBy(() -> store.tryAcquire("night", Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Four threads on each of two replicas; some forget to give back and some go on after theirs ran out. */
    @Test
    void neverHasTwoOwners() throws Exception {
        AtomicInteger owners = new AtomicInteger();
        AtomicInteger held = new AtomicInteger();
        AtomicInteger takenOver = new AtomicInteger();
        try (TestDatabase other = another()) {
            List<LeaseStore> replicas = List.of(store, store(other));

            Concurrently.run(8, thread -> {
                Random random = new Random(thread);
                for (int i = 0; i < 60; i++) {
                    boolean dies = random.nextInt(8) == 0;
                    Optional<Lease> lease = replicas.get(thread % 2).tryAcquire("contested", dies ? SHORT : LONG);
                    if (lease.isEmpty()) {
                        continue;
                    }
                    if (dies) {
                        takenOver.incrementAndGet();
                        continue;
                    }
                    assertThat(owners.incrementAndGet()).isEqualTo(1);
                    assertThat(lease.get().renew(LONG)).isTrue();
                    held.incrementAndGet();
                    owners.decrementAndGet();
                    lease.get().close();
                }
            });
        }
        assertThat(held).hasPositiveValue();
        assertThat(takenOver).hasPositiveValue();
        assertThat(acquireOnceFree(store)).isNotNull();
    }

    private long expiry() {
        return Long.parseLong(database.text("SELECT expires_at FROM lease WHERE name = 'night'"));
    }

    private static Lease acquireOnceFree(LeaseStore store) {
        for (int i = 0; i < 10_000; i++) {
            Optional<Lease> lease = store.tryAcquire("night", LONG);
            if (lease.isPresent()) {
                return lease.get();
            }
        }
        throw new AssertionError("the lease never ran out");
    }

    private static LeaseStore store(TestDatabase database) {
        return new SqlLeaseStore(database.database(), new SecureRandom());
    }
}
