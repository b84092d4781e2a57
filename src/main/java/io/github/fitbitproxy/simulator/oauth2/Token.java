package io.github.fitbitproxy.simulator.oauth2;

import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What an access or refresh token stands for.
 *
 * @param owner the wearer's encoded id
 * @param grant names the consent that it came from; all tokens of one consent are revoked together
 * @param scopes as they stand on the wire
 * @param expiresAt null if it does not run out
 */
public record Token(
        Kind kind,
        String owner,
        String grant,
        SortedSet<String> scopes,
        Instant issuedAt,
        @Nullable Instant expiresAt) {

    /** RFC 6749 §1.4 and §1.5. */
    public enum Kind {
        ACCESS,
        REFRESH
    }

    /** What became of a token. */
    public enum State {
        LIVE,
        EXPIRED,
        REVOKED
    }

    /** An access token of the same grant. */
    public Token access(SortedSet<String> granted, Instant now, Instant end) {
        return new Token(Kind.ACCESS, owner, grant, granted, now, end);
    }
}
