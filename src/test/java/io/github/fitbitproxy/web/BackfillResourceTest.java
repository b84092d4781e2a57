package io.github.fitbitproxy.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class BackfillResourceTest {

    @Inject
    MovableClock clock;

    @BeforeEach
    void startWithAFullBudget() {
        clock.advance(Duration.ofDays(2));
    }

    private static Response ask(String body) {
        return given().header("Authorization", "Bearer admin-token-of-the-tests")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/setup/backfill");
    }

    @Test
    void takesAnOrderAndShowsItInTheStatus() {
        Response taken = ask("{\"from\":\"2025-01-01\",\"to\":\"2025-01-31\"}");
        taken.then()
                .statusCode(202)
                .header("Cache-Control", "no-store")
                .body("person", equalTo("me"))
                .body("backfill.keySet()", containsInAnyOrder("activities", "body", "heart", "sleep", "vitals"));
        assertThat(taken.jsonPath().getMap("backfill.sleep"))
                .containsOnlyKeys("from", "to", "state", "daysDone", "daysTotal", "updatedAt", "reason")
                .containsEntry("from", "2025-01-01")
                .containsEntry("to", "2025-01-31")
                .containsEntry("state", "waiting")
                .containsEntry("daysDone", 0)
                .containsEntry("daysTotal", 31)
                .containsEntry("reason", null);
        given().get("/status")
                .then()
                .body("people.find { it.person == 'me' }.backfill.sleep.state", equalTo("waiting"))
                .body("people.find { it.person == 'me' }.backfill.activities.daysTotal", equalTo(31))
                .body("people.find { it.person == 'me' }.backfill.activities.reason", nullValue());
    }

    @Test
    void isGuardedByTheAdminToken() {
        given().contentType(ContentType.JSON)
                .body("{\"from\":\"2025-01-01\",\"to\":\"2025-01-31\"}")
                .post("/setup/backfill")
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/admin-token-required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                             | \"from\" is missing",
                "{\"from\":\"2025-01-01\"}                       | \"to\" is missing",
                "{\"from\":\"2025-13-01\",\"to\":\"2025-01-31\"} | \"from\" must be a day",
                "{\"from\":\"2025-01-01\",\"to\":\"yesterday\"}  | \"to\" must be a day",
                "{\"from\":\"2025-02-01\",\"to\":\"2025-01-31\"} | must not be after",
                "{\"from\":\"0001-01-01\",\"to\":\"2025-01-31\"} | must not be after",
                "{\"from\":20250101,\"to\":\"2025-01-31\"}       | must be a text",
                "{\"form\":\"2025-01-01\",\"to\":\"2025-01-31\"} | no field \"form\"",
                "[]                                             | must be a JSON object",
                "nonsense                                       | not JSON",
            })
    void saysWhatIsWrongWithAnOrder(String body, String detail) {
        ask(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/bad-request"))
                .body("detail", containsString(detail));
    }

    @Test
    void refusesTheFutureAndStrangers() {
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2);
        ask("{\"from\":\"2025-01-01\",\"to\":\"" + tomorrow + "\"}")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/future-date"));
        ask("{\"person\":\"nobody\",\"from\":\"2025-01-01\",\"to\":\"2025-01-02\"}")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-person"));
    }
}
