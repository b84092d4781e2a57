package io.github.fitbitproxy.simulator.wearer;

import java.time.Duration;
import java.time.ZonedDateTime;

/** When somebody lies down and gets up, before anything recorded it. */
record PlannedSleep(ZonedDateTime start, ZonedDateTime end, boolean nap) {

    /** The real length, cut down to the half minutes that devices count in. */
    int spanSeconds() {
        long seconds = Duration.between(start, end).toSeconds();
        return (int) (seconds - seconds % 30);
    }
}
