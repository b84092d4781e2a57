package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.model.Person;
import java.time.Instant;

/**
 * A connection that waits for the person's consent.
 *
 * @param redirectUri where the browser comes back to, or {@code oob}
 * @param expiresAt when it is too late to finish it
 * @param taken whether somebody is finishing it already
 */
record BegunConnection(
        Person person,
        String upstream,
        ClientCredentials client,
        TemporaryCredentials temporary,
        String redirectUri,
        Instant expiresAt,
        boolean taken) {

    BegunConnection withTaken(boolean other) {
        return new BegunConnection(person, upstream, client, temporary, redirectUri, expiresAt, other);
    }

    boolean isOpen(Instant now) {
        return !taken && now.isBefore(expiresAt);
    }
}
