package io.github.fitbitproxy.oauth;

/**
 * Everything that can keep us from a new access token. Reasons are sentences for a lay person; they never quote what the
 * provider said, which is known to contain tokens.
 */
public sealed interface RefreshFailure {

    /** What happened and what to do, in words that may be shown and logged. */
    String reason();

    /** The provider says that the grant has ended (RFC 6749 §5.2, {@code invalid_grant}): the person has to connect again. */
    record GrantEnded(String reason) implements RefreshFailure {}

    /** The provider does not accept the client credentials. The grant may well be alive. */
    record ClientRefused(String reason) implements RefreshFailure {}

    /** The provider is not reachable, too slow or broken, or what answers is not a provider. The grant is alive. */
    record ProviderUnavailable(String reason) implements RefreshFailure {}
}
