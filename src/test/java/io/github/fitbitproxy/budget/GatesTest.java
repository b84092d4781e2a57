package io.github.fitbitproxy.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class GatesTest {

    private final MovableClock clock = new MovableClock("2026-11-21T09:00:00Z");
    /** Always draws the longest pause. */
    private final RandomGenerator longest = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    private final Gates<String> gates = new Gates<>(clock, longest);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            gates.failed("cloud", "down", null);
        }
    }

    @Test
    void staysOpenAfterASlip() {
        fail(2);
        assertThat(gates.ask("cloud")).isNull();
    }

    @Test
    void closesAfterThreeFailuresInARowAndSaysWhy() {
        fail(3);
        assertThat(gates.ask("cloud"))
                .isEqualTo(new Gates.Closed<>(clock.instant().plusSeconds(2), "down"));
    }

    @Test
    void forgetsFailuresThatASuccessInterrupts() {
        fail(2);
        gates.succeeded("cloud");
        fail(2);
        assertThat(gates.ask("cloud")).isNull();
    }

    @Test
    void doublesItsPausesUpToFiveMinutes() {
        fail(4);
        assertThat(gates.ask("cloud").until()).isEqualTo(clock.instant().plusSeconds(4));
        fail(40);
        assertThat(gates.ask("cloud").until()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
    }

    @Test
    void letsASingleCallThroughAfterThePause() {
        fail(3);
        clock.advance(Duration.ofSeconds(2));
        assertThat(gates.ask("cloud")).isNull();
        assertThat(gates.ask("cloud")).as("no stampede behind the first").isNotNull();
        gates.succeeded("cloud");
        assertThat(gates.ask("cloud")).isNull();
    }

    @Test
    void triesAgainWhenTheSingleCallNeverComesBack() {
        fail(3);
        clock.advance(Duration.ofSeconds(2));
        gates.ask("cloud");
        clock.advance(Duration.ofSeconds(30));
        assertThat(gates.ask("cloud")).isNull();
    }

    @Test
    void closesAtOnceUntilTheTimeThatItWasTold() {
        Instant retryAt = clock.instant().plusSeconds(600);
        gates.failed("cloud", "no calls left", retryAt);
        clock.advance(Duration.ofSeconds(599));
        assertThat(gates.ask("cloud")).isEqualTo(new Gates.Closed<>(retryAt, "no calls left"));
        clock.advance(Duration.ofSeconds(1));
        assertThat(gates.ask("cloud")).isNull();
    }

    @Test
    void staysClosedUntilThatTimeWhateverAnEarlierCallBringsHome() {
        gates.failed("cloud", "no calls left", clock.instant().plusSeconds(600));
        gates.succeeded("cloud");
        assertThat(gates.ask("cloud")).isNotNull();
        clock.advance(Duration.ofSeconds(600));
        assertThat(gates.ask("cloud")).isNull();
        gates.succeeded("cloud");
        assertThat(gates.ask("cloud")).isNull();
    }

    @Test
    void keepsOneGatePerName() {
        fail(3);
        assertThat(gates.ask("another cloud")).isNull();
    }
}
