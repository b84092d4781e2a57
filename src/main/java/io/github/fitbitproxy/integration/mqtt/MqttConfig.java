package io.github.fitbitproxy.integration.mqtt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where sensors are published: {@code mqtt.*}. Without a URL nothing is. */
@ConfigMapping(prefix = "mqtt")
public interface MqttConfig {

    /** The broker: {@code mqtt://host}, or {@code mqtts://host} for TLS. */
    Optional<String> url();

    Optional<String> username();

    Optional<String> password();

    /** A file that holds the password. */
    Optional<Path> passwordFile();

    /** Certificates (PEM) that are trusted instead of the usual ones, for a broker with one of its own. */
    Optional<Path> caFile();

    /** What the topics of our own begin with. */
    @WithDefault("fitbit-proxy")
    String topicPrefix();

    /** What Home Assistant's discovery topics begin with. */
    @WithDefault("homeassistant")
    String discoveryPrefix();

    /** How long Home Assistant believes a figure without hearing it again. */
    @WithDefault("2H")
    Duration expireAfter();
}
