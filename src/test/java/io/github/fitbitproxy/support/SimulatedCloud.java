package io.github.fitbitproxy.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** Lets the application under test run on its simulator, on a free port and in a folder of its own, connected as the first wearer. */
public class SimulatedCloud implements QuarkusTestResourceLifecycleManager {

    private final Map<String, String> extra = new HashMap<>();

    @Override
    public void init(Map<String, String> initArgs) {
        extra.putAll(initArgs);
    }

    @Override
    public Map<String, String> start() {
        String port = String.valueOf(FreePort.find());
        Map<String, String> settings = new HashMap<>(Map.of(
                "simulator.enabled", "true",
                "simulator.port", port,
                "simulator.client-id", "demo-client",
                "simulator.client-secret", "demo-secret",
                "fitbit.url", "http://127.0.0.1:" + port,
                "fitbit.authorize-url", "http://127.0.0.1:" + port,
                "fitbit.client-id", "demo-client",
                "fitbit.client-secret", "demo-secret"));
        settings.putAll(Map.of(
                "google-health.url", "http://127.0.0.1:" + port + "/google",
                "google-health.authorize-url", "http://127.0.0.1:" + port + "/google/o/oauth2/v2/auth",
                "google-health.token-url", "http://127.0.0.1:" + port + "/google/token"));
        settings.putAll(Map.of(
                "fitbit.token", "demo-token-1",
                "fitbit.token-secret", "demo-secret-1",
                // A busy machine is slow, not wrong.
                "proxy.upstream-timeout", "20S",
                "proxy.admin-token", "admin-token-of-the-tests",
                "proxy.data-dir", temporaryFolder()));
        // The simulator's own calls would use up the number of addresses that are told apart.
        settings.put(
                "quarkus.micrometer.binder.http-server.ignore-patterns",
                "/1/.*,/1.1/.*,/1.2/.*,/oauth/.*,/oauth2/.*,/google/.*,/_simulator.*");
        settings.putAll(extra);
        return settings;
    }

    @Override
    public void stop() {
        // The simulator ends with the application.
    }

    private static String temporaryFolder() {
        try {
            return Files.createTempDirectory("fitbit-proxy-test").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
