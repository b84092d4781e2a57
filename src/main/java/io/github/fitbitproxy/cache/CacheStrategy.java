package io.github.fitbitproxy.cache;

import java.time.Duration;
import java.time.Instant;

/** Decides between fresh, stale and fetch. Pure; the formulas are those of RFC 9111 §4.2 and RFC 5861. */
public enum CacheStrategy {
    /** The stored response answers as it is. */
    FRESH,
    /** It answers at once, and the upstream is asked behind the client's back (RFC 5861 §3). */
    STALE_WHILE_REVALIDATE,
    /** The upstream is asked first. */
    FETCH;

    /** A clock that stands before the time of fetching by more than this is not believed. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final Duration LONGEST_STALE_WHILE_REVALIDATE = Duration.ofHours(1);

    /**
     * What to do with a stored response.
     *
     * <pre>
     * response_is_fresh = freshness_lifetime > current_age        (RFC 9111 §4.2)
     * stale-while-revalidate: one more lifetime, an hour at most
     * </pre>
     */
    public static CacheStrategy decide(Answer stored, Instant now, RequestDirectives asked) {
        boolean clockIsWrong = stored.fetchedAt().isAfter(now.plus(CLOCK_TOLERANCE));
        Long maxAgeSeconds = asked.maxAgeSeconds();
        if (asked.noCache() || maxAgeSeconds != null && stored.ageSeconds(now) > maxAgeSeconds) {
            return FETCH;
        }
        if (clockIsWrong) {
            return FETCH;
        }
        if (stored.isSettled() || now.isBefore(stored.freshUntil())) {
            return FRESH;
        }
        Duration lifetime = Duration.between(stored.fetchedAt(), stored.freshUntil());
        Duration grace =
                lifetime.compareTo(LONGEST_STALE_WHILE_REVALIDATE) < 0 ? lifetime : LONGEST_STALE_WHILE_REVALIDATE;
        return now.isBefore(stored.freshUntil().plus(grace)) ? STALE_WHILE_REVALIDATE : FETCH;
    }

    /** Whether a stored response is fresh for a client that asks for nothing special. */
    public static boolean isFresh(Answer stored, Instant now) {
        return decide(stored, now, RequestDirectives.NONE) == FRESH;
    }

    /**
     * Whether a stored response may answer although the upstream failed (RFC 5861 §4).
     *
     * @param ceiling the age above which an error is the better answer; settled days have none
     */
    public static boolean mayAnswerOnError(Answer stored, Instant now, Duration ceiling) {
        return stored.isSettled() || stored.ageSeconds(now) <= ceiling.toSeconds();
    }
}
