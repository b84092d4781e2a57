package io.github.fitbitproxy.oauth;

import java.net.URI;

/** Where a provider of OAuth 1.0a has its endpoints (RFC 5849 §2). Upstream folders implement it; it is discovered. */
public interface OAuth1Provider extends Provider {

    /** Gives temporary credentials. */
    URI requestTokenUrl();

    /** Asks the person for consent, in a browser. */
    URI authorizeUrl();

    /** Gives token credentials. */
    URI accessTokenUrl();

    /** The parameter in which it says, along with the token credentials, who the person is there. */
    default String userIdParameter() {
        return "user_id";
    }
}
