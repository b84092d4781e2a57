package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.model.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's consent to our reading.
 *
 * @param upstream the public name of who was consented to
 * @param client the app that it was given to; its credentials are needed for every call
 * @param userId who the person is at the provider; {@code null} if it did not say
 * @param connectedAt when it was given
 */
public record Grant(
        Person person,
        String upstream,
        ClientCredentials client,
        Credentials credentials,
        @Nullable String userId,
        Instant connectedAt,
        State state) {

    /** Whether the provider still accepts it. */
    public enum State {
        /** As far as we know. */
        ALIVE,
        /** No longer: the person has to connect again. */
        DEAD
    }

    /** When it ends by itself; {@code null} if it does not, or nobody said. */
    public @Nullable Instant expiresAt() {
        return credentials instanceof OAuth2Tokens tokens ? tokens.refreshExpiresAt() : null;
    }

    Grant withCredentials(Credentials other) {
        return new Grant(person, upstream, client, other, userId, connectedAt, state);
    }

    Grant withState(State other) {
        return new Grant(person, upstream, client, credentials, userId, connectedAt, other);
    }
}
