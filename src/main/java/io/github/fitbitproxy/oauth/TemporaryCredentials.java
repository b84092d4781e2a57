package io.github.fitbitproxy.oauth;

/**
 * What stands for a connection between its beginning and the person's consent (RFC 5849 §2.1).
 *
 * @param token on the wire {@code oauth_token}
 * @param secret on the wire {@code oauth_token_secret}
 */
record TemporaryCredentials(String token, String secret) implements PendingConsent {

    @Override
    public Auth auth() {
        return Auth.OAUTH1;
    }

    @Override
    public String key() {
        return token;
    }

    @Override
    public String toString() {
        return "TemporaryCredentials[…]";
    }
}
