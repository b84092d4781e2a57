package io.github.fitbitproxy.oauth;

/**
 * Everything that can keep a person from being connected. Reasons are sentences for a lay person; they never quote what
 * the provider said, which is known to contain tokens.
 */
public sealed interface ConnectingFailure {

    /** What happened and what to do, in words that may be shown and logged. */
    String reason();

    /** No such upstream, or none that is connected to in this way. */
    record UnknownUpstream(String reason) implements ConnectingFailure {}

    /** What was asked for or pasted makes no sense. */
    record BadRequest(String reason) implements ConnectingFailure {}

    /** The person has a grant in the configuration, which wins over any other. */
    record Configured(String reason) implements ConnectingFailure {}

    /** The provider is not reachable, too slow or broken, or what answers is not a provider. */
    record ProviderUnavailable(String reason) implements ConnectingFailure {}

    /** The provider does not accept the client credentials. */
    record ClientRefused(String reason) implements ConnectingFailure {}

    /** The provider does not accept the verifier: wrong, old or used. */
    record VerifierRefused(String reason) implements ConnectingFailure {}

    /** The provider does not accept our time. */
    record ClockOff(String reason) implements ConnectingFailure {}

    /** The person said no, as far as can be told. */
    record ConsentRefused(String reason) implements ConnectingFailure {}

    /** Never begun, begun too long ago, or used already. */
    record ConnectionUnknown(String reason) implements ConnectingFailure {}
}
