package io.github.fitbitproxy.oauth;

/**
 * What a provider gave to whoever registered the app (RFC 5849 §1.1).
 *
 * @param id the client identifier; on the wire {@code oauth_consumer_key}
 * @param secret the shared secret
 */
public record ClientCredentials(String id, String secret) {

    @Override
    public String toString() {
        return "ClientCredentials[id=" + id + ", secret=…]";
    }
}
