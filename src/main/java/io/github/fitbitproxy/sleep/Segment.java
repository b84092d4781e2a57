package io.github.fitbitproxy.sleep;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * An uninterrupted stretch of one level.
 *
 * @param start whole seconds; fractions are cut off
 * @param seconds its length, at least 1
 */
public record Segment(Level level, OffsetDateTime start, long seconds) {

    /** @throws IllegalArgumentException if {@code seconds} is less than 1 */
    public Segment {
        if (seconds < 1) {
            throw new IllegalArgumentException("a segment lasts at least a second");
        }
        start = start.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Its first second, counted from 1970. */
    long from() {
        return start.toEpochSecond();
    }

    /** The second after its last, counted from 1970. */
    long to() {
        return from() + seconds;
    }
}
