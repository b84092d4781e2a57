package io.github.fitbitproxy.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class SleepResourceTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    MovableClock clock;

    @AfterEach
    void endFaults() {
        Faults.off();
        // A gate that these faults have closed is open again by then.
        clock.advance(Duration.ofMinutes(10));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BERLIN);
    }

    private static String wire(String date) {
        return "/1.2/user/-/sleep/date/" + date + ".json";
    }

    @Test
    void tellsLastNightWithEveryFieldInPlace() {
        Response night = given().get("/sleep/today");
        night.then().statusCode(200).contentType("application/json");
        assertThat(night.jsonPath().getMap("$"))
                .containsOnlyKeys(
                        "date",
                        "status",
                        "minutesAsleep",
                        "minutesAwake",
                        "minutesInBed",
                        "minutesToFallAsleep",
                        "totalMinutesAsleep",
                        "efficiency",
                        "reportedEfficiency",
                        "startTime",
                        "endTime",
                        "stages",
                        "naps",
                        "logs",
                        "upstream",
                        "fetchedAt",
                        "deviceSyncedAt");
        assertThat(night.jsonPath().getString("date")).isEqualTo(today().toString());
        assertThat(night.jsonPath().getString("status")).isEqualTo("partial");
        assertThat(night.jsonPath().getString("upstream")).isEqualTo("demo-fitbit");
        assertThat(night.asString()).startsWith("{\"date\":").endsWith("}\n");
    }

    @Test
    void answersTheSecondTimeFromMemoryWithTheSameBytes() {
        Response first = given().get("/sleep/2026-11-01");
        first.then().statusCode(200).header("Cache-Status", startsWith("fitbit-proxy; fwd=uri-miss"));
        clock.advance(Duration.ofSeconds(2));
        Response second = given().get("/sleep/2026-11-01");
        second.then()
                .statusCode(200)
                .header("Cache-Status", startsWith("fitbit-proxy; hit; ttl="))
                .header("Age", "2");
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(Faults.calls(wire("2026-11-01"))).isEqualTo(1);
    }

    @Test
    void saysTheSameInBothWaysOfAnswering() {
        given().get("/sleep/2026-11-02");
        Response quick = given().get("/sleep/2026-11-02");
        Response slow = given().header("Cache-Control", "only-if-cached").get("/sleep/2026-11-02?person=me");
        for (String header : List.of("ETag", "Age", "Cache-Control", "Cache-Status", "Content-Type")) {
            assertThat(slow.header(header)).as(header).isEqualTo(quick.header(header));
        }
        assertThat(slow.asByteArray()).isEqualTo(quick.asByteArray());
    }

    @Test
    void keepsASettledDayForGood() {
        given().get("/sleep/2026-01-15")
                .then()
                .statusCode(200)
                .body("status", equalTo("final"))
                .header("Cache-Control", "private, max-age=31536000");
        clock.advance(Duration.ofDays(60));
        given().get("/sleep/2026-01-15").then().header("Cache-Status", containsString("hit"));
        assertThat(Faults.calls(wire("2026-01-15"))).isEqualTo(1);
    }

    @Test
    void answersNotModifiedToWhoHasTheAnswer() {
        String etag = given().get("/sleep/2026-11-03").header("ETag");
        assertThat(etag).startsWith("\"").endsWith("\"");
        given().header("If-None-Match", etag)
                .get("/sleep/2026-11-03")
                .then()
                .statusCode(304)
                .header("ETag", etag)
                .header("Cache-Control", startsWith("private, max-age="))
                .body(equalTo(""));
        given().header("If-None-Match", "\"another\"")
                .get("/sleep/2026-11-03")
                .then()
                .statusCode(200);
    }

    @Test
    void asksTheCloudAgainWhenTheClientSaysNoCache() {
        given().get("/sleep/2026-11-04");
        given().header("Cache-Control", "no-cache")
                .get("/sleep/2026-11-04")
                .then()
                .statusCode(200)
                .header("Cache-Status", startsWith("fitbit-proxy; fwd=stale"));
        assertThat(Faults.calls(wire("2026-11-04"))).isEqualTo(2);
    }

    @Test
    void neverAsksTheCloudForAClientThatWantsStoredAnswersOnly() {
        given().header("Cache-Control", "only-if-cached")
                .get("/sleep/2025-03-03")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-stored"));
        assertThat(Faults.calls(wire("2025-03-03"))).isZero();
    }

    @Test
    void asksTheCloudOnceForFiveHundredClientsAtOnce() {
        Faults.on("/1.2/", "slow");
        ExecutorService clients = Executors.newFixedThreadPool(100);
        try {
            List<CompletableFuture<Response>> answers = IntStream.range(0, 500)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> given().get("/sleep/2025-05-05"), clients))
                    .toList();
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
            assertThat(answers)
                    .anySatisfy(answer ->
                            assertThat(answer.join().header("Cache-Status")).contains("collapsed"));
        } finally {
            clients.shutdown();
        }
        assertThat(Faults.calls(wire("2025-05-05"))).isEqualTo(1);
    }

    @Test
    void knowsTodayByTheWearersClockNotTheHosts() {
        // Half past midnight in Berlin is still the day before in UTC and in most of the world.
        clock.set(today().plusDays(1).atTime(LocalTime.of(0, 30)).atZone(BERLIN).toInstant());
        given().get("/sleep/today").then().body("date", equalTo(today().toString()));
        given().get("/sleep/yesterday")
                .then()
                .body("date", equalTo(today().minusDays(1).toString()));
        given().get("/sleep/" + today().plusDays(1))
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/future-date"))
                .body("detail", containsString(today().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2026-02-30", "20260101", "2026-1-1", "%20", "0", "today.json"})
    void refusesWhatIsNoDay(String word) {
        given().urlEncodingEnabled(false)
                .get("/sleep/" + word)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/bad-date"))
                .body("status", equalTo(400));
    }

    @Test
    void knowsNobodyOfAnotherName() {
        given().get("/sleep/today?person=nobody")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-person"));
        given().get("/sleep/today?person=me").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-01, status-500, 503, upstream-unavailable",
        "2025-06-02, status-502, 503, upstream-unavailable",
        "2025-06-03, status-503, 503, upstream-unavailable",
        "2025-06-04, hang, 503, upstream-unavailable",
        "2025-06-05, hang-up, 503, upstream-unavailable",
        "2025-06-06, html, 502, upstream-unreadable",
        "2025-06-07, truncated-json, 502, upstream-unreadable",
        "2025-06-08, rate-limited, 503, budget-exhausted",
        "2025-06-09, gone, 503, upstream-unavailable",
        "2025-06-10, forbidden, 503, upstream-unavailable",
    })
    void saysTroubleInTheCloudAsAProblemAndRecovers(String date, String fault, int status, String type) {
        Faults.on("/1.2/", fault, 1);
        given().get("/sleep/" + date)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .header("Cache-Control", "no-store")
                .body("type", equalTo("/problems/" + type))
                .body("$", allOf(hasKey("title"), hasKey("detail")));
        clock.advance(Duration.ofDays(2));
        given().get("/sleep/" + date).then().statusCode(200).body("minutesAsleep", notNullValue());
    }

    @Test
    void leavesTheCloudAloneWhileItHasHadEnough() {
        Faults.on("/1.2/", "rate-limited", 1);
        given().get("/sleep/2025-07-01").then().statusCode(503).body("type", equalTo("/problems/budget-exhausted"));
        Faults.off();
        given().get("/sleep/2025-07-02").then().statusCode(503).body("type", equalTo("/problems/budget-exhausted"));
        assertThat(Faults.calls(wire("2025-07-02"))).isZero();
        clock.advance(Duration.ofHours(2));
        given().get("/sleep/2025-07-02").then().statusCode(200);
    }

    @Test
    void answersAStoredDayWhenTheCloudFails() {
        String yesterday = today().minusDays(1).toString();
        String told = given().header("Cache-Control", "no-cache")
                .get("/sleep/" + yesterday)
                .asString();
        clock.advance(Duration.ofHours(20));
        Faults.on("/1.2/", "status-500");
        Response stale = given().get("/sleep/" + yesterday);
        stale.then()
                .statusCode(200)
                .header("Age", String.valueOf(Duration.ofHours(20).toSeconds()))
                .header("Cache-Control", "private, max-age=0")
                .header(
                        "Cache-Status",
                        allOf(startsWith("fitbit-proxy; hit; ttl=-"), containsString("stale, upstream-unavailable")));
        assertThat(stale.asString()).isEqualTo(told);
    }

    @Test
    void answersAtOnceWhileItAsksBehindTheClientsBack() {
        String today = today().toString();
        given().get("/sleep/" + today);
        int before = Faults.calls(wire(today));
        clock.advance(Duration.ofMinutes(6));
        given().get("/sleep/" + today)
                .then()
                .statusCode(200)
                .header("Cache-Status", containsString("stale, revalidating"));
        await().until(() -> Faults.calls(wire(today)) == before + 1);
    }

    @Test
    void claimsNothingOfADayThatIsStillBeingComputed() {
        Faults.on("/1.2/", "pending", 1);
        given().get("/sleep/2025-08-01")
                .then()
                .statusCode(200)
                .body("status", equalTo("partial"))
                .body("minutesAsleep", equalTo(null))
                .body("naps", equalTo(null));
        clock.advance(Duration.ofSeconds(30));
        given().get("/sleep/2025-08-01").then().body("status", equalTo("final")).body("minutesAsleep", notNullValue());
    }

    @Test
    void blamesTheClockOfThisMachineWhenItIsWrong() {
        Faults.on("/1.2/", "clock-off", 1);
        given().get("/sleep/2025-09-01")
                .then()
                .statusCode(503)
                .body("type", equalTo("/problems/upstream-unavailable"))
                .body("detail", containsString("clock"));
        given().get("/sleep/2025-09-01").then().statusCode(200);
    }

    @Test
    void takesUnknownFieldsAndNumbersInQuotesInItsStride() {
        String plain = given().get("/sleep/2025-10-01").jsonPath().getString("minutesAsleep");
        Faults.on("/1.2/", "numbers-as-strings", 1);
        given().header("Cache-Control", "no-cache")
                .get("/sleep/2025-10-01")
                .then()
                .statusCode(200)
                .body("minutesAsleep.toString()", equalTo(plain));
        Faults.on("/1.2/", "unknown-fields", 1);
        given().header("Cache-Control", "no-cache")
                .get("/sleep/2025-10-01")
                .then()
                .body("minutesAsleep.toString()", equalTo(plain))
                .body("$", not(hasKey("surprise")));
    }
}
