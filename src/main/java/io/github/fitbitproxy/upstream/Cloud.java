package io.github.fitbitproxy.upstream;

import io.github.fitbitproxy.budget.CallBudget;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one upstream is called and its replies are told from failures. Interprets no data.
 *
 * @param <A> the rest client interface; its methods give a {@link jakarta.ws.rs.core.Response}
 */
public interface Cloud<A> {

    /** The upstream's public name. */
    String upstream();

    /** What it is called in sentences: {@code Fitbit}, say. */
    String title();

    /** Where it is. */
    URI url();

    /** The rest client interface. */
    Class<A> api();

    /**
     * The failure that a reply tells, or {@code null} if it is a success. A refused grant is
     * {@link UpstreamFailure.Unauthorised}; whether another access token helps is then tried by the caller.
     */
    @Nullable
    UpstreamFailure failure(Reply reply, Instant now);

    /** What a reply of any status says is left of the call budget, or {@code null} if it does not say. */
    default @Nullable CallBudget budget(Reply reply, Instant now) {
        return null;
    }
}
