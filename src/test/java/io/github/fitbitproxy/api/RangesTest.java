package io.github.fitbitproxy.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class RangesTest {

    private static final String SLEEP_WIRE = "/1.2/user/-/sleep/date/";
    private static final String ACTIVITY_WIRE = "/1/user/-/activities/";

    @Inject
    MovableClock clock;

    @BeforeEach
    void beginANewHour() {
        clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void endFaults() {
        Faults.off();
        clock.advance(Duration.ofHours(1));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
    }

    private static Response sleep(String from, String to) {
        return given().get("/sleep?from=" + from + "&to=" + to);
    }

    @Test
    void tellsAYearOfSleepForFourCallsAndTheNextTimeForNone() {
        Response year = sleep("2019-01-01", "2019-12-31");
        year.then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept")
                .body("from", equalTo("2019-01-01"))
                .body("to", equalTo("2019-12-31"))
                .body("days", hasSize(365))
                .body("days.status", everyItem(equalTo("final")))
                .body("missing", empty());
        assertThat(year.jsonPath().getList("days.date", String.class))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(year.asString()).startsWith("{\"from\":").endsWith("]}\n");
        assertThat(Faults.calls(SLEEP_WIRE + "2019")).isEqualTo(4);

        clock.advance(Duration.ofDays(3));
        assertThat(sleep("2019-01-01", "2019-12-31").asString()).isEqualTo(year.asString());
        assertThat(Faults.calls(SLEEP_WIRE + "2019")).isEqualTo(4);
    }

    @Test
    void tellsADayInTheSameBytesAsTheDayAlone() {
        String range = sleep("2018-05-01", "2018-05-10").asString();
        String day = given().get("/sleep/2018-05-05").asString().strip();
        assertThat(range).contains("," + day + ",");
        assertThat(Faults.calls(SLEEP_WIRE + "2018-05-05")).isZero();

        String movement =
                given().get("/activities?from=2018-05-01&to=2018-05-30").asString();
        String moved = given().get("/activities/2018-05-05").asString().strip();
        assertThat(movement).contains("," + moved + ",");
        assertThat(Faults.calls(ACTIVITY_WIRE + "date/2018-05-05")).isZero();
    }

    @Test
    void fetchesOnlyTheDaysThatAreNotThere() {
        given().get("/sleep/2016-02-10");
        sleep("2016-02-09", "2016-02-11").then().body("days", hasSize(3));
        sleep("2016-02-01", "2016-02-11").then().body("days", hasSize(11));
        assertThat(Faults.calls(SLEEP_WIRE + "2016-02-09/2016-02-11")).isEqualTo(1);
        assertThat(Faults.calls(SLEEP_WIRE + "2016-02-01/2016-02-08")).isEqualTo(1);
    }

    @Test
    void namesTheDaysThatAFaultMidwayCostAndFetchesThemLater() {
        Faults.on(SLEEP_WIRE + "2017-06-15", "status-500");
        Response half = sleep("2017-01-01", "2017-12-31");
        half.then()
                .statusCode(200)
                .body("days", hasSize(100))
                .body("days[0].date", equalTo("2017-09-23"))
                .body("missing", hasSize(265))
                .body("missing[0].date", equalTo("2017-01-01"))
                .body("missing.reason", everyItem(equalTo("upstream-unavailable")));
        assertThat(Faults.calls(SLEEP_WIRE + "2017")).isEqualTo(2);
        Faults.off();
        clock.advance(Duration.ofMinutes(10));
        sleep("2017-01-01", "2017-12-31").then().body("days", hasSize(365)).body("missing", empty());
        assertThat(Faults.calls(SLEEP_WIRE + "2017")).isEqualTo(5);
    }

    @Test
    void saysThatTheBudgetIsUsedUp() {
        Faults.on("/1.2/", "rate-limited", 1);
        sleep("2016-03-01", "2016-03-02")
                .then()
                .statusCode(200)
                .body("days", empty())
                .body("missing.reason", contains("budget-exhausted", "budget-exhausted"));
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void answersStaleDaysWhenTheCloudFails() {
        String from = today().minusDays(3).toString();
        String to = today().minusDays(1).toString();
        List<String> fetchedAt = sleep(from, to).jsonPath().getList("days.fetchedAt");
        clock.advance(Duration.ofHours(20));
        Faults.on("/1.2/", "status-500");
        sleep(from, to)
                .then()
                .body("days", hasSize(3))
                .body("days.fetchedAt", equalTo(fetchedAt))
                .body("missing", empty());
    }

    @Test
    void namesDaysThatHaveNotBegun() {
        String tomorrow = today().plusDays(1).toString();
        sleep("yesterday", tomorrow)
                .then()
                .statusCode(200)
                .body("from", equalTo(today().minusDays(1).toString()))
                .body("days.date", contains(today().minusDays(1).toString(), today().toString()))
                .body("missing.date", contains(tomorrow))
                .body("missing.reason", contains("future-date"));
        sleep(tomorrow, tomorrow).then().statusCode(200).body("days", empty()).body("missing", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?from=2026-01-01",
                "?to=2026-01-01",
                "?from=&to=2026-01-01",
                "?from=2026-02-30&to=2026-03-01",
                "?from=tomorrow&to=2026-03-01",
                "?from=2026-03-02&to=2026-03-01",
                "?from=today&to=yesterday",
                "?from=2010-01-01&to=2026-01-01"
            })
    void refusesWhatIsNoRange(String query) {
        for (String path : List.of("/sleep", "/activities")) {
            given().get(path + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/bad-range"))
                    .body("detail", notNullValue());
        }
        given().get("/problems/bad-range").then().statusCode(200);
    }

    @Test
    void knowsPeople() {
        given().get("/sleep?from=2016-04-01&to=2016-04-02&person=nobody")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-person"));
        given().get("/sleep?from=2016-04-01&to=2016-04-02&person=me")
                .then()
                .statusCode(200)
                .body("days", hasSize(2));
    }

    @Test
    void asksNothingForAClientThatWantsStoredDaysOnly() {
        given().header("Cache-Control", "only-if-cached")
                .get("/sleep?from=2016-05-01&to=2016-05-02")
                .then()
                .statusCode(200)
                .body("missing.reason", contains("not-stored", "not-stored"));
        assertThat(Faults.calls(SLEEP_WIRE + "2016-05")).isZero();
    }

    @Test
    void tellsCsvToWhoLikesItBetter() {
        Response csv = given().accept("text/csv").get("/sleep?from=2018-06-01&to=2018-06-03");
        csv.then().statusCode(200).header("Content-Type", "text/csv;charset=UTF-8;header=present");
        String[] lines = csv.asString().split("\r\n", -1);
        assertThat(lines).hasSize(5);
        assertThat(lines[0]).isEqualTo(String.join(",", SleepDay.KIND.columns()));
        assertThat(lines[4]).isEmpty();
        Response json = given().accept("application/json, text/csv;q=0.5").get("/sleep?from=2018-06-01&to=2018-06-03");
        for (int i = 0; i < 3; i++) {
            String at = "days[" + i + "].";
            String row = SleepDay.KIND.columns().stream()
                    .map(column -> json.jsonPath().getString(at + column))
                    .map(value -> value == null ? "" : value)
                    .reduce((left, right) -> left + "," + right)
                    .orElseThrow();
            assertThat(lines[i + 1]).isEqualTo(row);
        }
        given().accept("text/csv;q=0.1, application/json;q=0.9")
                .get("/sleep?from=2018-06-01&to=2018-06-03")
                .then()
                .contentType("application/json");
        given().accept("text/html,application/xml;q=0.9,*/*;q=0.8")
                .get("/sleep?from=2018-06-01&to=2018-06-03")
                .then()
                .contentType("application/json");
        given().accept("text/csv")
                .get("/activities?from=2018-06-01&to=2018-06-03")
                .then()
                .statusCode(200)
                .header("Content-Type", "text/csv;charset=UTF-8;header=present");
        given().accept("text/csv")
                .get("/sleep?from=today")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void tellsAYearOfActivityForFewCallsWithWorkouts() {
        int before = Faults.calls(ACTIVITY_WIRE);
        Response year = given().get("/activities?from=2019-01-01&to=2019-12-31");
        year.then().statusCode(200).body("days", hasSize(365)).body("missing", empty());
        assertThat(Faults.calls(ACTIVITY_WIRE) - before).isBetween(25, 28);
        assertThat(year.jsonPath().getList("days.workouts.flatten()")).hasSizeGreaterThan(50);
        assertThat(year.jsonPath().getList("days.status")).containsOnly("final");
        given().get("/activities?from=2019-01-01&to=2019-12-31").then().body("days", hasSize(365));
        assertThat(Faults.calls(ACTIVITY_WIRE) - before).isBetween(25, 28);
    }

    @Test
    void fetchesABoundedPieceOfALongHistoryAndGoesOnNextTime() {
        Response first = given().get("/activities?from=2015-01-01&to=2016-12-30");
        first.then()
                .body("days", hasSize(365))
                .body("missing", hasSize(365))
                .body("missing.reason", everyItem(equalTo("not-fetched")));
        clock.advance(Duration.ofHours(1));
        given().get("/activities?from=2015-01-01&to=2016-12-30")
                .then()
                .body("days", hasSize(730))
                .body("missing", empty());
    }

    @Test
    void asksTheCloudOnceForTwoWhoWantTheSameAtOnce() {
        Faults.on("/1.2/", "slow");
        List<CompletableFuture<Response>> answers = Stream.of(1, 2, 3)
                .map(i -> CompletableFuture.supplyAsync(() -> sleep("2020-01-01", "2020-09-30")))
                .toList();
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.join().jsonPath().getList("days")).hasSize(274));
        assertThat(Faults.calls(SLEEP_WIRE + "2020")).isEqualTo(3);
    }

    @Test
    void beginsToAnswerEarlyAndEndsTheWorkOfWhoHangsUp() throws IOException {
        given().get("/sleep/today");
        Faults.on("/1.2/", "slow");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream()
                    .write("GET /sleep?from=2021-01-01&to=2023-09-30 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\"days\":[") < 0) {
                int read = socket.getInputStream().read();
                assertThat(read).isNotNegative();
                head.append((char) read);
            }
            assertThat(Faults.calls(SLEEP_WIRE + "2023")).isLessThan(3);
        }
        await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(15)).until(() -> callsOf2021To2023() <= 4);
    }

    private static int callsOf2021To2023() {
        return Stream.of("2021", "2022", "2023")
                .mapToInt(year -> Faults.calls(SLEEP_WIRE + year))
                .sum();
    }
}
