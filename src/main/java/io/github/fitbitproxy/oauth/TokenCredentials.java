package io.github.fitbitproxy.oauth;

/**
 * Token credentials of OAuth 1.0a (RFC 5849 §1.1). They have no end of their own: they are good until they are revoked.
 *
 * @param token on the wire {@code oauth_token}
 * @param secret on the wire {@code oauth_token_secret}
 */
public record TokenCredentials(String token, String secret) implements Credentials {

    @Override
    public String setting() {
        return "token";
    }

    @Override
    public String toString() {
        return "TokenCredentials[…]";
    }
}
