package io.github.fitbitproxy.oauth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can keep us from a new access token. Reasons are sentences for a lay person; they never quote what the
 * provider said, which is known to contain tokens.
 */
public sealed interface RefreshFailure {

    /** What happened and what to do, in words that may be shown and logged. */
    String reason();

    /** The provider says that the grant has ended (RFC 6749 §5.2, {@code invalid_grant}): the person has to connect again. */
    record GrantEnded(String reason) implements RefreshFailure {}

    /**
     * The provider does not accept the client credentials. The grant may well be alive.
     *
     * @param retryAt when to try again, or {@code null} if nobody said
     */
    record ClientRefused(String reason, @Nullable Instant retryAt) implements RefreshFailure {}

    /**
     * No token can be had now: the provider, or what answers in its place, or our own store is in trouble. The grant is
     * alive.
     *
     * @param retryAt when to try again, or {@code null} if nobody said
     */
    record ProviderUnavailable(String reason, @Nullable Instant retryAt) implements RefreshFailure {}
}
