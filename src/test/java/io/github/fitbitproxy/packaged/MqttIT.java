package io.github.fitbitproxy.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.fitbitproxy.support.EmbeddedBroker;
import io.github.fitbitproxy.support.FreePort;
import io.github.fitbitproxy.support.PackagedService;
import io.github.fitbitproxy.support.Subscriber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a broker hears of the packaged service, to its sudden end. */
class MqttIT {

    private static final String AVAILABILITY = "fitbit-proxy/availability";

    @TempDir
    Path folder;

    private PackagedService start(int brokerPort) {
        return PackagedService.start(
                folder,
                Map.of(
                        "QUARKUS_PROFILE",
                        "demo",
                        "SIMULATOR_PORT",
                        String.valueOf(FreePort.find()),
                        "PROXY_DATA_DIR",
                        folder.resolve("data").toString(),
                        "MQTT_URL",
                        "mqtt://127.0.0.1:" + brokerPort));
    }

    @Test
    void isToldWhatIsKnownAndThatTheServiceIsGone() {
        int port = FreePort.find();
        try (EmbeddedBroker broker = EmbeddedBroker.open(port)) {
            PackagedService service = start(port);
            String night = service.get("/sleep/today").body();
            try (Subscriber subscriber = new Subscriber(port)) {
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(subscriber.heard())
                                .containsEntry(AVAILABILITY, "online")
                                .containsKey("homeassistant/sensor/fitbit_proxy_me/activities_steps/config")
                                .containsEntry("fitbit-proxy/me/sleep", night));
                service.kill();
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(subscriber.heard()).containsEntry(AVAILABILITY, "offline"));
            }

            service = start(port);
            try (Subscriber subscriber = new Subscriber(port)) {
                // What the broker kept from before says online, too: heard is who has published anew.
                await().atMost(Duration.ofMinutes(1)).until(service::log, log -> log.contains("Connected to the MQTT"));
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(subscriber.heard()).containsEntry(AVAILABILITY, "online"));
                service.close();
                await().untilAsserted(() -> assertThat(subscriber.heard()).containsEntry(AVAILABILITY, "offline"));
            }
        }
    }
}
