package io.github.fitbitproxy.sleep;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A wake too short to be a segment of its own. It lies over segments that count the same seconds as sleep.
 *
 * @param start whole seconds; fractions are cut off
 * @param seconds its length, not negative
 */
public record ShortWake(OffsetDateTime start, long seconds) {

    /** @throws IllegalArgumentException if {@code seconds} is negative */
    public ShortWake {
        if (seconds < 0) {
            throw new IllegalArgumentException("a wake cannot last less than nothing");
        }
        start = start.truncatedTo(ChronoUnit.SECONDS);
    }

    long from() {
        return start.toEpochSecond();
    }

    long to() {
        return from() + seconds;
    }
}
