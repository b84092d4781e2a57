package io.github.fitbitproxy.web;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows whoever guesses admin tokens: from the tenth wrong one in a row on, an address has to wait, twice as long each
 * time, a minute at most. Meanwhile the right one is not looked at either, or waiting would tell which it is.
 */
@Singleton
class Attempts {

    private static final int FREE = 10;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int MOST_ADDRESSES = 1000;

    private final Clock clock;

    /** By address, the longest silent first. */
    private final Map<String, Wrong> wrong = new LinkedHashMap<>();

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** How long this address has to wait before it may try; zero if it may. */
    synchronized Duration waitFor(String address) {
        Wrong before = wrong.get(address);
        Instant now = clock.instant();
        return before == null || !before.until.isAfter(now) ? Duration.ZERO : Duration.between(now, before.until);
    }

    synchronized void failed(String address) {
        Instant now = clock.instant();
        Wrong before = wrong.remove(address);
        int count = before != null && before.until.plus(FORGOTTEN).isAfter(now) ? before.count + 1 : 1;
        wrong.put(address, new Wrong(count, now.plus(pause(count))));
        if (wrong.size() > MOST_ADDRESSES) {
            wrong.remove(wrong.keySet().iterator().next());
        }
    }

    synchronized void succeeded(String address) {
        wrong.remove(address);
    }

    private static Duration pause(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        long seconds = 1L << Math.min(count - FREE, 6);
        return seconds < LONGEST.toSeconds() ? Duration.ofSeconds(seconds) : LONGEST;
    }

    private record Wrong(int count, Instant until) {}
}
