package io.github.fitbitproxy.simulator;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the simulator beside the application, from before its first answer to its end. */
@ApplicationScoped
class SimulatorStarter {

    private static final Logger LOG = Logger.getLogger(SimulatorStarter.class);

    private final SimulatorConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private @Nullable Simulator simulator;

    SimulatorStarter(SimulatorConfig config, Vertx vertx, Clock clock) {
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Early, because others may call it while they start. */
    void start(@Observes @Priority(1) StartupEvent event) {
        if (config.enabled()) {
            Simulator started = Simulator.start(vertx, config.settings(), clock);
            simulator = started;
            config.replay()
                    .ifPresentOrElse(
                            folder -> LOG.infof(
                                    "Simulator on %s: it replays recorded replies from %s.", started.url(), folder),
                            () -> LOG.infof(
                                    "Simulator on %s: its wearers and all their data are invented.", started.url()));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (simulator != null) {
            simulator.close();
        }
    }
}
