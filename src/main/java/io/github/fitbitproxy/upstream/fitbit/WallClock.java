package io.github.fitbitproxy.upstream.fitbit;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Gives the Fitbit Web API's clock values, which are local and bear no offset, the offset that held then. */
final class WallClock {

    private WallClock() {}

    /**
     * The offset at a clock value. When clocks are set back a value occurs twice, and its first occurrence is meant; when
     * they are set forward a value never occurs, and the offset before the change is taken, so that its digits stay.
     */
    static ZoneOffset offsetAt(LocalDateTime clock, ZoneId zone) {
        return zone.getRules().getOffset(clock);
    }
}
