package io.github.fitbitproxy.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Requests are counted by path template: a time series a date would grow without end. */
@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class RequestMetricsTest {

    @Test
    void countsDaysUnderOnePathWhetherTheyComeFromMemoryOrNot() {
        given().get("/sleep/2026-09-14").then().statusCode(200);
        given().get("/sleep/2026-09-14").then().statusCode(200);
        given().get("/sleep/2026-09-14/timeline").then().statusCode(200);

        // A request is counted a moment after its answer has gone out.
        await().untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                .contains("uri=\"/sleep/{date}\"", "uri=\"/sleep/{date}/timeline\""));
        assertThat(given().get("/q/metrics").asString()).doesNotContain("uri=\"/sleep/2026-09-14");
    }
}
