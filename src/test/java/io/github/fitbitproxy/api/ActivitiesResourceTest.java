package io.github.fitbitproxy.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class ActivitiesResourceTest {

    @Test
    void tellsADayWithEveryFieldInPlace() {
        Response day = given().get("/activities/2026-10-07");
        day.then()
                .statusCode(200)
                .contentType("application/json")
                .header("ETag", notNullValue())
                .header("Cache-Status", startsWith("fitbit-proxy; "))
                .body("date", equalTo("2026-10-07"))
                .body("upstream", equalTo("demo-fitbit"))
                .body("steps", greaterThan(0))
                .body("heartRateZones.name", equalTo(List.of("outOfRange", "fatBurn", "cardio", "peak")));
        assertThat(day.jsonPath().getMap("$").keySet())
                .containsExactly(
                        "date",
                        "status",
                        "steps",
                        "distanceMeters",
                        "floors",
                        "elevationMeters",
                        "caloriesOut",
                        "activityCalories",
                        "caloriesBmr",
                        "minutesSedentary",
                        "minutesLightlyActive",
                        "minutesFairlyActive",
                        "minutesVeryActive",
                        "activeZoneMinutes",
                        "restingHeartRate",
                        "heartRateZones",
                        "goals",
                        "workouts",
                        "upstream",
                        "fetchedAt",
                        "deviceSyncedAt");
        assertThat(day.jsonPath().getMap("goals").keySet())
                .containsExactly("steps", "distanceMeters", "floors", "caloriesOut", "activeMinutes");
    }

    @Test
    void tellsTodayAsFarAsItHasCome() {
        given().get("/activities/today").then().statusCode(200).body("status", equalTo("partial"));
    }
}
