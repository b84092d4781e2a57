package io.github.fitbitproxy.web;

import io.github.fitbitproxy.oauth.Vault;
import io.github.fitbitproxy.oauth.VaultException;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Browsers in which somebody gave the admin token. A session is a sealed value that the browser keeps: nothing is stored, so
 * it outlives a restart and holds on every replica with the same key and admin token. Another admin token ends them all.
 */
@Singleton
class Sessions {

    static final String COOKIE = "fitbit-proxy-session";
    static final Duration LIFE = Duration.ofHours(12);

    private static final String GROUP = "session";
    private static final int ID_BYTES = 16;

    private final Vault vault;
    private final AdminToken adminToken;
    private final Clock clock;
    private final SecureRandom random;

    /** What was signed out of before its time, until that time; of this process only. */
    private final Map<String, Instant> ended = new ConcurrentHashMap<>();

    Sessions(Vault vault, AdminToken adminToken, Clock clock, SecureRandom random) {
        this.vault = vault;
        this.adminToken = adminToken;
        this.clock = clock;
        this.random = random;
    }

    /** A new session's value. */
    String begin() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        byte[] content = ByteBuffer.allocate(Long.BYTES + ID_BYTES)
                .putLong(clock.instant().plus(LIFE).getEpochSecond())
                .put(id)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(GROUP, adminToken.name(), content));
    }

    /** Whether a session goes on. */
    boolean isOpen(String value) {
        return open(value).isPresent();
    }

    /** Ends a session, wherever its value may have been copied to. */
    void end(String value) {
        ended.values().removeIf(until -> !until.isAfter(clock.instant()));
        open(value).ifPresent(session -> ended.put(session.id, session.until));
    }

    private Optional<Session> open(String value) {
        try {
            ByteBuffer content = ByteBuffer.wrap(
                    vault.open(GROUP, adminToken.name(), Base64.getUrlDecoder().decode(value)));
            Instant until = Instant.ofEpochSecond(content.getLong());
            byte[] id = new byte[content.remaining()];
            content.get(id);
            return Optional.of(new Session(HexFormat.of().formatHex(id), until))
                    .filter(session -> session.until.isAfter(clock.instant()) && !ended.containsKey(session.id));
        } catch (VaultException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private record Session(String id, Instant until) {}
}
