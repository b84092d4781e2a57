package io.github.fitbitproxy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreSettingsTest {

    private static final String SQLITE_ACTIVE = "quarkus.datasource.sqlite.active";
    private static final String POSTGRESQL_ACTIVE = "quarkus.datasource.postgresql.active";
    private static final String POSTGRESQL_PASSWORD = "quarkus.datasource.postgresql.password";

    @TempDir
    Path directory;

    @Test
    void choosesTheSqliteFileWhenNothingIsSaid() {
        SmallRyeConfig config = config(Map.of());

        assertThat(config.getValue(SQLITE_ACTIVE, Boolean.class)).isTrue();
        assertThat(config.getValue(POSTGRESQL_ACTIVE, Boolean.class)).isFalse();
        assertThat(config.getValue("quarkus.datasource.sqlite.jdbc.url", String.class))
                .isEqualTo("jdbc:sqlite:" + Path.of("data/fitbit-proxy.db").toAbsolutePath());
        assertThat(StoreSettings.of(config.getConfigMapping(StoreConfig.class))).isEqualTo(StoreSettings.SQLITE);
    }

    @Test
    void keepsTheSqliteFileInTheDataDirectory() {
        assertThat(config(Map.of("proxy.data-dir", "/var/lib/$fitbit/../data"))
                        .getValue("quarkus.datasource.sqlite.jdbc.url", String.class))
                .isEqualTo("jdbc:sqlite:/var/lib/data/fitbit-proxy.db");
    }

    @Test
    void choosesPostgresqlWhenAUrlIsSet() throws IOException {
        String odd = "a$$b${c}\\d$";
        Path file = Files.writeString(directory.resolve("password"), odd + "\n");
        SmallRyeConfig config = config(Map.of(
                "store.url", "jdbc:postgresql://db.local/fitbit?sslmode=require",
                "store.username", "fitbit",
                "store.password-file", file.toString()));

        assertThat(config.getValue(SQLITE_ACTIVE, Boolean.class)).isFalse();
        assertThat(config.getValue(POSTGRESQL_ACTIVE, Boolean.class)).isTrue();
        assertThat(config.getValue("quarkus.datasource.postgresql.jdbc.url", String.class))
                .isEqualTo("jdbc:postgresql://db.local/fitbit?sslmode=require");
        assertThat(config.getValue("quarkus.datasource.postgresql.username", String.class))
                .isEqualTo("fitbit");
        assertThat(config.getValue(POSTGRESQL_PASSWORD, String.class)).isEqualTo(odd);
        StoreSettings settings = StoreSettings.of(config.getConfigMapping(StoreConfig.class));
        assertThat(settings.password()).isEqualTo(odd);
        assertThat(settings).hasToString("jdbc:postgresql://db.local/fitbit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "store.url=postgres://db/fitbit?password=s3cret                  | store.url must begin with",
                "store.url=jdbc:mysql://db/fitbit                                | store.url must begin with",
                "store.url=jdbc:postgresql://db/fitbit?password=s3cret           | store.url must not hold",
                "store.url=jdbc:postgresql://db/fitbit?ssl=true&user=s3cret      | store.url must not hold",
                "store.url=jdbc:postgresql://me:s3cret@db/fitbit                 | store.url must not hold",
                "store.url=jdbc:postgresql://db:port/fitbit                      | store.url cannot be read",
                "store.username=fitbit                                           | store.username is set, but store.url",
                "store.password=s3cret                                           | store.password",
                "store.url=jdbc:postgresql://db/f store.password=s3cret          | store.username is not",
                "store.url=jdbc:postgresql://db/f store.password=s3cret store.password-file=x | store.password-file",
                "store.url=jdbc:postgresql://db/f store.password-file=/not/there | store.password-file",
                "store.password-file=/not/there                                  | store.password-file",
            })
    void refusesNonsenseWithTheKeysName(String given, String message) {
        Map<String, String> keys = new HashMap<>();
        for (String setting : given.split(" ")) {
            keys.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        SmallRyeConfig config = config(keys);

        assertThatThrownBy(() -> StoreSettings.of(config.getConfigMapping(StoreConfig.class)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("s3cret");
        assertThat(config.getValue(SQLITE_ACTIVE, Boolean.class))
                .as("one datasource is active, so that the start gets as far as the message")
                .isTrue();
    }

    private static SmallRyeConfig config(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(keys, "test", 250))
                .withSources(new StoreConfigSourceFactory())
                .withMapping(StoreConfig.class)
                .withValidateUnknown(false)
                .build();
    }
}
