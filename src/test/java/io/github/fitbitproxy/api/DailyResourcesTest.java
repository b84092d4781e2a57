package io.github.fitbitproxy.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.fitbitproxy.model.BodyDay;
import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.HeartDay;
import io.github.fitbitproxy.model.VitalsDay;
import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Heart, body and vitals over the simulator of the Fitbit Web API. */
@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class DailyResourcesTest {

    @Inject
    MovableClock clock;

    @BeforeEach
    void beginANewHour() {
        clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void endFaults() {
        Faults.off();
    }

    static Stream<DataKind<?>> kinds() {
        return Stream.of(HeartDay.KIND, BodyDay.KIND, VitalsDay.KIND);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void answerDaysRangesCsvAndProblems(DataKind<?> kind) {
        given().get("/" + kind + "/2025-03-05")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("ETag", notNullValue())
                .header("Cache-Status", startsWith("fitbit-proxy; fwd=uri-miss"))
                .header("RateLimit-Limit", "150")
                .body("date", equalTo("2025-03-05"))
                .body("status", equalTo("final"))
                .body("upstream", equalTo("demo-fitbit"));
        given().get("/" + kind + "/2025-03-05").then().header("Cache-Status", startsWith("fitbit-proxy; hit"));

        Response range = given().get("/" + kind + "?from=2025-03-01&to=2025-03-30");
        range.then()
                .statusCode(200)
                .body("days", hasSize(30))
                .body("days.status", everyItem(equalTo("final")))
                .body("missing", hasSize(0));
        String alone = given().get("/" + kind + "/2025-03-11").asString().strip();
        assertThat(range.asString()).contains("," + alone + ",");

        List<String> rows = given().header("Accept", "text/csv")
                .get("/" + kind + "?from=2025-03-01&to=2025-03-30")
                .asString()
                .lines()
                .toList();
        assertThat(rows).hasSize(31).first().isEqualTo(String.join(",", kind.columns()));

        given().get("/" + kind + "/2025-13-05")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/bad-date"));
        given().get("/" + kind + "?from=2025-03-02&to=2025-03-01")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-range"));
        given().get("/" + kind + "/2025-03-05?person=nobody")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-person"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void keepTodayForHalfAnHour(DataKind<?> kind) {
        Response today = given().header("Cache-Control", "no-cache").get("/" + kind + "/today");
        today.then().statusCode(200).body("status", equalTo("partial"));
        assertThat(today.header("Cache-Control")).isEqualTo("private, max-age=1800");
        clock.advance(Duration.ofMinutes(29));
        given().get("/" + kind + "/today").then().header("Cache-Status", startsWith("fitbit-proxy; hit; ttl=60"));
    }

    @Test
    void tellsPlausibleFigures() {
        JsonPath heart = given().get("/heart?from=2025-05-01&to=2025-05-31").jsonPath();
        assertThat(heart.getList("days.restingHeartRate", Integer.class))
                .filteredOn(rate -> rate != null)
                .hasSizeGreaterThan(20)
                .allMatch(rate -> rate > 45 && rate < 75);
        assertThat(heart.getList("days.heartRateVariability.dailyRmssdMilliseconds", Float.class))
                .filteredOn(rmssd -> rmssd != null)
                .hasSizeGreaterThan(20)
                .allMatch(rmssd -> rmssd > 10 && rmssd < 120);
        JsonPath vitals = given().get("/vitals?from=2025-05-01&to=2025-05-31").jsonPath();
        assertThat(vitals.getList("days.oxygenSaturation.averagePercent", Float.class))
                .filteredOn(percent -> percent != null)
                .hasSizeGreaterThan(20)
                .allMatch(percent -> percent > 90 && percent <= 100);
        assertThat(vitals.getList("days.cardioFitness.vo2MaxHigh", Float.class))
                .filteredOn(high -> high != null)
                .allMatch(high -> high > 30 && high < 60);
        JsonPath body = given().get("/body?from=2025-05-01&to=2025-07-31").jsonPath();
        List<Float> weights = body.getList("days.weightKilograms", Float.class);
        assertThat(weights)
                .contains((Float) null)
                .filteredOn(kilograms -> kilograms != null)
                .hasSizeGreaterThan(8)
                .allMatch(kilograms -> kilograms > 70 && kilograms < 80);
        assertThat(body.<List<?>>getList("days.measurements").stream().map(List::size))
                .contains(0, 1, 2);
    }

    @Test
    void losesTheFieldsOfACallThatFailedUntilItIsThere() {
        Faults.on("/1/user/-/br/", "status-500", 1);
        given().get("/vitals/2025-06-04")
                .then()
                .statusCode(200)
                .body("status", equalTo("partial"))
                .body("breathsPerMinute", nullValue())
                .body("oxygenSaturation.averagePercent", notNullValue());
        given().header("Cache-Control", "no-cache")
                .get("/vitals/2025-06-04")
                .then()
                .body("status", equalTo("final"))
                .body("breathsPerMinute", notNullValue());
    }

    @Test
    void asksNotAtOnceAgainWhereNothingIsToldAndACallFailed() {
        Faults.on("/1/user/-/br/", "status-500");
        given().get("/vitals/2013-01-05").then().statusCode(200).body("status", equalTo("partial"));
        int calls = Faults.calls("/1/user/-/");
        clock.advance(Duration.ofMinutes(1));
        given().get("/vitals/2013-01-05").then().statusCode(200);
        assertThat(Faults.calls("/1/user/-/")).isEqualTo(calls);
    }

    @Test
    void settlesWithoutWhatIsRefused() {
        Faults.on("/1/user/-/hrv/", "forbidden");
        given().get("/heart/2025-06-04")
                .then()
                .statusCode(200)
                .body("status", equalTo("final"))
                .body("restingHeartRate", notNullValue())
                .body("heartRateVariability", nullValue());
    }

    @Test
    void fetchesRangesInTheCloudsOwnPieces() {
        int heart = Faults.calls("/1/user/-/activities/heart");
        int variability = Faults.calls("/1/user/-/hrv");
        int weight = Faults.calls("/1/user/-/body/log/weight");
        given().get("/heart?from=2024-01-01&to=2024-12-30").then().body("days", hasSize(365));
        assertThat(Faults.calls("/1/user/-/activities/heart") - heart).isEqualTo(1);
        assertThat(Faults.calls("/1/user/-/hrv") - variability).isEqualTo(13);
        given().get("/body?from=2024-01-01&to=2024-03-30").then().body("days", hasSize(90));
        assertThat(Faults.calls("/1/user/-/body/log/weight") - weight).isEqualTo(3);
    }
}
