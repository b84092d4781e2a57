package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.oauth.VaultException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/**
 * Announces ahead that a consent ends: shows {@code fitbit_proxy_grant_alive} and {@code fitbit_proxy_grant_expires_seconds},
 * and says once a day in the log who has to connect again.
 */
@ApplicationScoped
class ConsentWatch {

    private static final Logger LOG = Logger.getLogger(ConsentWatch.class);
    private static final Duration WARN_EVERY = Duration.ofDays(1);

    private final Grants grants;
    private final Consents consents;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<Shown, Grant> latest = new ConcurrentHashMap<>();
    private final Set<Shown> shown = new HashSet<>();
    private final Map<Person, Instant> warned = new HashMap<>();

    ConsentWatch(Grants grants, Consents consents, MeterRegistry registry, Clock clock) {
        this.grants = grants;
        this.consents = consents;
        this.registry = registry;
        this.clock = clock;
    }

    private record Shown(Person person, String upstream) {}

    @Scheduled(
            identity = "consents",
            every = "60s",
            // A start that fails is over by then, and its last word is a sentence.
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    synchronized void tick() {
        List<Grant> all;
        try {
            all = grants.all();
        } catch (UncheckedIOException | VaultException e) {
            LOG.debugf("It cannot be told how long consents last. %s", e.getMessage());
            return;
        }
        Map<Shown, Grant> now = new HashMap<>();
        for (Grant grant : all) {
            now.put(new Shown(grant.person(), grant.upstream()), grant);
            warn(grant);
        }
        latest.putAll(now);
        latest.keySet().retainAll(now.keySet());
        now.keySet().stream().filter(shown::add).forEach(this::show);
    }

    private void warn(Grant grant) {
        boolean dead = grant.state() == Grant.State.DEAD;
        if (!dead && !consents.endsSoon(grant)) {
            warned.remove(grant.person());
            return;
        }
        Instant now = clock.instant();
        Instant last = warned.get(grant.person());
        // One that lies ahead was set by a clock that was wrong.
        if (last != null && !now.isBefore(last) && now.isBefore(last.plus(WARN_EVERY))) {
            return;
        }
        warned.put(grant.person(), now);
        if (dead) {
            LOG.warnf("%s has to connect to %s again: the consent has ended.", grant.person(), grant.upstream());
        } else {
            LOG.warnf(
                    "%s has to connect to %s again by %s: the consent ends then.",
                    grant.person(), grant.upstream(), grant.expiresAt());
        }
    }

    private void show(Shown whose) {
        gauge(
                whose,
                "fitbit.proxy.grant.alive",
                "1 if the provider accepts the connection, 0 if the person has to connect again",
                grant -> grant.state() == Grant.State.ALIVE ? 1 : 0);
        gauge(
                whose,
                "fitbit.proxy.grant.expires.seconds",
                "Until the consent ends by itself; not a number if it does not",
                this::secondsLeft);
    }

    private double secondsLeft(Grant grant) {
        Instant endsAt = grant.expiresAt();
        return endsAt == null
                ? Double.NaN
                : Duration.between(clock.instant(), endsAt).toSeconds();
    }

    private void gauge(Shown whose, String name, String description, ToDoubleFunction<Grant> figure) {
        Gauge.builder(name, () -> {
                    Grant grant = latest.get(whose);
                    return grant == null ? Double.NaN : figure.applyAsDouble(grant);
                })
                .description(description)
                .tag("upstream", whose.upstream)
                .tag("person", whose.person.name())
                .strongReference(true)
                .register(registry);
    }
}
