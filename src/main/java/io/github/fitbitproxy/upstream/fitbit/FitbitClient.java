package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.budget.CallBudget;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.Cloud;
import io.github.fitbitproxy.upstream.GrantedCalls;
import io.github.fitbitproxy.upstream.Reply;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes calls to the Fitbit Web API for a person. */
@ApplicationScoped
class FitbitClient implements Cloud<FitbitApi> {

    private final FitbitConfig config;
    private final FitbitSettings settings;
    private final GrantedCalls calls;

    FitbitClient(FitbitConfig config, FitbitSettings settings, GrantedCalls calls) {
        this.config = config;
        this.settings = settings;
        this.calls = calls;
    }

    /** Makes one call, blocking, and gives the body of a successful reply. */
    byte[] call(Person person, Function<FitbitApi, Response> call) throws UpstreamException {
        return calls.call(this, person, call);
    }

    /** Whether the person is connected with OAuth 2.0. */
    boolean usesOAuth2(Person person) {
        return calls.usesOAuth2(person, upstream());
    }

    /** Whether data of that scope may be asked for: they may unless the person's consent is known to leave it out. */
    boolean mayAsk(Person person, String scope) {
        return calls.mayAsk(person, upstream(), scope);
    }

    @Override
    public String upstream() {
        return settings.upstream();
    }

    @Override
    public String title() {
        return "Fitbit";
    }

    @Override
    public URI url() {
        return config.url();
    }

    @Override
    public Class<FitbitApi> api() {
        return FitbitApi.class;
    }

    @Override
    public @Nullable UpstreamFailure failure(Reply reply, Instant now) {
        return new FitbitReply(reply).failure(now);
    }

    @Override
    public @Nullable CallBudget budget(Reply reply, Instant now) {
        return FitbitRateLimit.budget(reply.status(), reply.header(), now);
    }
}
