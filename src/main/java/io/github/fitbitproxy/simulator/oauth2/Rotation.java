package io.github.fitbitproxy.simulator.oauth2;

import io.github.fitbitproxy.simulator.http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Refresh tokens that work once (RFC 9700 §4.14.2). For two minutes the same one gives the same answer again, so that a lost
 * answer costs no grant.
 */
public final class Rotation {

    static final Duration GRACE = Duration.ofSeconds(120);

    private final Map<String, Spent> spentByToken = new HashMap<>();

    private record Spent(Instant at, Answer answer) {}

    /**
     * @param fresh makes the answer to the first use
     * @return empty if the token was spent longer ago than that
     */
    public synchronized Optional<Answer> use(String refreshToken, Instant now, Supplier<Answer> fresh) {
        Spent spent = spentByToken.computeIfAbsent(refreshToken, first -> new Spent(now, fresh.get()));
        return now.isBefore(spent.at().plus(GRACE)) ? Optional.of(spent.answer()) : Optional.empty();
    }
}
