package io.github.fitbitproxy.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.InMemoryLeaseStore;
import io.github.fitbitproxy.support.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeldLeaseTest {

    private final MovableClock clock = new MovableClock("2026-11-21T09:00:00Z");
    private final InMemoryLeaseStore store = new InMemoryLeaseStore(clock);
    private final HeldLease one = lease();
    private final HeldLease other = lease();

    private HeldLease lease() {
        return new HeldLease(store, "work", Duration.ofMinutes(3));
    }

    @Test
    void isHeldFromRoundToRound() {
        for (int round = 0; round < 10; round++) {
            assertThat(one.hold()).isTrue();
            assertThat(other.hold()).isFalse();
            clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void goesToAnotherWhenItsOwnerDies() {
        assertThat(one.hold()).isTrue();
        clock.advance(Duration.ofMinutes(2));
        assertThat(other.hold()).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(other.hold()).isTrue();
        assertThat(one.hold()).as("the owner was only asleep").isFalse();
    }

    @Test
    void goesToAnotherAtOnceWhenItsOwnerStops() {
        assertThat(one.hold()).isTrue();
        one.close();
        assertThat(other.hold()).isTrue();
    }
}
