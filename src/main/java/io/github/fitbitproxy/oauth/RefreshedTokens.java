package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.budget.Gates;
import io.github.fitbitproxy.cache.Flights;
import io.github.fitbitproxy.cache.SharedFlights;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.RefreshFailure.ClientRefused;
import io.github.fitbitproxy.oauth.RefreshFailure.GrantEnded;
import io.github.fitbitproxy.oauth.RefreshFailure.ProviderUnavailable;
import io.github.fitbitproxy.oauth.TokenRefresh.Outcome;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens that are refreshed when they are about to end, or were refused. Callers in this process share one flight,
 * replicas one lease. A provider in trouble is left alone for a while, longer each time; an access token that is still good
 * is used meanwhile.
 */
@Singleton
public class RefreshedTokens implements AccessTokens {

    private static final Duration EARLY = Duration.ofMinutes(1);

    /** Beyond the provider's own time, for another replica's refresh. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A flight may have begun before the token that it brings was refused. */
    private static final int MAX_FLIGHTS = 3;

    private final Clock clock;
    private final SharedFlights shared;
    private final Duration patience;
    private final TokenRefresh refresh;
    private final Gates<RefreshFailure> gates;
    private final Flights<Person, Outcome> flights = new Flights<>();

    RefreshedTokens(
            Grants grants,
            @All List<OAuth2Provider> providers,
            OAuth2 oauth2,
            SharedFlights shared,
            ProxyConfig config,
            Clock clock,
            RandomGenerator random) {
        this.clock = clock;
        this.shared = shared;
        this.patience = config.upstreamTimeout().plus(PATIENCE);
        this.refresh = new TokenRefresh(grants, providers, oauth2, clock);
        this.gates = new Gates<>(clock, random);
    }

    @Override
    public String current(Grant grant) throws RefreshException {
        OAuth2Tokens tokens = tokens(grant);
        Instant now = clock.instant();
        String known = tokens.accessToken();
        if (known != null && tokens.lastUntil(now.plus(EARLY))) {
            return known;
        }
        try {
            return refreshed(grant, known);
        } catch (RefreshException e) {
            if (known != null && tokens.lastUntil(now) && !(e.failure() instanceof GrantEnded)) {
                return known;
            }
            throw e;
        }
    }

    @Override
    public String after(Grant grant, String refused) throws RefreshException {
        return refreshed(grant, refused);
    }

    private static OAuth2Tokens tokens(Grant grant) {
        if (grant.credentials() instanceof OAuth2Tokens tokens) {
            return tokens;
        }
        throw new IllegalArgumentException("not a grant of OAuth 2.0");
    }

    /** @param seen the access token that does not serve */
    private String refreshed(Grant grant, @Nullable String seen) throws RefreshException {
        for (int i = 0; i < MAX_FLIGHTS; i++) {
            Outcome outcome = joined(grant, seen);
            String token = outcome.accessToken();
            if (token != null && !token.equals(seen)) {
                return token;
            }
            if (outcome.failure() != null) {
                throw new RefreshException(outcome.failure());
            }
        }
        throw new RefreshException(new ProviderUnavailable("The provider gives the same access token again.", null));
    }

    private Outcome joined(Grant grant, @Nullable String seen) {
        try {
            return flights.join(grant.person(), () -> CompletableFuture.completedFuture(guarded(grant, seen)))
                    .outcome()
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private Outcome guarded(Grant grant, @Nullable String seen) {
        // A grant that was connected anew does not wait for what its forerunner got into.
        String gate = grant.person() + "/" + grant.connectedAt();
        Gates.Closed<RefreshFailure> closed = gates.ask(gate);
        if (closed != null) {
            return Outcome.failed(until(closed));
        }
        Outcome outcome = shared(grant.person(), seen);
        RefreshFailure failure = outcome.failure();
        if (failure == null || failure instanceof GrantEnded) {
            gates.succeeded(gate);
        } else {
            gates.failed(gate, failure, retryAt(failure));
        }
        return outcome;
    }

    private Outcome shared(Person person, @Nullable String seen) {
        try {
            Outcome outcome = shared.run(
                    "refresh/" + person,
                    patience,
                    () -> refresh.arrived(person, seen),
                    () -> refresh.run(person, seen));
            return outcome != null
                    ? outcome
                    : Outcome.failed(new ProviderUnavailable(
                            "Another replica has been getting a new access token for too long.", null));
        } catch (UncheckedIOException e) {
            return Outcome.failed(new ProviderUnavailable(
                    "No new access token is asked for while the store fails, since it could not be kept.", null));
        }
    }

    private static @Nullable Instant retryAt(RefreshFailure failure) {
        if (failure instanceof ClientRefused refused) {
            return refused.retryAt();
        }
        return failure instanceof ProviderUnavailable unavailable ? unavailable.retryAt() : null;
    }

    private static RefreshFailure until(Gates.Closed<RefreshFailure> closed) {
        return closed.failure() instanceof ClientRefused refused
                ? new ClientRefused(refused.reason(), closed.until())
                : new ProviderUnavailable(closed.failure().reason(), closed.until());
    }
}
