package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.RefreshFailure.ClientRefused;
import io.github.fitbitproxy.oauth.RefreshFailure.GrantEnded;
import io.github.fitbitproxy.oauth.RefreshFailure.ProviderUnavailable;
import io.github.fitbitproxy.oauth.SealedGrants.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Changes a refresh token into new tokens, once, and keeps them. To be called under the lease of the person. Nothing is
 * lost if it is killed at any moment, as far as that is in our hands:
 *
 * <ol>
 *   <li>The grant is read again: perhaps somebody has refreshed it meanwhile.
 *   <li>It is written back as it is. If the store cannot be written, a refresh token that is good for one use is not spent.
 *   <li>The refresh token is exchanged.
 *   <li>The new tokens are written before anybody uses them, over the grant that was read and no other.
 * </ol>
 *
 * Killed between the last two, the next refresh repeats the exchange with the same refresh token: providers whose refresh
 * tokens are good for one use answer a repetition within minutes with the same tokens (RFC 9700 §4.14.2 leaves it to them).
 */
final class TokenRefresh {

    private static final int MAX_ATTEMPTS = 5;

    /** A wrong client secret does not mend itself. */
    private static final Duration CLIENT_REFUSED_PAUSE = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(TokenRefresh.class);

    private final Grants grants;
    private final List<OAuth2Provider> providers;
    private final OAuth2 oauth2;
    private final Clock clock;

    /** What was received and could not be written yet. */
    private final Map<Person, Unwritten> unwritten = new ConcurrentHashMap<>();

    TokenRefresh(Grants grants, List<OAuth2Provider> providers, OAuth2 oauth2, Clock clock) {
        this.grants = grants;
        this.providers = providers;
        this.oauth2 = oauth2;
        this.clock = clock;
    }

    private record Unwritten(String usedRefreshToken, Grant grant) {}

    /** An access token, or why there is none: one of the two. */
    record Outcome(@Nullable String accessToken, @Nullable RefreshFailure failure) {

        static Outcome failed(RefreshFailure failure) {
            return new Outcome(null, failure);
        }

        @Override
        public String toString() {
            return "Outcome[…]";
        }
    }

    /**
     * A token that somebody else has brought meanwhile, or {@code null}.
     *
     * @param seen the access token that does not serve
     * @throws UncheckedIOException if the store fails
     */
    @Nullable
    Outcome arrived(Person person, @Nullable String seen) {
        writeLate(person);
        Unwritten late = unwritten.get(person);
        return late != null
                ? serving(late.grant, seen)
                : grants.read(person).map(kept -> serving(kept.grant(), seen)).orElse(null);
    }

