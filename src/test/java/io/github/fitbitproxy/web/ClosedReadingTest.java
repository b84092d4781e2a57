package io.github.fitbitproxy.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.RawHttp;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading where API keys are configured. */
@QuarkusTest
@WithTestResource(
        value = SimulatedCloud.class,
        initArgs = @ResourceArg(name = "proxy.api-keys", value = "key-of-the-kitchen-display,key-of-the-phone-0123"))
class ClosedReadingTest {

    private static final String KEY = "key-of-the-kitchen-display";

    private final String adminToken = ConfigProvider.getConfig().getValue("proxy.admin-token", String.class);

    @Inject
    MovableClock clock;

    @TestHTTPResource("/")
    URI service;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sleep/2026-10-01",
                "/activities/2026-10-01",
                "/heart/2026-10-01",
                "/body/2026-10-01",
                "/vitals?from=2026-10-01&to=2026-10-02",
                "/sleep/2026-10-01/timeline",
                "/sleep/analysis",
                "/sleep?from=2026-10-01&to=2026-10-02",
                "/status",
                "/q/metrics"
            })
    void needsAKey(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .header("Cache-Control", "no-store")
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/api-key-required"));
        given().header("X-API-Key", KEY).get(path).then().statusCode(200);
        given().header("Authorization", "Bearer key-of-the-phone-0123")
                .get(path)
                .then()
                .statusCode(200);
        given().header("Authorization", "bearer " + adminToken).get(path).then().statusCode(200);
        // By now the answer is in memory and would come from the event loop.
        given().get(path).then().statusCode(401);
        given().header("X-API-Key", KEY + "x").get(path).then().statusCode(401);
        given().header("X-API-Key", adminToken).get(path).then().statusCode(401);
        given().header("Authorization", "Basic " + KEY).get(path).then().statusCode(401);
        given().accept("text/csv").get(path).then().statusCode(401);
        given().head(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sleep/2026-10-01",
                "//sleep/2026-10-01",
                "/sleep//2026-10-01",
                "/sleep/2026-10-01/",
                "/%73leep/2026-10-01",
                "/sleep;a=b/2026-10-01",
                "/setup/../sleep/2026-10-01",
                "/setup/..;/sleep/2026-10-01",
                "/setup/..%2fsleep/2026-10-01",
                "/setup/%2e%2e/sleep/2026-10-01",
                "/problems/..;/sleep/2026-10-01",
                "/q/health/../../sleep/2026-10-01",
                "/q/health/..;/../sleep/2026-10-01",
                "/q/../sleep/2026-10-01",
                "/./sleep/2026-10-01",
                "/SLEEP/2026-10-01",
                "/sleep/2026-10-01?X-API-Key=key-of-the-kitchen-display",
                "/sleep/2026-10-01?apiKey=key-of-the-kitchen-display",
                "/sleep/2026-10-01?access_token=key-of-the-kitchen-display",
                "http://localhost/sleep/2026-10-01"
            })
    void letsNobodyRoundTheGuard(String path) {
        given().header("X-API-Key", KEY).get("/sleep/2026-10-01").then().statusCode(200);
        assertThat(RawHttp.send(service, "GET " + path + " HTTP/1.1", "Host: localhost"))
                .doesNotContain("minutesAsleep")
                .doesNotContain("HTTP/1.1 200");
    }

    @Test
    void leavesOpenWhatTellsNothingAboutAnybody() {
        for (String path :
                List.of("/q/health", "/q/health/live", "/q/openapi", "/q/swagger-ui/", "/problems/bad-date")) {
            given().get(path).then().statusCode(200);
        }
        assertThat(List.of("/", "/setup", "/setup/connections", "/static/a.js", "/favicon.ico"))
                .allMatch(ReadingGuard::isOpen);
        assertThat(List.of(
                        "/q", "/q/metrics", "/q/healthy", "/setups", "/problemsx", "/q/health;a", "/q/health/%2e%2e/x"))
                .noneMatch(ReadingGuard::isOpen);
    }

    @Test
    void slowsWhoeverGuessesTheAdminToken() {
        given().header("Authorization", "Bearer " + adminToken)
                .get("/status")
                .then()
                .statusCode(200);
        for (int guess = 0; guess < 10; guess++) {
            given().header("Authorization", "Bearer guess-number-" + guess)
                    .get("/status")
                    .then()
                    .statusCode(401)
                    .body("type", equalTo("/problems/api-key-required"));
        }
        // The right one neither: waiting would tell which it is.
        given().header("Authorization", "Bearer " + adminToken)
                .get("/status")
                .then()
                .statusCode(429)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/too-many-attempts"));
        given().header("Authorization", "Bearer " + KEY).get("/status").then().statusCode(200);
        given().header("X-API-Key", KEY)
                .header("Authorization", "Bearer " + adminToken)
                .get("/status")
                .then()
                .statusCode(200);
        clock.advance(Duration.ofMinutes(2));
        given().header("Authorization", "Bearer " + adminToken)
                .get("/status")
                .then()
                .statusCode(200);
    }

    @Test
    void doesNotOpenSetup() {
        given().header("X-API-Key", KEY).get("/setup/connections").then().statusCode(401);
        given().header("Authorization", "Bearer " + KEY)
                .get("/setup/connections")
                .then()
                .statusCode(401);
    }

    @Test
    void saysSoInOpenApi() {
        given().accept(ContentType.JSON)
                .get("/q/openapi")
                .then()
                .body("components.securitySchemes.apiKey.name", equalTo("X-API-Key"))
                .body("security", hasItem(Map.of("apiKey", List.of())))
                .body("security", hasItem(Map.of()))
                .body(
                        "paths.'/sleep/{date}'.get.responses.'401'",
                        equalTo(Map.of("$ref", "#/components/responses/KeyRequired")))
                .body("paths.'/setup/connections'.get.security", equalTo(List.of(Map.of("adminToken", List.of()))))
                .body("paths.'/setup/callback'.get.security", equalTo(List.of()));
    }
}
