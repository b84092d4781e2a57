package io.github.fitbitproxy.simulator.consent;

/** The identifier and secret of the one registered app (RFC 5849 §1.1, RFC 6749 §2.3.1). */
public record ClientCredentials(String id, String secret) {

    @Override
    public String toString() {
        return "ClientCredentials[" + id + "]";
    }
}
