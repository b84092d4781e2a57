package io.github.fitbitproxy.api;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.day.Reading;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the cache headers of an answer say. Pure. */
final class CacheHeaders {

    /** Our name in {@code Cache-Status}. */
    private static final String CACHE = "fitbit-proxy";

    private CacheHeaders() {}

    /** {@code Cache-Control}: for this client only, for as long as the answer is still fresh. */
    static String cacheControl(Answer answer, Instant now) {
        return "private, max-age=" + Math.max(0, answer.secondsLeft(now));
    }

    /** {@code Cache-Status} (RFC 9211 §2) of an answer that is fresh and was stored. */
    static String hit(Answer answer, Instant now) {
        return CACHE + "; hit; ttl=" + answer.secondsLeft(now);
    }

    /** {@code Cache-Status} (RFC 9211 §2): a negative {@code ttl} is the time since the answer went stale. */
    static String cacheStatus(Reading reading, Instant now) {
        return switch (reading.way()) {
            case HIT -> hit(reading.answer(), now);
            case STALE_REVALIDATING -> hit(reading.answer(), now) + "; detail=\"stale, revalidating\"";
            case STALE_ON_ERROR ->
                hit(reading.answer(), now) + "; detail=\"stale" + because(reading.failure(), now) + "\"";
            case MISS -> CACHE + "; fwd=uri-miss; stored";
            case REVALIDATED -> CACHE + "; fwd=stale; stored";
            case COLLAPSED_MISS -> CACHE + "; fwd=uri-miss; collapsed";
            case COLLAPSED_REVALIDATED -> CACHE + "; fwd=stale; collapsed";
        };
    }

    private static String because(@Nullable UpstreamFailure failure, Instant now) {
        return failure == null ? "" : ", " + Problems.of(failure, now).type();
    }

    /** Whether {@code If-None-Match} names this validator (RFC 9110 §13.1.2, by weak comparison). */
    static boolean matches(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String candidate : ifNoneMatch.split(",")) {
            String tag = candidate.strip();
            if (tag.equals("*")
                    || tag.equals(etag)
                    || tag.startsWith("W/") && tag.substring(2).equals(etag)) {
                return true;
            }
        }
        return false;
    }
}
