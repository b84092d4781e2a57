package io.github.fitbitproxy.simulator.oauth1;

/** The identifier and secret of the one registered app (RFC 5849 §1.1). */
public record ClientCredentials(String id, String secret) {

    @Override
    public String toString() {
        return "ClientCredentials[" + id + "]";
    }
}
