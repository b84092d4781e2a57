package io.github.fitbitproxy.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In an application of its own: what other tests have stored would be counted. */
@QuarkusTest
@TestProfile(StatusResourceTest.OwnApplication.class)
@WithTestResource(SimulatedCloud.class)
class StatusResourceTest {

    public static class OwnApplication implements QuarkusTestProfile {}

    @Inject
    MovableClock clock;

    @BeforeEach
    void startWithAFullBudget() {
        clock.advance(Duration.ofDays(2));
    }

    private static JsonPath me() {
        Response status = given().get("/status");
        status.then().statusCode(200).contentType("application/json").header("Cache-Control", "no-store");
        return status.jsonPath().setRootPath("people.find { it.person == 'me' }");
    }

    @Test
    void hasEveryFieldInPlace() {
        String status = given().get("/status").asString();
        assertThat(status)
                .startsWith("{\"version\":\"")
                .contains("\"people\":[{\"person\":")
                .contains("{\"person\":\"me\",\"upstream\":\"demo-fitbit\",\"connection\":\"connected\","
                        + "\"grantExpiresAt\":null,\"missingScopes\":[],\"devices\":[");
        JsonPath me = me();
        assertThat(me.getMap(""))
                .containsOnlyKeys(
                        "person",
                        "upstream",
                        "connection",
                        "grantExpiresAt",
                        "missingScopes",
                        "devices",
                        "budget",
                        "days",
                        "backfill");
        assertThat(me.getMap("days")).containsOnlyKeys("activities", "body", "heart", "sleep", "vitals");
        assertThat(me.getMap("days.sleep")).containsOnlyKeys("oldest", "newest", "count");
        assertThat(me.getString("backfill")).isNull();
    }

    @Test
    void tellsWhatTheCallsHaveTold() {
        String today =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin")).toString();
        int before = me().getInt("days.sleep.count");
        given().get("/sleep/" + today).then().statusCode(200);
        given().get("/sleep/2026-01-03").then().statusCode(200);

        JsonPath me = me();

        assertThat(me.getString("days.sleep.newest")).isEqualTo(today);
        assertThat(me.getString("days.sleep.oldest")).isEqualTo("2026-01-03");
        assertThat(me.getInt("days.sleep.count")).isEqualTo(before + 2);
        assertThat(me.getMap("days.activities"))
                .containsEntry("oldest", null)
                .containsEntry("newest", null)
                .containsEntry("count", 0);
        assertThat(me.getMap("devices[0]")).containsOnlyKeys("name", "batteryPercent", "syncedAt");
        assertThat(Instant.parse(me.getString("devices[0].syncedAt"))).isBefore(clock.instant());
        assertThat(me.getInt("budget.limit")).isEqualTo(150);
        assertThat(me.getInt("budget.remaining")).isBetween(140, 149);
        Instant resetsAt = Instant.parse(me.getString("budget.resetsAt"));
        assertThat(resetsAt).isAfter(clock.instant()).isBefore(clock.instant().plusSeconds(3605));
    }

    @Test
    void asksTheCloudNothing() {
        int before = Faults.calls("/");
        me();
        assertThat(Faults.calls("/")).isEqualTo(before);
    }

    @Test
    void tellsNoSecret() {
        assertThat(given().get("/status").asString())
                .doesNotContain("demo-token", "demo-secret", "demo-client", "admin-token-of-the-tests");
    }

    @Test
    void saysThatAllCallsAreThereAgainWhenTheWindowHasPassed() {
        given().get("/sleep/2026-02-04").then().statusCode(200);
        clock.advance(Duration.ofHours(2));
        JsonPath me = me();
        assertThat(me.getInt("budget.remaining")).isEqualTo(150);
        assertThat(me.getString("budget.resetsAt")).isNull();
    }

    @Test
    void showsWhatIsLeftInHeadersWhereTheCloudWasAsked() {
        Response asked = given().get("/sleep/2026-02-05");
        asked.then().statusCode(200).header("RateLimit-Limit", "150");
        assertThat(Integer.parseInt(asked.header("RateLimit-Remaining"))).isBetween(100, 149);
        assertThat(Integer.parseInt(asked.header("RateLimit-Reset"))).isBetween(1, 3600);

        assertThat(given().get("/sleep/2026-02-05").headers().hasHeaderWithName("RateLimit-Limit"))
                .isFalse();
    }

    @Test
    void showsWhatIsLeftAsMetrics() {
        given().get("/sleep/2026-02-06");
        assertThat(given().get("/q/metrics").asString())
                .containsPattern(
                        "fitbit_proxy_budget_remaining\\{person=\"me\",upstream=\"demo-fitbit\"[^}]*} 1[0-9][0-9]\\.0")
                .contains("fitbit_proxy_budget_limit");
    }

    @Test
    void isDescribedWithoutGaps() {
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.'/status'.get.operationId", equalTo("getStatus"))
                .body("components.schemas.PersonStatus.properties", hasKey("missingScopes"))
                .body("components.schemas.BackfillProgress.properties", hasKey("daysDone"));
    }

    @Test
    void tellsInItsHealthHowEverybodyStands() {
        given().get("/sleep/2026-02-07");
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.find { it.name == 'people' }.data.me", equalTo("connected"))
                .body("checks.find { it.name == 'people' }.data.status", equalTo("GOOD"));
        clock.advance(Duration.ofDays(31));
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'people' }.data.me", equalTo("stale"))
                .body("checks.find { it.name == 'people' }.data.status", equalTo("DEGRADED"));
    }

    @Test
    void isReadyWhenTheStoreIs() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.size()", not(equalTo(0)))
                .body("checks.find { it.status != 'UP' }", nullValue());
    }
}
