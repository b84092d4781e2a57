package io.github.fitbitproxy.oauth;

import java.net.URI;
import java.util.Optional;

/** Where a provider of OAuth 1.0a has its endpoints (RFC 5849 §2). Upstream folders implement it; it is discovered. */
public interface OAuth1Provider {

    /** The upstream's public name. */
    String upstream();

    /** What the names of its settings begin with, without the dot. */
    default String settingsPrefix() {
        return upstream();
    }

    /** Gives temporary credentials. */
    URI requestTokenUrl();

    /** Asks the person for consent, in a browser. */
    URI authorizeUrl();

    /** Gives token credentials. */
    URI accessTokenUrl();

    /** The client credentials from the configuration. */
    Optional<ClientCredentials> configuredClient();

    /** The parameter in which it says, along with the token credentials, who the person is there. */
    default String userIdParameter() {
        return "user_id";
    }
}
