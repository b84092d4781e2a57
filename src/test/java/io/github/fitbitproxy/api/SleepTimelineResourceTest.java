package io.github.fitbitproxy.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class SleepTimelineResourceTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void endFaults() {
        Faults.off();
        clock.advance(Duration.ofMinutes(10));
    }

    private String daysAgo(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"))
                .minusDays(days)
                .toString();
    }

    private static String wire(String date) {
        return "/1.2/user/-/sleep/date/" + date + ".json";
    }

    @Test
    void tellsTheCourseInSegmentsThatFollowEachOther() {
        JsonPath timeline = given().get("/sleep/2026-09-01/timeline")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .jsonPath();
        assertThat(timeline.getMap("$"))
                .containsOnlyKeys("date", "status", "logs", "upstream", "fetchedAt")
                .containsEntry("date", "2026-09-01")
                .containsEntry("status", "final")
                .containsEntry("upstream", "demo-fitbit");
        List<Map<String, Object>> logs = timeline.getList("logs");
        assertThat(logs).isNotEmpty();
        for (Map<String, Object> log : logs) {
            assertThat(log).containsOnlyKeys("id", "mainSleep", "type", "segments");
            OffsetDateTime next = null;
            for (Map<String, Object> segment : segments(log)) {
                OffsetDateTime start = OffsetDateTime.parse((String) segment.get("startTime"));
                assertThat(next == null || next.isEqual(start))
                        .as("%s follows %s", start, next)
                        .isTrue();
                next = start.plusSeconds(((Number) segment.get("seconds")).longValue());
            }
        }
    }

    @Test
    void agreesWithTheDay() {
        JsonPath day = given().get("/sleep/2026-09-02").jsonPath();
        JsonPath timeline = given().get("/sleep/2026-09-02/timeline").jsonPath();
        assertThat(timeline.getList("logs.id")).isEqualTo(day.getList("logs.id"));
        assertThat(timeline.getList("logs.mainSleep")).isEqualTo(day.getList("logs.mainSleep"));
        assertThat(timeline.getString("fetchedAt")).isEqualTo(day.getString("fetchedAt"));
        assertThat(timeline.getString("status")).isEqualTo(day.getString("status"));
        Map<String, Object> main = timeline.getMap("logs.find { it.mainSleep }");
        Map<String, Long> seconds = new HashMap<>();
        segments(main)
                .forEach(segment -> seconds.merge(
                        (String) segment.get("stage"), ((Number) segment.get("seconds")).longValue(), Long::sum));
        Map<String, Integer> stages = day.getMap("stages");
        stages.forEach((stage, minutes) -> assertThat((seconds.getOrDefault(stage, 0L) + 30) / 60)
                .as(stage)
                .isEqualTo(minutes.longValue()));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> segments(Map<String, Object> log) {
        return (List<Map<String, Object>>) log.get("segments");
    }

    @Test
    void comesFromTheSameStoredDayAndIsAsFresh() {
        String date = daysAgo(3);
        given().get("/sleep/" + date);
        int calls = Faults.calls(wire(date));
        clock.advance(Duration.ofSeconds(5));
        Response timeline = given().get("/sleep/" + date + "/timeline");
        timeline.then()
                .statusCode(200)
                .header("Age", "5")
                .header("Cache-Status", startsWith("fitbit-proxy; hit; ttl="));
        Response day = given().get("/sleep/" + date);
        assertThat(timeline.header("Cache-Control")).isEqualTo(day.header("Cache-Control"));
        assertThat(timeline.header("ETag")).isNotEqualTo(day.header("ETag"));
        assertThat(Faults.calls(wire(date))).isEqualTo(calls);
        given().header("If-None-Match", timeline.header("ETag"))
                .get("/sleep/" + date + "/timeline")
                .then()
                .statusCode(304)
                .header("ETag", timeline.header("ETag"));
    }

    @Test
    void bringsTheDayIntoTheStoreWhenItIsAskedFirst() {
        given().get("/sleep/2026-08-03/timeline")
                .then()
                .statusCode(200)
                .header("Cache-Status", startsWith("fitbit-proxy; fwd=uri-miss"));
        given().get("/sleep/2026-08-03").then().header("Cache-Status", startsWith("fitbit-proxy; hit"));
        assertThat(Faults.calls(wire("2026-08-03"))).isEqualTo(1);
    }

    @Test
    void asksTheCloudWhenTheClientWantsThat() {
        given().get("/sleep/2026-08-04/timeline");
        given().header("Cache-Control", "no-cache")
                .get("/sleep/2026-08-04/timeline")
                .then()
                .header("Cache-Status", startsWith("fitbit-proxy; fwd=stale"));
        assertThat(Faults.calls(wire("2026-08-04"))).isEqualTo(2);
        given().header("Cache-Control", "only-if-cached")
                .get("/sleep/2026-08-05/timeline")
                .then()
                .statusCode(504)
                .body("type", equalTo("/problems/not-stored"));
    }

    @Test
    void isMarkedStaleWhenTheCloudFails() {
        String date = daysAgo(1);
        given().get("/sleep/" + date + "/timeline");
        clock.advance(Duration.ofHours(20));
        Faults.on("/1.2/", "status-500");
        given().get("/sleep/" + date + "/timeline")
                .then()
                .statusCode(200)
                .header("Cache-Status", containsString("stale, upstream-unavailable"));
        given().get("/sleep/2026-08-06/timeline")
                .then()
                .statusCode(503)
                .body("type", equalTo("/problems/upstream-unavailable"));
    }

    @Test
    void claimsNothingOfADayThatIsStillBeingComputed() {
        Faults.on("/1.2/", "pending", 1);
        given().get("/sleep/2026-08-07/timeline")
                .then()
                .statusCode(200)
                .body("status", equalTo("partial"))
                .body("logs.size()", equalTo(0));
    }

    @Test
    void saysWhatIsWrongWithTheRequest() {
        given().get("/sleep/2026-02-30/timeline").then().statusCode(400).body("type", equalTo("/problems/bad-date"));
        given().get("/sleep/2030-01-01/timeline").then().statusCode(404).body("type", equalTo("/problems/future-date"));
        given().get("/sleep/today/timeline?person=nobody")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-person"));
    }
}
