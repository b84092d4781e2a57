package io.github.fitbitproxy.simulator.google;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** So many calls per wearer and clock minute (Google Health API, "Rate limits"). No header tells how many are left. */
public final class Quota {

    private static final long MINUTE_SECONDS = 60;

    private final int callsPerMinute;
    private final Map<String, Integer> callsByOwner = new HashMap<>();
    private long minute = Long.MIN_VALUE;

    public Quota(int callsPerMinute) {
        this.callsPerMinute = callsPerMinute;
    }

    /** Whether this call is still within it. */
    synchronized boolean spend(String owner, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), MINUTE_SECONDS);
        if (current != minute) {
            minute = current;
            callsByOwner.clear();
        }
        return callsByOwner.merge(owner, 1, Integer::sum) <= callsPerMinute;
    }

    static long secondsToReset(Instant now) {
        return MINUTE_SECONDS - Math.floorMod(now.getEpochSecond(), MINUTE_SECONDS);
    }
}
