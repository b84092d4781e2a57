package io.github.fitbitproxy.simulator.oauth1;

/**
 * What a wearer granted (RFC 5849 §1.1): it does not run out.
 *
 * @param owner the wearer's encoded id
 */
public record TokenCredentials(String token, String secret, String owner) {

    @Override
    public String toString() {
        return "TokenCredentials[" + owner + "]";
    }
}
