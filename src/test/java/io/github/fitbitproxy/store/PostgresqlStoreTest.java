package io.github.fitbitproxy.store;

import static io.github.fitbitproxy.store.Days.MARCH_10;
import static io.github.fitbitproxy.store.Days.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.day.DayStore;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresqlStoreTest.Server.class)
class PostgresqlStoreTest {

    @Inject
    DayStore days;

    @Inject
    Database database;

    @Inject
    ProxyConfig config;

    @Test
    void keepsDaysInPostgresql() {
        days.save(Days.day(MARCH_10, NOON, "kept"));

        assertThat(days.find(Days.key(MARCH_10))).isPresent();
        assertThat(database.dialect()).isEqualTo(Dialect.POSTGRESQL);
        assertThat(database.first("SELECT count(*) FROM raw_day", row -> row.getInt(1)))
                .contains(1);
        assertThat(database.first("SHOW application_name", row -> row.getString(1)))
                .contains("fitbit-proxy");
        assertThat(Files.exists(config.dataDir().resolve("fitbit-proxy.db"))).isFalse();
    }

    @Test
    void findsAServerThatCameBack() {
        days.save(Days.day(MARCH_10, NOON, "kept"));
        String url = "jdbc:postgresql://localhost:"
                + database.first("SHOW port", row -> row.getString(1)).orElseThrow() + "/postgres";
        try (TestDatabase other = TestDatabase.postgresql(url)) {
            other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name = 'fitbit-proxy' AND pid <> pg_backend_pid()");
        }

        assertThat(days.find(Days.key(MARCH_10))).isPresent();
    }

    public static class Server implements QuarkusTestResourceLifecycleManager {

        private @Nullable EmbeddedPostgres server;

        @Override
        public Map<String, String> start() {
            try {
                server = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of(
                    "store.url", "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
                    "store.username", "postgres",
                    "store.password", "any$$${thing}");
        }

        @Override
        public void stop() {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
