package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.GrantedScopes;
import io.github.fitbitproxy.oauth.Grants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long people's consents last, and what they cover. Blocks. */
@ApplicationScoped
public class Consents {

    /** Time enough to find a browser. */
    static final Duration SOON = Duration.ofDays(2);

    private static final Consent NONE = new Consent(null, List.of());

    private final Grants grants;
    private final GrantedScopes scopes;
    private final Clock clock;

    Consents(Grants grants, GrantedScopes scopes, Clock clock) {
        this.grants = grants;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * What a person's consent comes to.
     *
     * @param endsAt when it ends by itself; {@code null} if it does not, or nobody said
     * @param missing short names of the kinds of data that it leaves out
     */
    public record Consent(@Nullable Instant endsAt, List<String> missing) {}

    /** The person's consent; one that says nothing if there is none. */
    public Consent of(Person person) {
        return grants.find(person)
                .map(grant -> new Consent(grant.expiresAt(), scopes.missing(grant)))
                .orElse(NONE);
    }

    /** Whether it ends within two days, or has ended. */
    public boolean endsSoon(Person person) {
        return grants.find(person).filter(this::endsSoon).isPresent();
    }

    boolean endsSoon(Grant grant) {
        Instant endsAt = grant.expiresAt();
        return endsAt != null && !clock.instant().plus(SOON).isBefore(endsAt);
    }
}
