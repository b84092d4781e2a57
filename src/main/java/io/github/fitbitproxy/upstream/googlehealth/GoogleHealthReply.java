package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.Reply;
import io.github.fitbitproxy.upstream.RetryAfter;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import io.github.fitbitproxy.upstream.UpstreamFailure.Forbidden;
import io.github.fitbitproxy.upstream.UpstreamFailure.RateLimited;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unauthorised;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reply means, by its status and the reasons in its body ({@code google.rpc.ErrorInfo}). Pure. Google's own messages
 * change and are never looked at or repeated.
 */
record GoogleHealthReply(Reply reply) {

    /** Somebody has to do something first, and should not have to wait long afterwards. */
    private static final Duration ACCOUNT_RETRY = Duration.ofHours(1);

    private static final Duration SWITCHED_OFF_RETRY = Duration.ofDays(1);

    /** Quotas are counted by the minute. */
    private static final Duration QUOTA_WINDOW = Duration.ofMinutes(1);

    /** The consent leaves these data out. */
    static final Forbidden NOT_GRANTED =
            new Forbidden("Google was not allowed to show these data to this app. Connect again and tick everything"
                    + " on the consent page.");

    /** It gave up on a question that would have taken it too long (504), as of too large a page. */
    static final UpstreamFailure TOO_SLOW =
            new Unavailable("Google Health did not get done in time (status 504).", null);

    /** The failure that the reply tells, or {@code null} if it is a success. */
    @Nullable
    UpstreamFailure failure(Instant now) {
        int status = reply.status();
        if (status >= 200 && status < 300) {
            return null;
        }
        return switch (status) {
            case 400 ->
                reasons().contains("ACCOUNT_NOT_LINKED")
                        ? notLinked(now)
                        : new Unreadable("Google Health refused the call (status 400), which it should not.");
            case 401 ->
                new Unauthorised(
                        "Google no longer accepts the connection: it was revoked or has run out. As long as the"
                                + " app is in testing at Google, a connection lasts seven days.");
            case 403 -> forbidden(now);
            case 410 ->
                new Unavailable(
                        "Google has switched this version of Google Health off (it answers 410 Gone). Days that are"
                                + " stored here stay readable; look for a newer version of this service.",
                        now.plus(SWITCHED_OFF_RETRY));
            case 412 -> notLinked(now);
            case 429 -> rateLimited(now);
            case 504 -> RetryAfter.read(reply.header(), now) == null ? TOO_SLOW : trouble(now);
            default ->
                status >= 500
                        ? trouble(now)
                        : new Unreadable(
                                "Google Health refused the call (status " + status + "), which it should not.");
        };
    }

    private UpstreamFailure trouble(Instant now) {
        return new Unavailable(
                "Google Health has trouble of its own (status " + reply.status() + ").",
                RetryAfter.read(reply.header(), now));
    }

    private UpstreamFailure rateLimited(Instant now) {
        Instant told = RetryAfter.read(reply.header(), now);
        return new RateLimited(
                "Google Health allows no more calls for now.", told == null ? now.plus(QUOTA_WINDOW) : told);
    }

    private static UpstreamFailure notLinked(Instant now) {
        return new Unavailable(
                "This Google account has no Google Health data. If another account was meant, connect again and choose"
                        + " the one that the device belongs to. Otherwise sign in to the Google Health app with this"
                        + " account once, then try again.",
                now.plus(ACCOUNT_RETRY));
    }

    private UpstreamFailure forbidden(Instant now) {
        Set<String> reasons = reasons();
        if (reasons.contains("ACCESS_TOKEN_SCOPE_INSUFFICIENT") || reasons.contains("MISSING_OAUTH_SCOPE")) {
            return NOT_GRANTED;
        }
        if (reasons.contains("SERVICE_DISABLED")) {
            return new Unavailable(
                    "The Google Health API is not enabled in the Google Cloud project of this app. Enable it at"
                            + " console.cloud.google.com and try again some minutes later.",
                    now.plus(ACCOUNT_RETRY));
        }
        if (reasons.contains("RESOURCE_PERMISSION_DENIED")) {
            return new Unavailable(
                    "Google has taken this app's access away. Remove the app at myaccount.google.com/connections, then"
                            + " connect again.",
                    now.plus(ACCOUNT_RETRY));
        }
        // Details may be missing, so it may be about these data alone.
        return new Forbidden(
                "Google does not let this app read these data and does not say why. If something was left unticked, connect"
                        + " again and tick everything on the consent page. If the account still is a Fitbit account, move"
                        + " it to a Google account first. Otherwise Google may not have admitted the app:"
                        + " developers.google.com/health/setup tells whether it takes new ones.");
    }

    private Set<String> reasons() {
        Set<String> reasons = new HashSet<>();
        body().path("error")
                .path("details")
                .forEach(detail -> reasons.add(detail.path("reason").asText()));
        return reasons;
    }

    /** Unknown addresses are answered with HTML. */
    private JsonNode body() {
        try {
            return LenientJson.value(reply.body());
        } catch (UpstreamException notJson) {
            return MissingNode.getInstance();
        }
    }
}
