package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.model.Person;
import java.time.Instant;

/**
 * A connection that waits for the person's consent.
 *
 * @param redirectUri where the browser comes back to, or {@code oob}
 * @param expiresAt when it is too late to finish it
 * @param takenUntil somebody is finishing it until then, unless killed; {@link Instant#MIN} if nobody is
 */
record BegunConnection(
        Person person,
        String upstream,
        ClientCredentials client,
        PendingConsent pending,
        String redirectUri,
        Instant expiresAt,
        Instant takenUntil) {

    BegunConnection(
            Person person,
            String upstream,
            ClientCredentials client,
            PendingConsent pending,
            String redirectUri,
            Instant expiresAt) {
        this(person, upstream, client, pending, redirectUri, expiresAt, Instant.MIN);
    }

    BegunConnection withTakenUntil(Instant other) {
        return new BegunConnection(person, upstream, client, pending, redirectUri, expiresAt, other);
    }

    boolean isOpen(Instant now) {
        return !now.isBefore(takenUntil) && now.isBefore(expiresAt);
    }
}
