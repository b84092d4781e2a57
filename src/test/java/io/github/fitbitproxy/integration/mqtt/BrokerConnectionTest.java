package io.github.fitbitproxy.integration.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.fitbitproxy.integration.mqtt.MqttSettings.Broker;
import io.github.fitbitproxy.support.EmbeddedBroker;
import io.github.fitbitproxy.support.FreePort;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.Subscriber;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mqtt.MqttClientOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over real sockets: TLS with a certificate of one's own, trying again, wrong passwords. */
class BrokerConnectionTest {

    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    private final Vertx vertx = Vertx.vertx();
    private final MovableClock clock = new MovableClock("2026-11-21T09:00:00Z");
    private final int port = FreePort.find();

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private BrokerConnection connection(Map<String, String> settings) {
        MqttSettings read = new MqttSettings(new SmallRyeConfigBuilder()
                .withMapping(MqttConfig.class)
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(MqttConfig.class));
        Broker broker = read.broker().orElseThrow();
        return new BrokerConnection(
                vertx, broker, read.options("test", "fitbit-proxy/availability"), clock, new Random(1));
    }

    private Path keytool(String... arguments) throws IOException, InterruptedException {
        Path store = folder.resolve("broker.p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", "changeit", "-alias", "broker"));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        return store;
    }

    private Path keyStore() throws IOException, InterruptedException {
        return keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-validity",
                "3650");
    }

    private Path certificate() throws IOException, InterruptedException {
        Path certificate = folder.resolve("broker.pem");
        keytool("-exportcert", "-rfc", "-file", certificate.toString());
        return certificate;
    }

    @Test
    void speaksTlsWithABrokerWhoseCertificateItIsToldToTrust() throws Exception {
        Path keyStore = keyStore();
        Path certificate = certificate();
        try (EmbeddedBroker broker = EmbeddedBroker.withTls(port, keyStore);
                BrokerConnection connection = connection(
                        Map.of("mqtt.url", "mqtts://localhost:" + port, "mqtt.ca-file", certificate.toString()))) {
            assertThat(connection.connection()).isEqualTo(1);
            connection.publish("a/topic", HELLO);
            MqttClientOptions tls = new MqttClientOptions()
                    .setSsl(true)
                    .setTrustOptions(new PemTrustOptions().addCertPath(certificate.toString()));
            try (Subscriber subscriber = new Subscriber(port, tls.setHostnameVerificationAlgorithm(""))) {
                await().untilAsserted(() -> assertThat(subscriber.heard()).containsEntry("a/topic", "hello"));
            }
        }
    }

    @Test
    void trustsNoOtherCertificateAndNoOtherName() throws Exception {
        Path keyStore = keyStore();
        Path certificate = certificate();
        try (EmbeddedBroker broker = EmbeddedBroker.withTls(port, keyStore);
                BrokerConnection untrusted = connection(Map.of("mqtt.url", "mqtts://localhost:" + port));
                BrokerConnection otherName = connection(
                        Map.of("mqtt.url", "mqtts://127.0.0.1:" + port, "mqtt.ca-file", certificate.toString()))) {
            assertThat(untrusted.connection()).isZero();
            assertThat(otherName.connection()).isZero();
        }
    }

    @Test
    void isNotLetInWithAWrongPassword() {
        Map<String, String> settings = new HashMap<>(
                Map.of("mqtt.url", "mqtt://127.0.0.1:" + port, "mqtt.username", "fitbit", "mqtt.password", "wrong"));
        try (EmbeddedBroker broker = EmbeddedBroker.guarded(port);
                BrokerConnection wrong = connection(settings)) {
            assertThat(wrong.connection()).isZero();
            settings.put("mqtt.password", "broker-password");
            try (BrokerConnection right = connection(settings)) {
                assertThat(right.connection()).isEqualTo(1);
            }
        }
    }

    @Test
    void triesAgainEverMoreRarely() {
        BrokerConnection connection = connection(Map.of("mqtt.url", "mqtt://127.0.0.1:" + port));
        assertThat(connection.connection()).isZero();
        try (EmbeddedBroker broker = EmbeddedBroker.open(port)) {
            clock.advance(Duration.ofSeconds(4));
            assertThat(connection.connection()).isZero();
            clock.advance(Duration.ofSeconds(3));
            assertThat(connection.connection()).isEqualTo(1);
            assertThat(connection.connection()).isEqualTo(1);
        }
        await().until(() -> connection.connection() == 0);
        clock.advance(Duration.ofSeconds(7));
        assertThat(connection.connection()).isZero();
        try (EmbeddedBroker broker = EmbeddedBroker.open(port)) {
            clock.advance(Duration.ofSeconds(7));
            assertThat(connection.connection()).as("the second pause is longer").isZero();
            clock.advance(Duration.ofSeconds(7));
            assertThat(connection.connection()).isEqualTo(2);
        }
    }
}
