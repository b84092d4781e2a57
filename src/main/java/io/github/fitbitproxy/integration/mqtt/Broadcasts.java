package io.github.fitbitproxy.integration.mqtt;

import io.github.fitbitproxy.cache.LeaseStore;
import io.github.fitbitproxy.day.HeldLease;
import io.github.fitbitproxy.day.KnownDays;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Publishes by itself, if a broker is set; else there is no client. */
@ApplicationScoped
class Broadcasts {

    /** Longer than any round, so that the lease does not run out under the one who publishes. */
    private static final Duration LEASE_LENGTH = Duration.ofMinutes(3);

    private static final int CLIENT_ID_BYTES = 4;

    private final @Nullable Broadcast broadcast;

    Broadcasts(
            MqttSettings settings,
            KnownDays days,
            LeaseStore leases,
            Vertx vertx,
            Clock clock,
            RandomGenerator random,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        HomeAssistant homeAssistant =
                new HomeAssistant(settings.topicPrefix(), settings.discoveryPrefix(), settings.expireAfter(), version);
        this.broadcast = settings.broker()
                .map(broker -> new Broadcast(
                        days::today,
                        homeAssistant,
                        new BrokerConnection(
                                vertx,
                                broker,
                                settings.options(clientId(random), homeAssistant.availabilityTopic()),
                                clock,
                                random),
                        new HeldLease(leases, "mqtt", LEASE_LENGTH)))
                .orElse(null);
    }

    @Scheduled(
            identity = "mqtt",
            every = "10s",
            // A start that fails is over by then, and its last word is a sentence.
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void tick() {
        if (broadcast != null) {
            broadcast.tick();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (broadcast != null) {
            broadcast.stop();
        }
    }

    private static String clientId(RandomGenerator random) {
        byte[] bytes = new byte[CLIENT_ID_BYTES];
        random.nextBytes(bytes);
        return "fitbit-proxy-" + HexFormat.of().formatHex(bytes);
    }
}
