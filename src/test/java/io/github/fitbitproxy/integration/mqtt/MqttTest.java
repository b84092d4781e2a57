package io.github.fitbitproxy.integration.mqtt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fitbitproxy.support.EmbeddedBroker;
import io.github.fitbitproxy.support.FreePort;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.github.fitbitproxy.support.Subscriber;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mqtt.MqttClientOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The whole way from the cloud to a real broker that asks for a password. */
@QuarkusTest
@TestProfile(MqttTest.WithBroker.class)
@WithTestResource(SimulatedCloud.class)
class MqttTest {

    public static class WithBroker implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mqtt.url", "mqtt://127.0.0.1:" + FreePort.find(),
                    "mqtt.username", "fitbit",
                    "mqtt.password", "broker-password");
        }
    }

    @Inject
    Broadcasts broadcasts;

    @Inject
    MovableClock clock;

    @ConfigProperty(name = "mqtt.url")
    String url;

    private int port() {
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
    }

    private Subscriber subscriber() {
        return new Subscriber(
                port(), new MqttClientOptions().setUsername("fitbit").setPassword("broker-password"));
    }

    @Test
    void survivesABrokerThatComesLateAndComesAgain() throws Exception {
        broadcasts.tick();
        given().get("/q/health/ready").then().statusCode(200);
        String told = given().get("/sleep/today").asString();

        try (EmbeddedBroker broker = EmbeddedBroker.guarded(port())) {
            clock.advance(Duration.ofSeconds(1));
            broadcasts.tick();
            try (Subscriber early = subscriber()) {
                assertThat(early.heard()).doesNotContainKey("fitbit-proxy/availability");
            }
            clock.advance(Duration.ofSeconds(10));
            hearsEverything(told);
        }
        clock.advance(Duration.ofSeconds(10));
        broadcasts.tick();

        try (EmbeddedBroker again = EmbeddedBroker.guarded(port())) {
            clock.advance(Duration.ofSeconds(20));
            hearsEverything(told);
        }
    }

    private void hearsEverything(String told) throws Exception {
        try (Subscriber subscriber = subscriber()) {
            await().untilAsserted(() -> {
                broadcasts.tick();
                assertThat(subscriber.heard())
                        .containsEntry("fitbit-proxy/availability", "online")
                        .containsEntry("fitbit-proxy/me/sleep", told);
            });
            String sensor = subscriber.heard().get("homeassistant/sensor/fitbit_proxy_me/sleep_asleep/config");
            assertThat(new ObjectMapper().readTree(sensor).get("state_topic").asText())
                    .isEqualTo("fitbit-proxy/me/sleep");
        }
        // Who comes later hears the same: the messages are retained.
        try (Subscriber late = subscriber()) {
            await().untilAsserted(() -> assertThat(late.heard())
                    .containsEntry("fitbit-proxy/availability", "online")
                    .containsEntry("fitbit-proxy/me/sleep", told));
        }
    }
}
