package io.github.fitbitproxy.simulator;

import java.nio.file.Path;
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
 * @param callsPerHour the rate limit per wearer
 */
public record SimulatorSettings(
        String host,
        int port,
        long seed,
        String clientId,
        String clientSecret,
        ZoneId timeZone,
        @Nullable Path replay,
        int callsPerHour) {

    /** Loopback, any free port, the well-known demo credentials. */
    public static SimulatorSettings onFreePort() {
        return new SimulatorSettings(
                "127.0.0.1", 0, 1, "demo-client", "demo-secret", ZoneId.of("Europe/Berlin"), null, 150);
    }

    public SimulatorSettings withPort(int other) {
        return new SimulatorSettings(host, other, seed, clientId, clientSecret, timeZone, replay, callsPerHour);
    }

    public SimulatorSettings withSeed(long other) {
        return new SimulatorSettings(host, port, other, clientId, clientSecret, timeZone, replay, callsPerHour);
    }

    public SimulatorSettings withReplay(Path folder) {
        return new SimulatorSettings(host, port, seed, clientId, clientSecret, timeZone, folder, callsPerHour);
    }

    public SimulatorSettings withCallsPerHour(int calls) {
        return new SimulatorSettings(host, port, seed, clientId, clientSecret, timeZone, replay, calls);
    }

    @Override
    public String toString() {
        return "SimulatorSettings[" + host + ":" + port + ", seed " + seed + "]";
    }
}
