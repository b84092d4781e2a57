package io.github.fitbitproxy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.simulator.Simulator;
import io.github.fitbitproxy.simulator.SimulatorSettings;
import io.github.fitbitproxy.support.PackagedService;
import io.vertx.core.Vertx;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a power cut costs. */
class RestartIT {

    @TempDir
    Path folder;

    @Test
    void asksNothingAgainForSettledDaysAfterAPowerCut() {
        Vertx vertx = Vertx.vertx();
        Simulator cloud = Simulator.start(vertx, SimulatorSettings.onFreePort(), Clock.systemUTC());
        Map<String, String> environment = Map.of(
                "FITBIT_URL", cloud.url().toString(),
                "FITBIT_CLIENT_ID", "demo-client",
                "FITBIT_CLIENT_SECRET", "demo-secret",
                "FITBIT_TOKEN", "demo-token-1",
                "FITBIT_TOKEN_SECRET", "demo-secret-1",
                "PROXY_REFRESH", "false");
        try {
            PackagedService before = PackagedService.start(folder, environment);
            HttpResponse<String> told = before.get("/sleep/2025-03-10");
            before.kill();
            assertThat(told.statusCode()).isEqualTo(200);
            int calls = cloud.calls().of("/");

            try (PackagedService after = PackagedService.start(folder, environment)) {
                HttpResponse<String> again = after.get("/sleep/2025-03-10");
                assertThat(again.body()).isEqualTo(told.body());
                assertThat(again.headers().firstValue("ETag"))
                        .isEqualTo(told.headers().firstValue("ETag"));
                assertThat(again.headers().firstValue("Cache-Status").orElseThrow())
                        .startsWith("fitbit-proxy; hit");
                assertThat(cloud.calls().of("/")).isEqualTo(calls);
            }
        } finally {
            cloud.close();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
