package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.budget.Budgets;
import io.github.fitbitproxy.budget.CallBudget;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.oauth.OAuth1;
import io.github.fitbitproxy.oauth.RequestSigner;
import io.github.fitbitproxy.oauth.TokenCredentials;
import io.github.fitbitproxy.upstream.CallMeter;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import io.github.fitbitproxy.upstream.UpstreamFailure.NotConnected;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unauthorised;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Makes signed calls for a person and tells replies from failures. Interprets no data. Safe for any number of threads. */
@ApplicationScoped
class FitbitClient {

    private final FitbitConfig config;
    private final ProxyConfig proxy;
    private final FitbitSettings settings;
    private final Grants grants;
    private final OAuth1 oauth1;
    private final Budgets budgets;
    private final CallMeter meter;
    private final Clock clock;
    private final ConcurrentMap<Person, Connected> connected = new ConcurrentHashMap<>();

    FitbitClient(
            FitbitConfig config,
            ProxyConfig proxy,
            FitbitSettings settings,
            Grants grants,
            OAuth1 oauth1,
            Budgets budgets,
            CallMeter meter,
            Clock clock) {
        this.config = config;
        this.proxy = proxy;
        this.settings = settings;
        this.grants = grants;
        this.oauth1 = oauth1;
        this.budgets = budgets;
        this.meter = meter;
        this.clock = clock;
    }

    private record Connected(Grant grant, FitbitApi api) {}

    /** Makes one call, blocking, and gives the body of a successful reply. */
    byte[] call(Person person, Function<FitbitApi, Response> call) throws UpstreamException {
        Grant grant = grant(person);
        try {
            byte[] body = body(person, api(grant), call);
            meter.succeeded(settings.upstream());
            return body;
        } catch (UpstreamException e) {
            meter.failed(settings.upstream(), e.failure());
            if (e.failure() instanceof Unauthorised) {
                grants.markDead(grant);
            }
            throw e;
        }
    }

    private Grant grant(Person person) throws UpstreamException {
        Grant grant = grants.find(person)
                .filter(found -> found.upstream().equals(settings.upstream()))
                .orElseThrow(() -> new UpstreamException(new NotConnected("Nobody has connected this person yet.")));
        if (grant.state() == Grant.State.DEAD) {
            throw new UpstreamException(new Unauthorised("Fitbit no longer accepts the connection."));
        }
        return grant;
    }

    private byte[] body(Person person, FitbitApi api, Function<FitbitApi, Response> call) throws UpstreamException {
        try (Response response = call.apply(api)) {
            Instant now = clock.instant();
            CallBudget budget = FitbitRateLimit.budget(response.getStatus(), response::getHeaderString, now);
            if (budget != null) {
                budgets.told(person, settings.upstream(), budget);
            }
            byte[] body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
            UpstreamFailure failure =
                    new FitbitReply(response.getStatus(), response::getHeaderString, body).failure(now);
            if (failure != null) {
                throw new UpstreamException(failure);
            }
            return body;
        } catch (ProcessingException | IllegalStateException e) {
            // The cause's own message may hold an address with a query; its class says enough.
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UpstreamException(
                    new Unavailable(
                            "Fitbit could not be reached, or did not answer within "
                                    + proxy.upstreamTimeout().toSeconds() + " seconds ("
                                    + cause.getClass().getSimpleName() + ").",
                            null),
                    e);
        }
    }

    private FitbitApi api(Grant grant) {
        return connected.compute(
                        grant.person(),
                        (person, known) -> known != null && known.grant.equals(grant) ? known : connect(grant))
                .api;
    }

    private Connected connect(Grant grant) {
        RequestSigner signer = oauth1.signer(grant.client(), (TokenCredentials) grant.credentials());
        ClientRequestFilter sign = request -> request.getHeaders()
                .putSingle(HttpHeaders.AUTHORIZATION, signer.authorization(request.getMethod(), request.getUri()));
        FitbitApi api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(config.url())
                .connectTimeout(proxy.upstreamTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(proxy.upstreamTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .userAgent("fitbit-proxy")
                .property("microprofile.rest.client.disable.default.mapper", true)
                .register(sign)
                .build(FitbitApi.class);
        return new Connected(grant, api);
    }
}
