package io.github.fitbitproxy.simulator;

import io.github.fitbitproxy.simulator.fault.CallCounts;
import io.github.fitbitproxy.simulator.fault.FaultSwitches;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Clock;

/**
 * The Fitbit Web API and the Google Health API, in this process but spoken to over HTTP. It checks every signature and token
 * with code of its own and tells invented days, the same on both, or replays recorded ones.
 */
public final class Simulator implements AutoCloseable {

    private final HttpServer server;
    private final URI url;
    private final FaultSwitches faults;
    private final CallCounts calls;

    private Simulator(HttpServer server, URI url, FaultSwitches faults, CallCounts calls) {
        this.server = server;
        this.url = url;
        this.faults = faults;
        this.calls = calls;
    }

    /**
     * Starts one and waits until it listens.
     *
     * @param clock tells what has happened already; tests hand in one that they can move
     * @throws IllegalStateException if it cannot listen there
     * @throws IllegalArgumentException if there is no such folder to replay
     */
    public static Simulator start(Vertx vertx, SimulatorSettings settings, Clock clock) {
        FaultSwitches faults = new FaultSwitches();
        CallCounts calls = new CallCounts();
        Clouds clouds = Clouds.of(settings);
        ControlPanel controls = new ControlPanel(faults, calls, clouds::forgive);
        Switchboard switchboard = new Switchboard(clouds.fitbit(), clouds.google(), faults, calls, controls);
        HttpServer server = HttpFront.listen(vertx, settings.host(), settings.port(), switchboard, clock);
        URI url = URI.create("http://" + inAddress(settings.host()) + ":" + server.actualPort());
        return new Simulator(server, url, faults, calls);
    }

    public int port() {
        return server.actualPort();
    }

    /** Scheme, host and port, without a slash at the end. */
    public URI url() {
        return url;
    }

    public FaultSwitches faults() {
        return faults;
    }

    public CallCounts calls() {
        return calls;
    }

    /** Closes every connection and waits until the port is free. */
    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private static String inAddress(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
