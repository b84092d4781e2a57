package io.github.fitbitproxy.upstream.googlehealth;

import io.github.fitbitproxy.budget.Pace;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.Cloud;
import io.github.fitbitproxy.upstream.GrantedCalls;
import io.github.fitbitproxy.upstream.Pauses;
import io.github.fitbitproxy.upstream.Reply;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes calls to the Google Health API for a person, no faster than it allows. */
@ApplicationScoped
class GoogleHealthClient implements Cloud<GoogleHealthApi> {

    /** An app that Google has not verified gets 2.5 calls a second per person; a day of activity takes 14. */
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private static final int BURST = 20;
    private static final long RETRY_PAUSE_MILLIS = 250;

    private final GoogleHealthConfig config;
    private final GoogleHealthSettings settings;
    private final GrantedCalls calls;
    private final Pauses pauses;
    private final RandomGenerator random;
    private final ConcurrentMap<Person, Pace> paces = new ConcurrentHashMap<>();

    GoogleHealthClient(
            GoogleHealthConfig config,
            GoogleHealthSettings settings,
            GrantedCalls calls,
            Pauses pauses,
            RandomGenerator random) {
        this.config = config;
        this.settings = settings;
        this.calls = calls;
        this.pauses = pauses;
        this.random = random;
    }

    /**
     * Makes one call, blocking, and gives the body of a successful reply. Should the cloud answer that it has trouble of its
     * own, the call is made once more; longer trouble is for those to wait out who guard the calls.
     */
    byte[] call(Person person, Function<GoogleHealthApi, Response> call) throws UpstreamException {
        return call(person, call, GoogleHealthClient::isTrouble);
    }

    /** Does the same, but asks no page again that took the cloud too long: smaller ones may do. */
    byte[] page(Person person, Function<GoogleHealthApi, Response> call) throws UpstreamException {
        return call(person, call, e -> isTrouble(e) && !e.failure().equals(GoogleHealthReply.TOO_SLOW));
    }

    /** Whether data of that type may be asked for: they may unless the person's consent is known to leave them out. */
    boolean mayAsk(Person person, DataType type) {
        String scope = GoogleHealthSettings.scope(type.scope());
        return calls.mayAsk(person, upstream(), scope + GoogleHealthSettings.READ_ONLY)
                || calls.mayAsk(person, upstream(), scope);
    }

    private byte[] call(
            Person person, Function<GoogleHealthApi, Response> call, Predicate<UpstreamException> repeatable) {
        try {
            return paced(person, call);
        } catch (UpstreamException e) {
            if (!repeatable.test(e)) {
                throw e;
            }
        }
        pauses.pause(Duration.ofMillis(RETRY_PAUSE_MILLIS + random.nextLong(RETRY_PAUSE_MILLIS)));
        return paced(person, call);
    }

    private byte[] paced(Person person, Function<GoogleHealthApi, Response> call) {
        pauses.pause(paces.computeIfAbsent(person, first -> new Pace(INTERVAL, BURST, System::nanoTime))
                .book());
        return calls.call(this, person, call);
    }

    /**
     * Whether it answered that it has trouble of its own, without a word of when to come back. One that does not answer has
     * cost time enough.
     */
    static boolean isTrouble(UpstreamException e) {
        return e.failure() instanceof Unavailable trouble && trouble.retryAt() == null && e.getCause() == null;
    }

    @Override
    public String upstream() {
        return settings.upstream();
    }

    @Override
    public String title() {
        return "Google Health";
    }

    @Override
    public URI url() {
        return config.url();
    }

    @Override
    public Class<GoogleHealthApi> api() {
        return GoogleHealthApi.class;
    }

    @Override
    public @Nullable UpstreamFailure failure(Reply reply, Instant now) {
        return new GoogleHealthReply(reply).failure(now);
    }
}
