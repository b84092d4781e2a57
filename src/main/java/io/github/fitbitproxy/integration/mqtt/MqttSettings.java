package io.github.fitbitproxy.integration.mqtt;

import io.github.fitbitproxy.config.Secret;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mqtt.MqttClientOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings, read and checked once: what makes no sense stops the start and is named. */
@Startup
@Singleton
class MqttSettings {

    private static final int PORT = 1883;
    private static final int TLS_PORT = 8883;

    /** Levels of a topic name; wildcards and the broker's own {@code $} topics are not for publishing (MQTT 3.1.1 §4.7). */
    private static final Pattern PREFIX = Pattern.compile("[^$#+/\\s][^#+\\s]*(?<!/)");

    /** Where the broker is. */
    record Broker(String host, int port, boolean tls) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    private final MqttConfig config;
    private final Optional<Broker> broker;
    private final Optional<String> password;

    MqttSettings(MqttConfig config) {
        this.config = config;
        this.broker =
                config.url().map(String::strip).filter(url -> !url.isEmpty()).map(MqttSettings::broker);
        this.password = Secret.read("mqtt.password", config.password(), config.passwordFile());
        if (broker.isEmpty() && config.username().isPresent()) {
            throw new ConfigurationException("mqtt.username is set, but mqtt.url is not.", Set.of("mqtt.url"));
        }
        if (password.isPresent() && config.username().isEmpty()) {
            throw new ConfigurationException(
                    "mqtt.password is set, but mqtt.username is not.", Set.of("mqtt.username"));
        }
        if (config.caFile().isPresent() && !Files.isReadable(config.caFile().get())) {
            throw new ConfigurationException(
                    "mqtt.ca-file names the file " + config.caFile().get() + ", which cannot be read.",
                    Set.of("mqtt.ca-file"));
        }
        check("mqtt.topic-prefix", config.topicPrefix());
        check("mqtt.discovery-prefix", config.discoveryPrefix());
        if (config.expireAfter().compareTo(Duration.ofMinutes(1)) < 0) {
            throw new ConfigurationException(
                    "mqtt.expire-after is shorter than a minute.", Set.of("mqtt.expire-after"));
        }
    }

    /** Where to publish; empty if nothing is to be published. */
    Optional<Broker> broker() {
        return broker;
    }

    String topicPrefix() {
        return config.topicPrefix();
    }

    String discoveryPrefix() {
        return config.discoveryPrefix();
    }

    Duration expireAfter() {
        return config.expireAfter();
    }

    /**
     * How to connect.
     *
     * @param clientId unique among the broker's clients
     * @param willTopic where the broker says {@code offline} when we are lost without a word
     */
    MqttClientOptions options(String clientId, String willTopic) {
        MqttClientOptions options = new MqttClientOptions()
                .setClientId(clientId)
                .setWillFlag(true)
                .setWillTopic(willTopic)
                .setWillMessage(HomeAssistant.OFFLINE)
                .setWillQoS(1)
                .setWillRetain(true);
        config.username().ifPresent(options::setUsername);
        password.ifPresent(options::setPassword);
        if (broker.map(Broker::tls).orElse(false)) {
            options.setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
            config.caFile()
                    .ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        }
        return options;
    }

    private static Broker broker(String url) {
        URI uri = parse(url);
        boolean tls = uri != null && "mqtts".equals(uri.getScheme());
        if (uri == null
                || uri.getHost() == null
                || uri.getUserInfo() != null
                || !(tls || "mqtt".equals(uri.getScheme()))
                || !(uri.getPath().isEmpty() || uri.getPath().equals("/"))) {
            throw new ConfigurationException(
                    "mqtt.url is not like mqtt://host:1883 or mqtts://host:8883. The name and the password have settings"
                            + " of their own.",
                    Set.of("mqtt.url"));
        }
        int port = uri.getPort() == -1 ? (tls ? TLS_PORT : PORT) : uri.getPort();
        return new Broker(uri.getHost(), port, tls);
    }

    private static @Nullable URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static void check(String key, String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new ConfigurationException(
                    key + " is no beginning of a topic. Take words joined by /, without + and #.", Set.of(key));
        }
    }
}
