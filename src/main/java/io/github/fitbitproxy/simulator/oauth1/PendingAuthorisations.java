package io.github.fitbitproxy.simulator.oauth1;

import io.github.fitbitproxy.simulator.oauth1.TemporaryCredentials.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The temporary credentials that were given out: each is decided once, redeemed once, and gone after ten minutes. */
final class PendingAuthorisations {

    static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Map<String, TemporaryCredentials> byToken = new HashMap<>();
    private final Supplier<String> randomText;

    PendingAuthorisations(Supplier<String> randomText) {
        this.randomText = randomText;
    }

    synchronized TemporaryCredentials begin(@Nullable String callback, Instant now) {
        byToken.values().removeIf(credentials -> !credentials.expiresAt().isAfter(now));
        TemporaryCredentials begun = new TemporaryCredentials(
                "rt-" + randomText.get(), randomText.get(), callback, now.plus(LIFETIME), null);
        byToken.put(begun.token(), begun);
        return begun;
    }

    synchronized Optional<TemporaryCredentials> find(String token, Instant now) {
        return Optional.ofNullable(byToken.get(token))
                .filter(credentials -> credentials.expiresAt().isAfter(now));
    }

    /**
     * Notes the owner's answer.
     *
     * @param owner null to deny
     * @return empty if the token is unknown, has expired or was answered before
     */
    synchronized Optional<TemporaryCredentials> decide(String token, @Nullable String owner, Instant now) {
        Optional<TemporaryCredentials> decided = find(token, now)
                .filter(credentials -> credentials.decision() == null)
                .map(credentials ->
                        credentials.decided(new Decision(owner, randomText.get().substring(0, 10))));
        decided.ifPresent(credentials -> byToken.put(token, credentials));
        return decided;
    }

    /** Turns an allowed authorisation into its owner; a wrong verifier leaves it open. */
    synchronized String redeem(String token, String verifier, Instant now) throws OAuthProblem {
        TemporaryCredentials credentials = find(token, now).orElseThrow(OAuthProblem::temporaryToken);
        Decision decision = credentials.decision();
        if (decision == null || decision.owner() == null) {
            throw OAuthProblem.permissionDenied();
        }
        if (!HmacSha1.equal(decision.verifier(), verifier)) {
            throw OAuthProblem.temporaryToken();
        }
        byToken.remove(token);
        return decision.owner();
    }
}
