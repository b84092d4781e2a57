package io.github.fitbitproxy.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A week without the cloud, hour by hour, and its return. */
@QuarkusTest
@TestProfile(OutageTest.OwnApplication.class)
@WithTestResource(SimulatedCloud.class)
class OutageTest {

    public static class OwnApplication implements QuarkusTestProfile {}

    private static final int HOURS = 7 * 24;

    @Inject
    MovableClock clock;

    @Test
    void answersTheStoredDayForAWeekWithItsTrueAgeAndHardlyAsks() {
        Response before = given().get("/activities/2026-11-21");
        before.then().statusCode(200);
        Instant fetchedAt = clock.instant();
        Faults.on("/", "status-503");
        int callsBefore = Faults.calls("/");

        for (int hour = 1; hour <= HOURS; hour++) {
            clock.advance(Duration.ofHours(1));
            Response answer = given().get("/activities/2026-11-21");
            answer.then().statusCode(200);
            assertThat(answer.asString()).isEqualTo(before.asString());
            assertThat(answer.header("Age"))
                    .isEqualTo(String.valueOf(
                            Duration.between(fetchedAt, clock.instant()).toSeconds()));
            assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=0");
            assertThat(answer.header("Cache-Status")).contains("ttl=-").contains("stale, upstream-unavailable");
            assertThat(answer.jsonPath().getString("status")).isEqualTo("partial");
            // A day that was never fetched cannot be answered.
            given().get("/sleep/2026-06-01").then().statusCode(503);
        }
        // Each hour one try each for the day, the other day, the devices and the profile at the most.
        assertThat(Faults.calls("/") - callsBefore).isBetween(1, 4 * HOURS);

        Faults.off();
        clock.advance(Duration.ofMinutes(6));
        Response after = given().get("/activities/2026-11-21");
        after.then().statusCode(200);
        assertThat(after.header("Age")).isEqualTo("0");
        assertThat(after.header("Cache-Status")).startsWith("fitbit-proxy; fwd=stale");
        assertThat(after.jsonPath().getString("status")).isEqualTo("provisional");
        given().get("/sleep/2026-06-01").then().statusCode(200);
    }
}
