package io.github.fitbitproxy.store;

import static io.github.fitbitproxy.store.Days.MARCH_10;
import static io.github.fitbitproxy.store.Days.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.day.DayStore;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.file.Files;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SqliteStoreTest {

    @Inject
    DayStore days;

    @Inject
    Database database;

    @Inject
    ProxyConfig config;

    @Test
    void keepsDaysInTheDataDirectory() {
        days.save(Days.day(MARCH_10, NOON, "kept"));

        assertThat(days.find(Days.key(MARCH_10))).isPresent();
        assertThat(database.dialect()).isEqualTo(Dialect.SQLITE);
        assertThat(Files.exists(config.dataDir().resolve("fitbit-proxy.db"))).isTrue();
        assertThat(Files.exists(config.dataDir().resolve("fitbit-proxy.db-wal")))
                .isTrue();
    }

    @Test
    void usesTheSettingsOfTheDecision() {
        assertThat(database.first("PRAGMA journal_mode", row -> row.getString(1)))
                .contains("wal");
        assertThat(database.first("PRAGMA synchronous", row -> row.getInt(1))).contains(2);
        assertThat(database.first("PRAGMA busy_timeout", row -> row.getInt(1))).contains(5000);
        assertThat(database.first("PRAGMA secure_delete", row -> row.getInt(1))).contains(1);
        assertThat(database.first("PRAGMA journal_size_limit", row -> row.getInt(1)))
                .contains(16777216);
    }

    @Test
    void isHealthyWithOneDatabase() {
        RestAssured.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.data", Matchers.hasItem(Matchers.hasKey("sqlite")))
                .body("checks.data", Matchers.not(Matchers.hasItem(Matchers.hasKey("postgresql"))));
    }
}
