package io.github.fitbitproxy.simulator.fitbit;

import io.github.fitbitproxy.simulator.http.Answer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** So many calls per wearer and clock hour, failing ones included ("Rate Limits"). */
public final class RateLimit {

    private static final long HOUR_SECONDS = 3600;

    private final int limit;
    private final Map<String, Integer> callsByOwner = new HashMap<>();
    private long hour = Long.MIN_VALUE;

    public RateLimit(int limit) {
        this.limit = limit;
    }

    /** @return how many calls are left after this one; negative if it is one too many */
    public synchronized int spend(String owner, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), HOUR_SECONDS);
        if (current != hour) {
            hour = current;
            callsByOwner.clear();
        }
        return limit - callsByOwner.merge(owner, 1, Integer::sum);
    }

    /** The three headers that every answer to a known wearer carries. */
    public Answer withHeaders(Answer answer, int left, Instant now) {
        return answer.with("Fitbit-Rate-Limit-Limit", Integer.toString(limit))
                .with("Fitbit-Rate-Limit-Remaining", Integer.toString(Math.max(0, left)))
                .with("Fitbit-Rate-Limit-Reset", Long.toString(secondsToReset(now)));
    }

    public static Answer exceeded() {
        return Answer.error(429, "system", "n/a", "Too Many Requests");
    }

    /** Seconds to the next full hour. */
    public static long secondsToReset(Instant now) {
        return HOUR_SECONDS - Math.floorMod(now.getEpochSecond(), HOUR_SECONDS);
    }
}