    /**
     * @param seen the access token that does not serve
     * @throws UncheckedIOException if the store fails before anything is spent
     */
    Outcome run(Person person, @Nullable String seen) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Outcome known = arrived(person, seen);
            if (known != null) {
                return known;
            }
            Optional<Kept> kept = grants.read(person);
            if (kept.isEmpty() || kept.get().grant().state() == Grant.State.DEAD) {
                return Outcome.failed(new GrantEnded("The connection has ended. Connect again."));
            }
            Optional<Kept> writable = grants.replace(kept.get(), kept.get().grant());
            if (writable.isPresent()) {
                Outcome outcome = exchange(writable.get().grant());
                if (outcome != null) {
                    return outcome;
                }
            }
        }
        return Outcome.failed(new ProviderUnavailable("Others keep changing this connection. Try again.", null));
    }

    /** @return {@code null} if somebody else has changed the grant meanwhile */
    private @Nullable Outcome exchange(Grant grant) {
        if (!(grant.credentials() instanceof OAuth2Tokens tokens)) {
            return Outcome.failed(new ProviderUnavailable("The connection has just been changed. Try again.", null));
        }
        Optional<OAuth2Provider> provider = providers.stream()
                .filter(known -> known.upstream().equals(grant.upstream()))
                .findFirst();
        if (provider.isEmpty()) {
            return Outcome.failed(
                    new ProviderUnavailable("There is no upstream " + grant.upstream() + " any more.", null));
        }
        TokenAnswer answer;
        try {
            answer = oauth2.refresh(provider.get(), grant.client(), tokens.refreshToken());
        } catch (TokenRefusal e) {
            if (e.kind() != TokenRefusal.Kind.GRANT) {
                return Outcome.failed(failure(provider.get(), e));
            }
            return isStored(grant.person(), tokens.refreshToken()) ? ended(grant) : null;
        } catch (IOException e) {
            return Outcome.failed(new ProviderUnavailable(
                    provider.get().upstream()
                            + " gives no new access token: its token endpoint cannot be reached, or takes"
                            + " too long (" + e.getMessage() + ").",
                    null));
        }
        return keep(
                new Unwritten(tokens.refreshToken(), grant.withCredentials(answer.tokens(clock.instant(), tokens))));
    }

    private @Nullable Outcome keep(Unwritten received) {
        Person person = received.grant.person();
        try {
            return write(received) ? outcome(received.grant) : null;
        } catch (UncheckedIOException e) {
            LOG.warnf("The new tokens of %s are kept in memory only: the store fails. It is tried again.", person);
            unwritten.put(person, received);
            return outcome(received.grant);
        }
    }

    private void writeLate(Person person) {
        Unwritten late = unwritten.get(person);
        if (late == null) {
            return;
        }
        try {
            write(late);
            unwritten.remove(person, late);
        } catch (UncheckedIOException e) {
            LOG.debugf("The new tokens of %s cannot be written yet.", person);
        }
    }

    /**
     * Writes over the grant whose refresh token was spent, and over no other.
     *
     * @return whether it was still there
     */
    private boolean write(Unwritten received) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<Kept> kept = grants.read(received.grant.person());
            if (kept.isEmpty() || !hasRefreshToken(kept.get().grant(), received.usedRefreshToken)) {
                return false;
            }
            if (grants.replace(kept.get(), received.grant).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Outcome ended(Grant grant) {
        grants.markDead(grant);
        LOG.warnf(
                "%s has to connect to %s again: it says that the consent has ended.", grant.person(), grant.upstream());
        return Outcome.failed(
                new GrantEnded(
                        grant.upstream()
                                + " says that the consent has ended: it was withdrawn, has run out, or was used elsewhere. Connect again."));
    }

    private RefreshFailure failure(OAuth2Provider provider, TokenRefusal refusal) {
        Instant now = clock.instant();
        Duration retryAfter = refusal.retryAfter();
        Instant retryAt = retryAfter == null ? null : now.plus(retryAfter);
        if (refusal.kind() == TokenRefusal.Kind.CLIENT) {
            return new ClientRefused(
                    provider.upstream() + " does not accept the client id and secret (HTTP " + refusal.status()
                            + "). Compare " + provider.settingsPrefix() + ".client-id and "
                            + provider.settingsPrefix() + ".client-secret, or what was given when connecting, with what"
                            + " the provider shows for your app. The consent itself may well be good.",
                    retryAt == null ? now.plus(CLIENT_REFUSED_PAUSE) : retryAt);
        }
        return new ProviderUnavailable(
                refusal.status() == 200
                        ? "What answers for " + provider.upstream() + " sent something else than tokens. A proxy or a"
                                + " login page may be in between."
                        : provider.upstream() + " gives no new access token just now (HTTP " + refusal.status() + ").",
                retryAt);
    }

    private boolean isStored(Person person, String refreshToken) {
        return grants.read(person)
                .filter(kept -> hasRefreshToken(kept.grant(), refreshToken))
                .isPresent();
    }

    private static boolean hasRefreshToken(Grant grant, String refreshToken) {
        return grant.credentials() instanceof OAuth2Tokens tokens
                && tokens.refreshToken().equals(refreshToken);
    }

    private @Nullable Outcome serving(Grant grant, @Nullable String seen) {
        return grant.state() == Grant.State.ALIVE
                        && grant.credentials() instanceof OAuth2Tokens tokens
                        && tokens.lastUntil(clock.instant())
                        && !Objects.equals(tokens.accessToken(), seen)
                ? outcome(grant)
                : null;
    }

    private static Outcome outcome(Grant grant) {
        return new Outcome(((OAuth2Tokens) grant.credentials()).accessToken(), null);
    }
}
