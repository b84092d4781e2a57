package io.github.fitbitproxy.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In an application of its own: it fills the store with days that other tests expect to be new. */
@QuarkusTest
@WithTestResource(value = SimulatedCloud.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class SleepAnalysisResourceTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void endFaults() {
        Faults.off();
        clock.advance(Duration.ofMinutes(61));
    }

    @Test
    void analysesTheFourWeeksToYesterdayWithEveryMetricInItsPlace() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
        Response answer = given().get("/sleep/analysis");
        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .body("from", equalTo(today.minusDays(28).toString()))
                .body("to", equalTo(today.minusDays(1).toString()))
                .body("metrics.minutesAsleep.value", notNullValue())
                .body("metrics.sleepRegularityIndex.value", notNullValue())
                .body("metrics.socialJetlag.estimate", equalTo(true))
                .body("metrics.chronotype.estimate", equalTo(true));
        JsonPath json = answer.jsonPath();
        assertThat(json.getInt("nights") + json.getInt("missing")).isEqualTo(28);
        assertThat(json.getInt("nights")).isGreaterThan(14);
        Map<String, Map<String, Object>> metrics = json.getMap("metrics");
        assertThat(metrics.keySet())
                .containsExactly(
                        "minutesAsleep",
                        "minutesInBed",
                        "bedtime",
                        "wakeTime",
                        "midSleep",
                        "efficiency",
                        "maintenanceEfficiency",
                        "minutesAwakeAfterOnset",
                        "awakenings",
                        "stageShares",
                        "remLatency",
                        "sleepRegularityIndex",
                        "interdailyStability",
                        "compositePhaseDeviation",
                        "socialJetlag",
                        "chronotype",
                        "weeklySleepLoss",
                        "sleepDebt",
                        "naps",
                        "trend");
        metrics.forEach((name, metric) -> {
            assertThat(List.copyOf(metric.keySet()).subList(0, 6))
                    .as(name)
                    .containsExactly("value", "unit", "nights", "missing", "method", "parameters");
            assertThat(metric.get("value")).as(name).isNotNull();
        });
    }

    @Test
    void agreesWithTheDaysItRestsOn() {
        List<Integer> asleep = LocalDate.parse("2026-06-01")
                .datesUntil(LocalDate.parse("2026-06-08"))
                .map(date -> given().get("/sleep/" + date).jsonPath().<Integer>get("minutesAsleep"))
                .filter(Objects::nonNull)
                .toList();
        JsonPath week =
                given().get("/sleep/analysis?from=2026-06-01&to=2026-06-07").jsonPath();
        assertThat(week.getInt("nights")).isEqualTo(asleep.size());
        assertThat(week.getDouble("metrics.minutesAsleep.value"))
                .isEqualTo(Math.round(asleep.stream()
                                        .mapToInt(minutes -> minutes)
                                        .average()
                                        .orElseThrow()
                                * 10)
                        / 10.0);
    }

    @Test
    void fetchesARangeInOneCallAndOnlyOnce() {
        given().get("/sleep/analysis?from=2026-05-01&to=2026-05-20").then().statusCode(200);
        given().get("/sleep/analysis?from=2026-05-01&to=2026-05-20").then().statusCode(200);
        assertThat(Faults.calls("/1.2/user/-/sleep/date/2026-05-")).isEqualTo(1);
    }

    @Test
    void leavesTheCloudAloneWhenToldTo() {
        given().header("Cache-Control", "only-if-cached")
                .get("/sleep/analysis?from=2024-05-01&to=2024-05-07")
                .then()
                .statusCode(504)
                .body("type", equalTo("/problems/not-stored"));
        given().get("/sleep/2024-05-03");
        given().header("Cache-Control", "only-if-cached")
                .get("/sleep/analysis?from=2024-05-01&to=2024-05-07")
                .then()
                .statusCode(200);
        assertThat(Faults.calls("/1.2/user/-/sleep/date/2024-05-")).isEqualTo(1);
    }

    @Test
    void takesWhatTheCallerSaysOfNeedAndWorkDays() {
        given().get("/sleep/analysis?from=2026-04-01&to=2026-04-14&need=540&workDays=tue,Mon,sat")
                .then()
                .statusCode(200)
                .body("metrics.sleepDebt.parameters.needMinutes", equalTo(540))
                .body("metrics.sleepDebt.parameters.windowDays", equalTo(14))
                .body("metrics.socialJetlag.estimate", equalTo(false))
                .body("metrics.socialJetlag.parameters.workDays", contains("mon", "tue", "sat"));
    }

    @Test
    void hasNoValueUnderAMinimumButEveryMetric() {
        given().get("/sleep/analysis?from=2026-03-02&to=2026-03-03")
                .then()
                .statusCode(200)
                .body("metrics.sleepRegularityIndex.value", nullValue())
                .body("metrics.trend.value", nullValue())
                .body("metrics.size()", equalTo(20));
    }

    @Test
    void answersTheSameBytesWithTheSameValidator() {
        Response first = given().get("/sleep/analysis?from=2026-02-02&to=2026-02-08");
        Response second = given().get("/sleep/analysis?from=2026-02-02&to=2026-02-08");
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        given().header("If-None-Match", first.header("ETag"))
                .get("/sleep/analysis?from=2026-02-02&to=2026-02-08")
                .then()
                .statusCode(304);
    }

    @Test
    void isDescribedInTheOpenApiDocument() {
        JsonPath document = given().get("/q/openapi?format=json").jsonPath();
        assertThat(document.getString("paths.'/sleep/analysis'.get.operationId"))
                .isEqualTo("getSleepAnalysis");
        assertThat(document.getList("paths.'/sleep/analysis'.get.parameters.name"))
                .contains("from", "to", "need", "workDays");
        assertThat(document.getString("paths.'/sleep/{date}/timeline'.get.operationId"))
                .isEqualTo("getSleepTimeline");
        for (String type : List.of(
                "NightlyMetric",
                "AwakeningsMetric",
                "ClockMetric",
                "StageSharesMetric",
                "RegularityMetric",
                "InterdailyStabilityMetric",
                "PhaseDeviationMetric",
                "SocialJetlagMetric",
                "ChronotypeMetric",
                "SleepLossMetric",
                "SleepDebtMetric",
                "NapsMetric",
                "TrendMetric",
                "SleepTimelineLog",
                "SleepTimelineSegment")) {
            Map<String, Map<String, Object>> fields = document.getMap("components.schemas." + type + ".properties");
            fields.forEach((name, field) -> assertThat(field)
                    .as(type + "." + name)
                    .satisfiesAnyOf(
                            f -> assertThat(f).containsKey("description"),
                            f -> assertThat(f).containsKey("$ref")));
        }
    }

    @Test
    void saysWhyWhenNothingCanBeHad() {
        Faults.on("/1.2/", "status-500");
        given().get("/sleep/analysis?from=2024-02-02&to=2024-02-08")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/upstream-unavailable"));
    }

    @Test
    void analysesWhatIsStoredWhenTheCloudFails() {
        given().get("/sleep/2024-03-05");
        Faults.on("/1.2/", "status-500");
        given().get("/sleep/analysis?from=2024-03-04&to=2024-03-10")
                .then()
                .statusCode(200)
                .body("nights", lessThanOrEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-05-02&to=2026-05-01, 400, bad-range",
        "from=2020-01-01&to=2026-05-01, 400, bad-range",
        "from=today, 400, bad-range",
        "from=2026-02-30, 400, bad-range",
        "to=soon, 400, bad-range",
        "to=2030-01-01, 404, future-date",
        "need=239, 400, bad-parameter",
        "need=721, 400, bad-parameter",
        "need=8h, 400, bad-parameter",
        "'workDays=mon,someday', 400, bad-parameter",
        "'workDays=,', 400, bad-parameter",
        "person=nobody, 404, unknown-person",
    })
    void saysWhatIsWrongWithTheRequest(String query, int status, String type) {
        given().get("/sleep/analysis?" + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type));
        given().get("/problems/" + type).then().statusCode(200).body(containsString("`" + type + "`"));
    }
}
