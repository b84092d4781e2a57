package io.github.fitbitproxy.oauth;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Where a provider of OAuth 2.0 has its endpoints, and how it wants to be spoken to (RFC 6749). Upstream folders implement
 * it; it is discovered.
 */
public interface OAuth2Provider extends Provider {

    /** Whether people connect in this way where they do not say how. */
    default boolean isDefault() {
        return true;
    }

    /** Asks the person for consent, in a browser (RFC 6749 §3.1). */
    URI authorizeUrl();

    /**
     * Whether apps may have a redirect address on that host, with {@code https}. Loopback addresses are not asked about.
     *
     * @param host as in an address, an IPv6 address in brackets
     */
    default boolean acceptsRedirectHost(String host) {
        return true;
    }

    /** Gives tokens (RFC 6749 §3.2). */
    URI tokenUrl();

    /** Ends a grant (RFC 7009 §2). */
    URI revokeUrl();

    /** The scopes that are asked for, as they stand on the wire. */
    List<String> scopes();

    /** A short public name for a scope: {@code sleep}, say. */
    default String shortName(String scope) {
        return scope;
    }

    /** What this provider wants to be told on the consent page beside the standard's own parameters. */
    default Map<String, String> authorizeParameters() {
        return Map.of();
    }

    /** How the client identifies itself at the token endpoint. */
    ClientAuthentication clientAuthentication();

    /** Ways for a client to identify itself (RFC 6749 §2.3.1). */
    enum ClientAuthentication {
        /** HTTP Basic. */
        BASIC,
        /** {@code client_id} and {@code client_secret} in the form. */
        FORM
    }
}
