package io.github.fitbitproxy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.simulator.Simulator;
import io.github.fitbitproxy.simulator.SimulatorSettings;
import io.github.fitbitproxy.support.PackagedService;
import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of two replicas keeps recent days fresh, dies like in a power cut, and the other goes on. */
class TakeoverIT {

    @TempDir
    Path folder;

    @Test
    void goesOnRefreshingWhenTheOneThatDidIsKilled() throws IOException, SQLException {
        Vertx vertx = Vertx.vertx();
        Simulator cloud = Simulator.start(vertx, SimulatorSettings.onFreePort(), Clock.systemUTC());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> environment = Map.of(
                    "FITBIT_URL", cloud.url().toString(),
                    "FITBIT_CLIENT_ID", "demo-client",
                    "FITBIT_CLIENT_SECRET", "demo-secret",
                    "FITBIT_TOKEN", "demo-token-1",
                    "FITBIT_TOKEN_SECRET", "demo-secret-1",
                    "STORE_URL", postgres.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""),
                    "STORE_USERNAME", "postgres",
                    "STORE_PASSWORD", "postgres");
            PackagedService first = PackagedService.start(Files.createDirectory(folder.resolve("first")), environment);
            Awaitility.await("the first round")
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> cloud.calls().of("/1.2/") >= 2 && cloud.calls().of("/1/user/-/activities/") >= 2);
            String owner = owner(postgres);
            try (PackagedService second =
                    PackagedService.start(Files.createDirectory(folder.resolve("second")), environment)) {
                first.kill();
                int calls = cloud.calls().of("/1.2/");
                // The three minutes of the lease are over on the database's clock.
                update(postgres, "UPDATE lease SET expires_at = 0 WHERE name = 'refresher'");
                Awaitility.await("the other replica")
                        .atMost(Duration.ofSeconds(150))
                        .until(() -> !owner.equals(owner(postgres)));
                assertThat(cloud.calls().of("/1.2/") - calls)
                        .as("what the first one fetched is fresh for the other too")
                        .isLessThanOrEqualTo(1);
                assertThat(second.get("/sleep/today").headers().firstValue("Cache-Status"))
                        .hasValueSatisfying(status -> assertThat(status).contains("hit"));
            }
        } finally {
            cloud.close();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static String owner(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT owner FROM lease WHERE name = 'refresher'")) {
            return row.next() ? row.getString(1) : "nobody";
        }
    }

    private static void update(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
