package io.github.fitbitproxy.oauth;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an authorization code grant gives (RFC 6749 §5.1).
 *
 * @param accessToken goes with every call; {@code null} if only a refresh token is known yet
 * @param accessExpiresAt when the access token ends; {@code null} if nobody said
 * @param refreshToken gives the next access token; some providers replace it each time it is used
 * @param refreshExpiresAt when the refresh token ends; {@code null} if it does not, or nobody said
 * @param scopes what the person granted, as it stands on the wire; empty if the provider did not say
 */
public record OAuth2Tokens(
        @Nullable String accessToken,
        @Nullable Instant accessExpiresAt,
        String refreshToken,
        @Nullable Instant refreshExpiresAt,
        SortedSet<String> scopes)
        implements Credentials {

    public OAuth2Tokens {
        scopes = Collections.unmodifiableSortedSet(new TreeSet<>(scopes));
    }

    /** A grant of which nothing but its refresh token is known. */
    public static OAuth2Tokens ofRefreshToken(String refreshToken) {
        return new OAuth2Tokens(null, null, refreshToken, null, new TreeSet<>());
    }

    /** Whether there is an access token that does not end until then, as far as is known. */
    boolean lastUntil(Instant then) {
        return accessToken != null && (accessExpiresAt == null || then.isBefore(accessExpiresAt));
    }

    @Override
    public String setting() {
        return "refresh-token";
    }

    @Override
    public String toString() {
        return "OAuth2Tokens[…]";
    }
}
