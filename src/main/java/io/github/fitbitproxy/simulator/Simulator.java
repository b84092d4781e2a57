package io.github.fitbitproxy.simulator;

import io.github.fitbitproxy.simulator.fault.CallCounts;
import io.github.fitbitproxy.simulator.fault.FaultSwitches;
import io.github.fitbitproxy.simulator.fitbit.FitbitApi;
import io.github.fitbitproxy.simulator.fitbit.RateLimit;
import io.github.fitbitproxy.simulator.oauth1.ClientCredentials;
import io.github.fitbitproxy.simulator.oauth1.OAuthProvider;
import io.github.fitbitproxy.simulator.oauth1.ResourceOwner;
import io.github.fitbitproxy.simulator.oauth1.TokenCredentials;
import io.github.fitbitproxy.simulator.oauth1.TokenIssuer;
import io.github.fitbitproxy.simulator.replay.ReplayFolder;
import io.github.fitbitproxy.simulator.wearer.PresetWearers;
import io.github.fitbitproxy.simulator.wearer.Wearer;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The Fitbit Web API with OAuth 1.0a, in this process but spoken to over HTTP. It checks every signature with code of its
 * own and tells invented days, or replays recorded ones.
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
        Supplier<String> randomText = randomText(new SecureRandom());
        TokenIssuer tokens =
                new TokenIssuer(settings.clientSecret() + " " + settings.seed(), presetTokens(), randomText);
        OAuthProvider oauth = new OAuthProvider(
                new ClientCredentials(settings.clientId(), settings.clientSecret()), tokens, owners(), randomText);
        FaultSwitches faults = new FaultSwitches();
        CallCounts calls = new CallCounts();
        Switchboard switchboard = new Switchboard(
                oauth,
                tokens,
                new RateLimit(settings.callsPerHour()),
                resources(settings),
                faults,
                calls,
                new ControlPanel(faults, calls));
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

    private static Switchboard.Resources resources(SimulatorSettings settings) {
        @Nullable Path folder = settings.replay();
        if (folder != null) {
            ReplayFolder replay = new ReplayFolder(folder, settings.timeZone());
            return (call, path, owner, now) -> replay.answer(path, now);
        }
        Map<String, WearerLife> livesByOwner = PresetWearers.ALL.stream()
                .map(wearer -> new WearerLife(settings.seed(), wearer))
                .collect(Collectors.toMap(life -> life.wearer().encodedId(), Function.identity()));
        FitbitApi fitbit = new FitbitApi();
        return (call, path, owner, now) -> {
            WearerLife life = livesByOwner.get(owner);
            return life == null ? FitbitApi.notFound() : fitbit.answer(call, path, life, now);
        };
    }

    private static List<TokenCredentials> presetTokens() {
        return PresetWearers.ALL.stream()
                .map(wearer -> new TokenCredentials(wearer.token(), wearer.tokenSecret(), wearer.encodedId()))
                .toList();
    }

    private static List<ResourceOwner> owners() {
        return PresetWearers.ALL.stream().map(Simulator::owner).toList();
    }

    private static ResourceOwner owner(Wearer wearer) {
        return new ResourceOwner(wearer.encodedId(), wearer.displayName(), wearer.description());
    }

    private static Supplier<String> randomText(SecureRandom random) {
        return () -> {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }

    private static String inAddress(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
