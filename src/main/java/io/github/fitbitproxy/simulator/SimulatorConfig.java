package io.github.fitbitproxy.simulator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** The simulator in the box; off unless asked for. */
@ConfigMapping(prefix = "simulator")
public interface SimulatorConfig {

    @WithDefault("false")
    boolean enabled();

    /** The address it listens on. */
    @WithDefault("127.0.0.1")
    String host();

    /** 0 for any free one. */
    @WithDefault("8090")
    int port();

    /** Other seeds give other days. */
    @WithDefault("1")
    long seed();

    @WithDefault("demo-client")
    String clientId();

    @WithDefault("demo-secret")
    String clientSecret();

    /** For replay, where no profile was recorded. */
    @WithDefault("Europe/Berlin")
    ZoneId timeZone();

    /** A folder of recorded replies to answer from, instead of inventing. */
    Optional<Path> replay();

    /** The rate limit of the Fitbit Web API per wearer. */
    @WithDefault("150")
    int callsPerHour();

    /** The quota of the Google Health API per wearer. */
    @WithDefault("300")
    int callsPerMinute();

    /** How long an access token of OAuth 2.0 lives; each vendor's own if not set. */
    Optional<Duration> accessTokenLifetime();

    default SimulatorSettings settings() {
        return new SimulatorSettings(
                host(),
                port(),
                seed(),
                clientId(),
                clientSecret(),
                timeZone(),
                replay().orElse(null),
                callsPerHour(),
                callsPerMinute(),
                accessTokenLifetime().orElse(null));
    }
}
