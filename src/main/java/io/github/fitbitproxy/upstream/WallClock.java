package io.github.fitbitproxy.upstream;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Gives clock values that are local and bear no offset, as Fitbit writes them, the offset that held then. */
public final class WallClock {

    private WallClock() {}

    /**
     * The offset at a clock value. When clocks are set back a value occurs twice, and its first occurrence is meant; when
     * they are set forward a value never occurs, and the offset before the change is taken, so that its digits stay.
     */
    public static ZoneOffset offsetAt(LocalDateTime clock, ZoneId zone) {
        return zone.getRules().getOffset(clock);
    }
}
