package io.github.fitbitproxy.support;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import io.moquette.broker.security.IAuthenticator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** A real MQTT broker on the loopback address, which forgets everything when it is closed. */
public final class EmbeddedBroker implements AutoCloseable {

    private final Server server = new Server();

    private EmbeddedBroker(Properties settings, boolean anonymous) {
        settings.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
        settings.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        settings.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        settings.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, String.valueOf(anonymous));
        IAuthenticator authenticator = (client, username, password) ->
                "fitbit".equals(username) && "broker-password".equals(new String(password, StandardCharsets.UTF_8));
        try {
            server.startServer(new MemoryConfig(settings), List.of(), null, anonymous ? null : authenticator, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets everybody in. */
    public static EmbeddedBroker open(int port) {
        return new EmbeddedBroker(port(port), true);
    }

    /** Lets {@code fitbit} in with {@code broker-password}. */
    public static EmbeddedBroker guarded(int port) {
        return new EmbeddedBroker(port(port), false);
    }

    /** Speaks TLS only, with the key {@code broker} of a PKCS #12 store whose password is {@code changeit}. */
    public static EmbeddedBroker withTls(int port, Path keyStore) {
        Properties settings = new Properties();
        settings.setProperty(IConfig.PORT_PROPERTY_NAME, String.valueOf(FreePort.find()));
        settings.setProperty(IConfig.SSL_PORT_PROPERTY_NAME, String.valueOf(port));
        settings.setProperty(IConfig.JKS_PATH_PROPERTY_NAME, keyStore.toString());
        settings.setProperty(IConfig.KEY_STORE_TYPE, "pkcs12");
        settings.setProperty(IConfig.KEY_STORE_PASSWORD_PROPERTY_NAME, "changeit");
        settings.setProperty(IConfig.KEY_MANAGER_PASSWORD_PROPERTY_NAME, "changeit");
        return new EmbeddedBroker(settings, true);
    }

    private static Properties port(int port) {
        Properties settings = new Properties();
        settings.setProperty(IConfig.PORT_PROPERTY_NAME, String.valueOf(port));
        return settings;
    }

    @Override
    public void close() {
        server.stopServer();
    }
}
