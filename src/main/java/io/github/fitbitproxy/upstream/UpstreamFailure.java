package io.github.fitbitproxy.upstream;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can keep an upstream from telling. Reasons are sentences for a lay person; they never quote the
 * upstream's own error text, which is known to contain tokens.
 */
public sealed interface UpstreamFailure {

    /** What happened, in words that may be shown and logged. */
    String reason();

    /** A short word for metrics and log lines. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Nobody has connected this person yet. */
    record NotConnected(String reason) implements UpstreamFailure {}

    /** The grant is no longer accepted; the person has to connect again. */
    record Unauthorised(String reason) implements UpstreamFailure {}

    /** The grant is good, but does not cover this data. */
    record Forbidden(String reason) implements UpstreamFailure {}

    /**
     * The call budget is used up.
     *
     * @param retryAt when calls are allowed again
     */
    record RateLimited(String reason, Instant retryAt) implements UpstreamFailure {}

    /**
     * Not reachable, too slow, broken or switched off.
     *
     * @param retryAt when to try again, or {@code null} if nobody said
     */
    record Unavailable(String reason, @Nullable Instant retryAt) implements UpstreamFailure {}

    /** It answered, but with something that is not what it should be. */
    record Unreadable(String reason) implements UpstreamFailure {}
}
