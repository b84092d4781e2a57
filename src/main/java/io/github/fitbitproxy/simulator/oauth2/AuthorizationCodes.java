package io.github.fitbitproxy.simulator.oauth2;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The authorization codes that were given out (RFC 6749 §4.1.2): each works once, within ten minutes. */
public final class AuthorizationCodes {

    static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Map<String, Issued> byCode = new HashMap<>();
    private final Supplier<String> newCode;

    private record Issued(Consent consent, Instant expiresAt) {}

    /** @param newCode gives a text that nobody can guess */
    public AuthorizationCodes(Supplier<String> newCode) {
        this.newCode = newCode;
    }

    public synchronized String issue(Consent consent, Instant now) {
        byCode.values().removeIf(issued -> !now.isBefore(issued.expiresAt()));
        String code = newCode.get();
        byCode.put(code, new Issued(consent, now.plus(LIFETIME)));
        return code;
    }

    /** Uses a code up; empty if it is unknown, has expired or was used before. */
    public synchronized Optional<Consent> redeem(String code, Instant now) {
        return Optional.ofNullable(byCode.remove(code))
                .filter(issued -> now.isBefore(issued.expiresAt()))
                .map(Issued::consent);
    }
}
