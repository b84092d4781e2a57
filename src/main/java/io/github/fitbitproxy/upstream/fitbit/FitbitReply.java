package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.upstream.Reply;
import io.github.fitbitproxy.upstream.RetryAfter;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import io.github.fitbitproxy.upstream.UpstreamFailure.Forbidden;
import io.github.fitbitproxy.upstream.UpstreamFailure.RateLimited;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unauthorised;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reply means, by its status, headers and error codes. Pure. The vendor's own error texts are never repeated:
 * they quote access tokens in clear.
 */
record FitbitReply(Reply reply) {

    /** RFC 5849 leaves the window of timestamps to the provider; five minutes are usual. */
    private static final Duration TOLERATED_SKEW = Duration.ofMinutes(4);

    /** The consent leaves these data out. */
    static final Forbidden NOT_GRANTED = new Forbidden(
            "Fitbit does not let this app read these data. Connect again and tick everything on the consent page.");

    private static final Duration SWITCHED_OFF_RETRY = Duration.ofDays(1);

    /** The failure that the reply tells, or {@code null} if it is a success. */
    @Nullable
    UpstreamFailure failure(Instant now) {
        int status = reply.status();
        if (status >= 200 && status < 300) {
            return null;
        }
        return switch (status) {
            case 401 -> unauthorised(now);
            case 403 -> NOT_GRANTED;
            case 410 ->
                new Unavailable(
                        "The Fitbit Web API has been switched off (it answers 410 Gone). Days that are stored here stay"
                                + " readable; connect to Google Health for new ones.",
                        now.plus(SWITCHED_OFF_RETRY));
            case 409, 429 -> rateLimited(now);
            default ->
                status >= 500
                        ? new Unavailable(
                                "Fitbit has trouble of its own (status " + status + ").",
                                RetryAfter.read(reply.header(), now))
                        : new Unreadable("Fitbit refused the call (status " + status + "), which it should not.");
        };
    }

    private UpstreamFailure rateLimited(Instant now) {
        Instant retryAt = FitbitRateLimit.resetsAt(reply.header(), now);
        return new RateLimited("Fitbit allows 150 calls an hour and they are used up.", retryAt);
    }

    private UpstreamFailure unauthorised(Instant now) {
        if (!reply.signed()) {
            return new Unauthorised("Fitbit no longer accepts the connection: it was revoked, or has run out.");
        }
        Duration skew = skew(now);
        String text = new String(reply.body(), StandardCharsets.UTF_8);
        if (skew.abs().compareTo(TOLERATED_SKEW) > 0 || text.contains("timestamp_refused")) {
            return new Unavailable(wrongClock(skew), null);
        }
        if (text.contains("nonce_used")) {
            return new Unavailable("Fitbit took a call for a repeated one. Try again.", null);
        }
        if (text.contains("oauth_consumer_key")) {
            return new Unauthorised("Fitbit does not know this app. Check fitbit.client-id and fitbit.client-secret.");
        }
        return new Unauthorised(
                "Fitbit no longer accepts the connection: it was revoked, or the app's key or secret is" + " wrong.");
    }

    private static String wrongClock(Duration skew) {
        String how = skew.isZero()
                ? "is wrong"
                : "is " + minutes(skew.abs()) + (skew.isNegative() ? " behind" : " ahead of") + " Fitbit's";
        return "The clock of this machine " + how + ", so Fitbit refuses the calls it signs. Set the clock (on a Pi:"
                + " check that time synchronisation works) and try again.";
    }

    private static String minutes(Duration skew) {
        return skew.toDays() > 1 ? skew.toDays() + " days" : Math.max(1, skew.toMinutes()) + " minutes";
    }

    /** How far our clock is ahead of the server's {@code Date}; zero if it sent none. */
    private Duration skew(Instant now) {
        Instant server = RetryAfter.date(reply.header());
        return server == null ? Duration.ZERO : Duration.between(server, now);
    }
}
