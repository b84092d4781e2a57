package io.github.fitbitproxy.simulator.oauth2;

import io.github.fitbitproxy.simulator.http.Call;
import java.util.Optional;

/** The header {@code Authorization: Bearer} (RFC 6750 §2.1). */
public final class BearerToken {

    private BearerToken() {}

    /** The token's text; empty if the call carries none this way. */
    public static Optional<String> of(Call call) {
        String header = call.authorization();
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(header.substring(7).strip())
                : Optional.empty();
    }
}
