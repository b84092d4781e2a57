package io.github.fitbitproxy.api;

import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.day.Connection;
import io.github.fitbitproxy.day.Consents;
import io.github.fitbitproxy.day.DayStore;
import io.github.fitbitproxy.day.Member;
import io.github.fitbitproxy.day.Members;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.Sources;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jboss.logging.Logger;

/**
 * Tells in its data who has to be seen to. It stays up: a restart connects nobody, and what is stored is answered all the
 * same.
 */
@Wellness
@ApplicationScoped
class PeopleCheck implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(PeopleCheck.class);

    private static final String STALE = "stale";
    private static final String ENDS_SOON = "consent-ends-soon";
    private static final String STATUS = "status";

    private final Members members;
    private final Consents consents;
    private final Sources sources;
    private final DayStore days;
    private final Duration ceiling;
    private final Clock clock;

    PeopleCheck(Members members, Consents consents, Sources sources, DayStore days, ProxyConfig config, Clock clock) {
        this.members = members;
        this.consents = consents;
        this.sources = sources;
        this.days = days;
        this.ceiling = config.staleIfError();
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("people").up();
        try {
            boolean degraded = false;
            for (Member member : members.all()) {
                String word = word(member);
                degraded |= word.equals(STALE)
                        || word.equals(ENDS_SOON)
                        || word.equals(Connection.REAUTHORISATION_REQUIRED.toString());
                response.withData(member.person().name(), word);
            }
            return response.withData(STATUS, degraded ? "DEGRADED" : "GOOD").build();
        } catch (RuntimeException e) {
            LOG.debug("It cannot be told how everybody stands", e);
            return response.withData(STATUS, "DEGRADED").build();
        }
    }

    private String word(Member member) {
        if (member.connection() != Connection.CONNECTED) {
            return member.connection().toString();
        }
        if (isStale(member)) {
            return STALE;
        }
        return consents.endsSoon(member.person())
                ? ENDS_SOON
                : member.connection().toString();
    }

    /** Whether nothing new has come for so long that answers end. */
    private boolean isStale(Member member) {
        String upstream = member.upstream();
        if (upstream == null) {
            return false;
        }
        List<Instant> fetches = sources.all(upstream).stream()
                .map(source -> source.kind().name())
                .flatMap(kind -> days
                        .extent(member.person(), upstream, kind)
                        .flatMap(extent -> days.find(new DayKey(member.person(), upstream, kind, extent.newest())))
                        .stream())
                .map(RawDay::fetchedAt)
                .toList();
        Optional<Instant> last = fetches.stream().max(Comparator.naturalOrder());
        return last.isPresent() && last.get().plus(ceiling).isBefore(clock.instant());
    }
}
