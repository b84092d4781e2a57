package io.github.fitbitproxy.upstream;

import io.github.fitbitproxy.budget.Budgets;
import io.github.fitbitproxy.budget.CallBudget;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.AccessTokens;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.oauth.OAuth1;
import io.github.fitbitproxy.oauth.OAuth2Tokens;
import io.github.fitbitproxy.oauth.RefreshException;
import io.github.fitbitproxy.oauth.RefreshFailure;
import io.github.fitbitproxy.oauth.RequestSigner;
import io.github.fitbitproxy.oauth.TokenCredentials;
import io.github.fitbitproxy.oauth.VaultException;
import io.github.fitbitproxy.upstream.UpstreamFailure.NotConnected;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unauthorised;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls to the clouds in the name of people, as their grants allow: signed (OAuth 1.0a) or with an access token (OAuth
 * 2.0), which is refreshed when it has to be. Interprets no data. Safe for any number of threads.
 */
@ApplicationScoped
public class GrantedCalls {

    private final ProxyConfig config;
    private final Grants grants;
    private final OAuth1 oauth1;
    private final AccessTokens tokens;
    private final Budgets budgets;
    private final CallMeter meter;
    private final Clock clock;
    private final Authorization authorization = new Authorization();
    private final ConcurrentMap<Class<?>, Object> apis = new ConcurrentHashMap<>();

    GrantedCalls(
            ProxyConfig config,
            Grants grants,
            OAuth1 oauth1,
            AccessTokens tokens,
            Budgets budgets,
            CallMeter meter,
            Clock clock) {
        this.config = config;
        this.grants = grants;
        this.oauth1 = oauth1;
        this.tokens = tokens;
        this.budgets = budgets;
        this.meter = meter;
        this.clock = clock;
    }

    /** Whether the person's calls to that upstream carry an access token of OAuth 2.0. */
    public boolean usesOAuth2(Person person, String upstream) {
        return grants.find(person)
                .filter(grant -> grant.upstream().equals(upstream))
                .filter(grant -> grant.credentials() instanceof OAuth2Tokens)
                .isPresent();
    }

    /**
     * Whether data of that scope may be asked for. They may unless the provider said what the person granted and this is
     * not among it; OAuth 1.0a knows no scopes.
     */
    public boolean mayAsk(Person person, String upstream, String scope) {
        return grants.find(person)
                .filter(grant -> grant.upstream().equals(upstream))
                .filter(grant -> grant.credentials() instanceof OAuth2Tokens tokens
                        && !tokens.scopes().isEmpty()
                        && !tokens.scopes().contains(scope))
                .isEmpty();
    }

    /**
     * Makes one call, blocking, and gives the body of a successful reply. An access token that is refused is refreshed, and
     * the call made once more; a grant whose second access token is refused has ended.
     */
    public <A> byte[] call(Cloud<A> cloud, Person person, Function<A, Response> call) throws UpstreamException {
        Grant grant = grant(cloud, person);
        try {
            byte[] body = grant.credentials() instanceof TokenCredentials credentials
                    ? signed(cloud, grant, credentials, call)
                    : withAccessToken(cloud, grant, call);
            meter.succeeded(cloud.upstream());
            return body;
        } catch (UpstreamException e) {
            meter.failed(cloud.upstream(), e.failure());
            throw e;
        }
    }

    private Grant grant(Cloud<?> cloud, Person person) throws UpstreamException {
        Grant grant = decrypt(person)
                .filter(found -> found.upstream().equals(cloud.upstream()))
                .orElseThrow(() -> new UpstreamException(new NotConnected("Nobody has connected this person yet.")));
        if (grant.state() == Grant.State.DEAD) {
            throw new UpstreamException(new Unauthorised(cloud.title() + " no longer accepts the connection."));
        }
        return grant;
    }

    private Optional<Grant> decrypt(Person person) throws UpstreamException {
        try {
            return grants.decrypt(person);
        } catch (VaultException e) {
            throw new UpstreamException(new Unauthorised(e.reason()));
        }
    }

