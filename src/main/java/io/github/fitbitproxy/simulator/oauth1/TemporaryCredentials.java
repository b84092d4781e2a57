package io.github.fitbitproxy.simulator.oauth1;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authorisation under way (RFC 5849 §2.1).
 *
 * @param callback where the browser goes afterwards; null if the verifier is copied by hand ({@code oob})
 * @param decision null until the owner has answered
 */
record TemporaryCredentials(
        String token,
        String secret,
        @Nullable String callback,
        Instant expiresAt,
        @Nullable Decision decision) {

    /** @param owner who allowed it, or null if it was denied */
    record Decision(@Nullable String owner, String verifier) {}

    TemporaryCredentials decided(Decision made) {
        return new TemporaryCredentials(token, secret, callback, expiresAt, made);
    }

    @Override
    public String toString() {
        return "TemporaryCredentials[until " + expiresAt + "]";
    }
}
