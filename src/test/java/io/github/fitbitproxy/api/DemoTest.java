package io.github.fitbitproxy.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.github.fitbitproxy.support.FreePort;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The profile {@code demo} as it is shipped: everything on invented data, told by the Google Health API. */
@QuarkusTest
@TestProfile(DemoTest.Demo.class)
class DemoTest {

    /** Nothing is changed but what must not collide with others on this machine. */
    public static class Demo implements QuarkusTestProfile {

        @Override
        public String getConfigProfile() {
            return "demo";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "simulator.port",
                    String.valueOf(FreePort.find()),
                    "proxy.data-dir",
                    "target/test-data/demo-" + ProcessHandle.current().pid(),
                    "quarkus.scheduler.enabled",
                    "false");
        }
    }

    @Test
    void runsOnGoogleHealth() {
        given().get("/sleep/2026-11-19")
                .then()
                .statusCode(200)
                .body("upstream", equalTo("demo-google-health"))
                .body("minutesAsleep", greaterThan(60));
        given().get("/activities/2026-11-19")
                .then()
                .statusCode(200)
                .body("upstream", equalTo("demo-google-health"))
                .body("steps", greaterThan(100));
        given().get("/status").then().body("people[0].upstream", equalTo("demo-google-health"));
    }
}
