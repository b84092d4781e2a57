package io.github.fitbitproxy.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How one simulator is set up.
 *
 * @param port 0 for any free one
 * @param seed other seeds give other days
 * @param clientId the one registered app
 * @param timeZone of a replayed wearer without a recorded profile
 * @param replay a folder of recorded replies to answer from, or null to invent
 * @param callsPerHour the rate limit of the Fitbit Web API per wearer
 * @param callsPerMinute the quota of the Google Health API per wearer
 * @param accessTokenLifetime of OAuth 2.0, or null for each vendor's own
 */
public record SimulatorSettings(
        String host,
        int port,
        long seed,
        String clientId,
        String clientSecret,
        ZoneId timeZone,
        @Nullable Path replay,
        int callsPerHour,
        int callsPerMinute,
        @Nullable Duration accessTokenLifetime) {

    /** Loopback, any free port, the well-known demo credentials. */
    public static SimulatorSettings onFreePort() {
        return new SimulatorSettings(
                "127.0.0.1", 0, 1, "demo-client", "demo-secret", ZoneId.of("Europe/Berlin"), null, 150, 300, null);
    }

    public SimulatorSettings withPort(int other) {
        return new SimulatorSettings(
                host,
                other,
                seed,
                clientId,
                clientSecret,
                timeZone,
                replay,
                callsPerHour,
                callsPerMinute,
                accessTokenLifetime);
    }

    public SimulatorSettings withSeed(long other) {
        return new SimulatorSettings(
                host,
                port,
                other,
                clientId,
                clientSecret,
                timeZone,
                replay,
                callsPerHour,
                callsPerMinute,
                accessTokenLifetime);
    }

    public SimulatorSettings withReplay(Path folder) {
        return new SimulatorSettings(
                host,
                port,
                seed,
                clientId,
                clientSecret,
                timeZone,
                folder,
                callsPerHour,
                callsPerMinute,
                accessTokenLifetime);
    }

    public SimulatorSettings withCallsPerHour(int calls) {
        return new SimulatorSettings(
                host, port, seed, clientId, clientSecret, timeZone, replay, calls, callsPerMinute, accessTokenLifetime);
    }

    public SimulatorSettings withCallsPerMinute(int calls) {
        return new SimulatorSettings(
                host, port, seed, clientId, clientSecret, timeZone, replay, callsPerHour, calls, accessTokenLifetime);
    }

    public SimulatorSettings withAccessTokenLifetime(Duration lifetime) {
        return new SimulatorSettings(
                host, port, seed, clientId, clientSecret, timeZone, replay, callsPerHour, callsPerMinute, lifetime);
    }

    @Override
    public String toString() {
        return "SimulatorSettings[" + host + ":" + port + ", seed " + seed + "]";
    }
}
