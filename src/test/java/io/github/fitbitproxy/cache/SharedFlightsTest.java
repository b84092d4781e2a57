package io.github.fitbitproxy.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedFlightsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Boolean> held = new HashMap<>();
    private final ScheduledExecutorService heartbeats = Executors.newSingleThreadScheduledExecutor();
    /** What happens while the flight pauses, one after the other. */
    private final Queue<Runnable> meanwhile = new ArrayDeque<>();

    private int pauses;
    private String stored;
    private int worked;

    private final LeaseStore shared = new LeaseStore() {
        @Override
        public Optional<Lease> tryAcquire(String name, Duration length) {
            return held.putIfAbsent(name, true) == null ? Optional.of(new HeldLease(name)) : Optional.empty();
        }

        @Override
        public boolean isShared() {
            return true;
        }
    };

    private final class HeldLease implements LeaseStore.Lease {
        private final String name;

        private HeldLease(String name) {
            this.name = name;
        }

        @Override
        public boolean renew(Duration length) {
            return true;
        }

        @Override
        public void close() {
            held.remove(name);
        }
    }

    private SharedFlights flights(LeaseStore leases) {
        return new SharedFlights(leases, heartbeats, pause -> {
            pauses++;
            Optional.ofNullable(meanwhile.poll()).ifPresent(Runnable::run);
        });
    }

    private String run(LeaseStore leases) {
        return flights(leases).run("day", PATIENCE, () -> stored, () -> {
            worked++;
            return "own work";
        });
    }

    @AfterEach
    void endHeartbeats() {
        heartbeats.shutdownNow();
    }

    @Test
    void worksUnderALeaseAndGivesItBack() {
        assertThat(run(shared)).isEqualTo("own work");
        assertThat(held).isEmpty();
    }

    @Test
    void givesTheLeaseBackWhenTheWorkFails() {
        assertThatThrownBy(() -> flights(shared).run("day", PATIENCE, () -> null, () -> {
                    throw new IllegalStateException("down");
                }))
                .hasMessage("down");
        assertThat(held).isEmpty();
    }

    @Test
    void takesTheResultOfAnotherReplicaInsteadOfWorking() {
        held.put("day", true);
        meanwhile.add(() -> {});
        meanwhile.add(() -> stored = "another's work");
        assertThat(run(shared)).isEqualTo("another's work");
        assertThat(worked).isZero();
    }

    @Test
    void looksOnceMoreAfterItGotTheLease() {
        stored = "finished a moment ago";
        assertThat(run(shared)).isEqualTo("finished a moment ago");
        assertThat(worked).isZero();
    }

    @Test
    void takesOverWhenTheOwnerDies() {
        held.put("day", true);
        meanwhile.add(() -> held.remove("day"));
        assertThat(run(shared)).isEqualTo("own work");
    }

    @Test
    void losesPatienceWithAnOwnerThatNeverEnds() {
        held.put("day", true);
        assertThat(run(shared)).isNull();
        assertThat(pauses).isEqualTo(200);
        assertThat(worked).isZero();
    }

    @Test
    void simplyWorksWhereNobodySharesTheStore() {
        held.put("day", true);
        assertThat(run(new LeaseStore() {
                    @Override
                    public Optional<Lease> tryAcquire(String name, Duration length) {
                        throw new IllegalStateException("nobody needs one");
                    }

                    @Override
                    public boolean isShared() {
                        return false;
                    }
                }))
                .isEqualTo("own work");
    }

    @Test
    void simplyWorksWhenTheStoreFails() {
        assertThat(run(new LeaseStore() {
                    @Override
                    public Optional<Lease> tryAcquire(String name, Duration length) {
                        throw new UncheckedIOException(new IOException("the database is gone"));
                    }

                    @Override
                    public boolean isShared() {
                        return true;
                    }
                }))
                .isEqualTo("own work");
    }
}
