package io.github.fitbitproxy.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final MovableClock clock = new MovableClock("2026-11-21T09:00:00Z");
    private final Attempts attempts = new Attempts(clock);

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(address);
        }
    }

    @Test
    void slowsAnAddressMoreAndMore() {
        fail("10.0.0.1", 9);
        assertThat(attempts.waitFor("10.0.0.1")).isZero();
        attempts.failed("10.0.0.1");
        assertThat(attempts.waitFor("10.0.0.1")).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(attempts.waitFor("10.0.0.1")).isZero();
        attempts.failed("10.0.0.1");
        assertThat(attempts.waitFor("10.0.0.1")).isEqualTo(Duration.ofSeconds(2));
        fail("10.0.0.1", 100);
        assertThat(attempts.waitFor("10.0.0.1")).isEqualTo(Duration.ofMinutes(1));
        assertThat(attempts.waitFor("10.0.0.2")).isZero();
    }

    @Test
    void forgetsAfterAnHourAndAfterTheRightToken() {
        fail("10.0.0.1", 20);
        clock.advance(Duration.ofHours(2));
        attempts.failed("10.0.0.1");
        assertThat(attempts.waitFor("10.0.0.1")).isZero();
        fail("10.0.0.2", 10);
        attempts.succeeded("10.0.0.2");
        assertThat(attempts.waitFor("10.0.0.2")).isZero();
    }

    @Test
    void remembersNoMoreThanAThousandAddresses() {
        fail("first", 20);
        for (int i = 0; i < 1000; i++) {
            attempts.failed("10.0.0." + i);
        }
        assertThat(attempts.waitFor("first")).isZero();
    }
}
