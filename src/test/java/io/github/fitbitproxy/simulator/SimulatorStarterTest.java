package io.github.fitbitproxy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.MovableClock;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SimulatorStarterTest.Enabled.class)
class SimulatorStarterTest {

    @Inject
    EarlyCaller earlyCaller;

    @Test
    void listensBeforeOthersStart() {
        assertThat(earlyCaller.statusWhileStarting).isEqualTo(200);
    }

    /** Asks the simulator while the application still starts, as a refresher would. A bean in this test only. */
    @Alternative
    @Singleton
    static class EarlyCaller {

        int statusWhileStarting;

        @Produces
        Clock clock() {
            return new MovableClock("2026-11-21T09:20:00Z");
        }

        int start(@Observes StartupEvent event, SimulatorConfig config) throws IOException, InterruptedException {
            URI simulator = URI.create("http://127.0.0.1:" + config.port() + "/_simulator");
            statusWhileStarting = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(simulator).build(), BodyHandlers.discarding())
                    .statusCode();
            return statusWhileStarting;
        }
    }

    public static class Enabled implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("simulator.enabled", "true", "simulator.port", Integer.toString(freePort()));
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(EarlyCaller.class);
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException none) {
                throw new UncheckedIOException(none);
            }
        }
    }
}
