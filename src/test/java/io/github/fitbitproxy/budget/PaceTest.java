package io.github.fitbitproxy.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration INTERVAL = Duration.ofMillis(500);

    /** Near the end of its range, which {@link System#nanoTime} may be. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000);

    private final Pace pace = new Pace(INTERVAL, 3, nanos::get);

    @Test
    void letsABurstThroughAtOnceAndSpacesWhatFollows() {
        assertThat(pace.book()).isZero();
        assertThat(pace.book()).isZero();
        assertThat(pace.book()).isZero();
        assertThat(pace.book()).isEqualTo(INTERVAL);
        assertThat(pace.book()).isEqualTo(INTERVAL.multipliedBy(2));
    }

    @Test
    void regainsACallWithEveryInterval() {
        for (int i = 0; i < 4; i++) {
            pace.book();
        }
        rest(INTERVAL.multipliedBy(2));
        assertThat(pace.book()).isZero();
        assertThat(pace.book()).isEqualTo(INTERVAL);
    }

    @Test
    void gathersNoMoreThanABurstHoweverLongTheRest() {
        rest(Duration.ofDays(3));
        for (int i = 0; i < 3; i++) {
            assertThat(pace.book()).isZero();
        }
        assertThat(pace.book()).isEqualTo(INTERVAL);
    }

    @Test
    void keepsTheAverageOverAMinute() {
        int calls = 0;
        for (long waited = 0; waited <= Duration.ofMinutes(1).toMillis(); calls++) {
            Duration wait = pace.book();
            rest(wait);
            waited += wait.toMillis();
        }
        assertThat(calls).isBetween(120, 124);
    }

    private void rest(Duration length) {
        nanos.addAndGet(length.toNanos());
    }
}
