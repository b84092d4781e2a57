package io.github.fitbitproxy.cache;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * A finished answer: the bytes as they go over the wire, and how long they are good for.
 *
 * @param body UTF-8 JSON, never changed
 * @param etag a strong validator (RFC 9110 §8.8.3), in quotes
 * @param fetchedAt when the upstream was asked
 * @param freshUntil end of the freshness lifetime (RFC 9111 §4.2); {@link Instant#MAX} for a day that is settled
 */
public record Answer(Buffer body, String etag, Instant fetchedAt, Instant freshUntil) {

    /** What clients are told to keep a settled day for; RFC 9111 §1.2.2 advises against much larger numbers. */
    private static final long A_YEAR_SECONDS = Duration.ofDays(365).toSeconds();

    private static final int ETAG_BYTES = 12;

    /** The answer of these bytes, from which its validator follows: equal bytes, equal validator. */
    public static Answer of(byte[] body, Instant fetchedAt, Instant freshUntil) {
        return new Answer(Buffer.buffer(body), etag(body), fetchedAt, freshUntil);
    }

    private static String etag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            byte[] start = Arrays.copyOf(digest, ETAG_BYTES);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public boolean isSettled() {
        return freshUntil.equals(Instant.MAX);
    }

    /** Seconds since the upstream was asked, at least 0 (RFC 9111 §4.2.3). */
    public long ageSeconds(Instant now) {
        return Math.max(0, now.getEpochSecond() - fetchedAt.getEpochSecond());
    }

    /** Seconds of freshness left; negative when stale. */
    public long secondsLeft(Instant now) {
        return isSettled() ? A_YEAR_SECONDS : freshUntil.getEpochSecond() - now.getEpochSecond();
    }
}
