package io.github.fitbitproxy.day;

import io.github.fitbitproxy.budget.Budgets;
import io.github.fitbitproxy.budget.Gates;
import io.github.fitbitproxy.budget.Gates.Closed;
import io.github.fitbitproxy.budget.Purpose;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import io.github.fitbitproxy.upstream.UpstreamFailure.RateLimited;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes calls to an upstream unless it is known to be failing or to have had enough of us. Blocks. */
@ApplicationScoped
public class GuardedCalls {

    private final Budgets budgets;
    private final Function<Person, Optional<Instant>> connectedAt;
    private final Gates<UpstreamFailure> gates;

    @Inject
    GuardedCalls(Budgets budgets, Grants grants, Clock clock, RandomGenerator random) {
        this(budgets, person -> grants.find(person).map(Grant::connectedAt), clock, random);
    }

    /** @param connectedAt when a person gave the consent that is used now */
    GuardedCalls(
            Budgets budgets, Function<Person, Optional<Instant>> connectedAt, Clock clock, RandomGenerator random) {
        this.budgets = budgets;
        this.connectedAt = connectedAt;
        this.gates = new Gates<>(clock, random);
    }

    /**
     * Makes a call for a person.
     *
     * @throws UpstreamException as the call does, or with the last failure while the upstream is left alone, or with
     *     {@link RateLimited} if no calls are left for this purpose
     */
    <T> T call(Person person, String upstream, Purpose purpose, Supplier<T> call) {
        requireBudget(person, upstream, purpose);
        // What somebody got into with a wrong account does not hold back who has connected anew.
        String gate = person + "/" + upstream + "/"
                + connectedAt.apply(person).map(Instant::toString).orElse("");
        Closed<UpstreamFailure> closed = gates.ask(gate);
        if (closed != null) {
            throw new UpstreamException(
                    closed.failure() instanceof RateLimited limited
                            ? new RateLimited(limited.reason(), closed.until())
                            : new Unavailable(closed.failure().reason(), closed.until()));
        }
        try {
            T result = call.get();
            gates.succeeded(gate);
            return result;
        } catch (UpstreamException e) {
            if (e.failure() instanceof RateLimited limited) {
                gates.failed(gate, limited, limited.retryAt());
            } else if (e.failure() instanceof Unavailable unavailable) {
                gates.failed(gate, unavailable, unavailable.retryAt());
            } else {
                // It answered, even if not with what was wanted.
                gates.succeeded(gate);
            }
            throw e;
        }
    }

    /** @throws UpstreamException with {@link RateLimited} if no calls are left for this purpose */
    void requireBudget(Person person, String upstream, Purpose purpose) {
        Instant heldUntil = budgets.heldUntil(person, upstream, purpose);
        if (heldUntil != null) {
            throw new UpstreamException(new RateLimited(
                    purpose == Purpose.INTERACTIVE
                            ? "All calls that the cloud allows for now are used up."
                            : "The calls that are left for now are kept for people.",
                    heldUntil));
        }
    }
}
