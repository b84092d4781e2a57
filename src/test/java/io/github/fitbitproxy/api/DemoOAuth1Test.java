package io.github.fitbitproxy.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.github.fitbitproxy.support.FreePort;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The profile {@code demo-oauth1} as it is shipped: everything on invented data, told by the Fitbit Web API with OAuth 1.0a. */
@QuarkusTest
@TestProfile(DemoOAuth1Test.Demo.class)
class DemoOAuth1Test {

    /** Nothing is changed but what must not collide with others on this machine. */
    public static class Demo implements QuarkusTestProfile {

        @Override
        public String getConfigProfile() {
            return "demo-oauth1";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "simulator.port",
                    String.valueOf(FreePort.find()),
                    "proxy.data-dir",
                    "target/test-data/demo-oauth1-" + ProcessHandle.current().pid(),
                    "quarkus.scheduler.enabled",
                    "false");
        }
    }

    @Test
    void runsOnTheFitbitWebApi() {
        given().get("/sleep/2026-11-19")
                .then()
                .statusCode(200)
                .body("upstream", equalTo("demo-fitbit"))
                .body("minutesAsleep", greaterThan(60));
        given().get("/activities/2026-11-19")
                .then()
                .statusCode(200)
                .body("upstream", equalTo("demo-fitbit"))
                .body("steps", greaterThan(100));
        given().get("/heart/2026-11-19")
                .then()
                .statusCode(200)
                .body("heartRateVariability.dailyRmssdMilliseconds", greaterThan(5f));
        given().get("/body?from=2026-11-01&to=2026-11-19")
                .then()
                .statusCode(200)
                .body("days.weightKilograms", hasItem(greaterThan(50f)));
        given().get("/vitals/2026-11-19").then().statusCode(200).body("breathsPerMinute", greaterThan(5f));
        given().get("/status").then().body("people[0].upstream", equalTo("demo-fitbit"));
    }
}
