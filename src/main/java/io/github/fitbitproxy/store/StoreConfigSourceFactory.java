package io.github.fitbitproxy.store;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells Quarkus which of its two datasources to use, from {@code store.*} and {@code proxy.data-dir}. It never fails:
 * {@link StoreBeans} checks the same settings at a moment when a message can be read.
 */
public final class StoreConfigSourceFactory implements ConfigSourceFactory {

    /** Above application.properties (250), below the environment (300). */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> keys = new HashMap<>();
        StoreSettings settings = settings(context);
        String url = settings.url();
        keys.put("quarkus.datasource.postgresql.active", String.valueOf(url != null));
        keys.put("quarkus.datasource.sqlite.active", String.valueOf(url == null));
        if (url != null) {
            put(keys, "quarkus.datasource.postgresql.jdbc.url", url);
            put(keys, "quarkus.datasource.postgresql.username", settings.username());
            put(keys, "quarkus.datasource.postgresql.password", settings.password());
        } else {
            put(keys, "quarkus.datasource.sqlite.jdbc.url", SqliteFile.url(directory(context)));
        }
        return List.of(new PropertiesConfigSource(keys, "store settings", ORDINAL));
    }

    private static StoreSettings settings(ConfigSourceContext context) {
        try {
            return StoreSettings.of(new ContextConfig(context));
        } catch (ConfigurationException e) {
            return StoreSettings.SQLITE;
        }
    }

    private static Path directory(ConfigSourceContext context) {
        String value = context.getValue("proxy.data-dir").getValue();
        return Path.of(value == null ? "data" : value);
    }

    /** A dollar sign in a value means itself: it was expanded already where it was configured. */
    private static void put(Map<String, String> keys, String name, @Nullable String value) {
        if (value != null) {
            keys.put(name, value.replace("$", "\\$"));
        }
    }

    private record ContextConfig(ConfigSourceContext context) implements StoreConfig {

        @Override
        public Optional<String> url() {
            return value("store.url");
        }

        @Override
        public Optional<String> username() {
            return value("store.username");
        }

        @Override
        public Optional<String> password() {
            return value("store.password");
        }

        @Override
        public Optional<Path> passwordFile() {
            return value("store.password-file").map(Path::of);
        }

        private Optional<String> value(String key) {
            return Optional.ofNullable(context.getValue(key).getValue());
        }
    }
}