    private <A> byte[] signed(Cloud<A> cloud, Grant grant, TokenCredentials credentials, Function<A, Response> call) {
        RequestSigner signer = oauth1.signer(grant.client(), credentials);
        try {
            return send(
                    cloud,
                    grant.person(),
                    request -> signer.authorization(request.getMethod(), request.getUri()),
                    true,
                    call);
        } catch (UpstreamException e) {
            if (e.failure() instanceof Unauthorised) {
                grants.markDead(grant);
            }
            throw e;
        }
    }

    private <A> byte[] withAccessToken(Cloud<A> cloud, Grant grant, Function<A, Response> call) {
        String token = token(() -> tokens.current(grant));
        try {
            return send(cloud, grant.person(), request -> "Bearer " + token, false, call);
        } catch (UpstreamException e) {
            if (!(e.failure() instanceof Unauthorised)) {
                throw e;
            }
        }
        String next = token(() -> tokens.after(grant, token));
        try {
            return send(cloud, grant.person(), request -> "Bearer " + next, false, call);
        } catch (UpstreamException e) {
            if (e.failure() instanceof Unauthorised) {
                markDead(grant.person(), next);
            }
            throw e;
        }
    }

    /** The grant has other tokens by now; it is meant only as long as the refused one is still its newest. */
    private void markDead(Person person, String refused) {
        grants.find(person)
                .filter(now -> now.credentials() instanceof OAuth2Tokens newest && refused.equals(newest.accessToken()))
                .ifPresent(grants::markDead);
    }

    private interface TokenCall {
        String get() throws RefreshException;
    }

    private static String token(TokenCall call) throws UpstreamException {
        try {
            return call.get();
        } catch (RefreshException e) {
            RefreshFailure failure = e.failure();
            if (failure instanceof RefreshFailure.GrantEnded) {
                throw new UpstreamException(new Unauthorised(failure.reason()));
            }
            throw new UpstreamException(new Unavailable(failure.reason(), retryAt(failure)));
        }
    }

    private static @Nullable Instant retryAt(RefreshFailure failure) {
        if (failure instanceof RefreshFailure.ClientRefused refused) {
            return refused.retryAt();
        }
        return failure instanceof RefreshFailure.ProviderUnavailable unavailable ? unavailable.retryAt() : null;
    }

    private <A> byte[] send(
            Cloud<A> cloud, Person person, Authorization.Header header, boolean signed, Function<A, Response> call)
            throws UpstreamException {
        A api = api(cloud);
        try (Response response = authorization.with(header, () -> call.apply(api))) {
            Instant now = clock.instant();
            byte[] body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
            Reply reply = new Reply(signed, response.getStatus(), response::getHeaderString, body);
            CallBudget budget = cloud.budget(reply, now);
            if (budget != null) {
                budgets.told(person, cloud.upstream(), budget);
            }
            UpstreamFailure failure = cloud.failure(reply, now);
            if (failure != null) {
                throw new UpstreamException(failure);
            }
            return body;
        } catch (ProcessingException | IllegalStateException e) {
            // The cause's own message may hold an address with a query; its class says enough.
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UpstreamException(
                    new Unavailable(
                            cloud.title() + " could not be reached, or did not answer within "
                                    + config.upstreamTimeout().toSeconds() + " seconds ("
                                    + cause.getClass().getSimpleName() + ").",
                            null),
                    e);
        }
    }

    private <A> A api(Cloud<A> cloud) {
        return cloud.api().cast(apis.computeIfAbsent(cloud.api(), api -> build(cloud)));
    }

    private Object build(Cloud<?> cloud) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(cloud.url())
                .connectTimeout(config.upstreamTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.upstreamTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .userAgent("fitbit-proxy")
                .property("microprofile.rest.client.disable.default.mapper", true)
                .register(authorization)
                .build(cloud.api());
    }
}
