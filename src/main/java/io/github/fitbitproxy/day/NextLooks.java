package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DayKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When to look again at a day, or at all days of a kind of a person. For one thread. */
final class NextLooks {

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Map<Object, Instant> times = new HashMap<>();

    /** Forgets what is due. */
    void pass(Instant now) {
        times.values().removeIf(next -> !isAhead(next, LONGEST_WAIT, now));
    }

    /** Whether the time to look at this day has not come yet. */
    boolean isEarlyFor(DayKey day) {
        return times.containsKey(day) || times.containsKey(Kind.of(day));
    }

    /** Looks again at that time, but in a day at the latest. */
    void again(DayKey day, Instant at, Instant now) {
        put(day, at, now);
    }

    /** The same for all days of the day's kind. */
    void againAtItsKind(DayKey day, Instant at, Instant now) {
        put(Kind.of(day), at, now);
    }

    private void put(Object what, Instant at, Instant now) {
        Instant latest = now.plus(LONGEST_WAIT);
        times.put(what, at.isAfter(latest) ? latest : at);
    }

    /** Whether a time is still to come; one that lies farther off than it can was set by a clock that was wrong. */
    static boolean isAhead(Instant time, Duration farthest, Instant now) {
        return now.isBefore(time) && !time.isAfter(now.plus(farthest));
    }

    /** All days of one kind of a person. */
    private record Kind(Person person, String upstream, String kind) {

        static Kind of(DayKey key) {
            return new Kind(key.person(), key.upstream(), key.kind());
        }
    }
}
