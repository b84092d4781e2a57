package io.github.fitbitproxy.simulator;

import static io.github.fitbitproxy.simulator.RunningSimulator.civil;
import static io.github.fitbitproxy.simulator.RunningSimulator.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.simulator.http.PercentCode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Google Health API over real HTTP: shapes, pages, roll-ups, and what it refuses. */
class GoogleHealthApiTest {

    private static final String NIGHTS = "dataTypes/sleep/dataPoints";
    private static final String DAY_FILTER =
            "sleep.interval.civil_end_time >= \"%s\" AND sleep.interval.civil_end_time < \"%s\"";

    @AutoClose
    private final RunningSimulator running = new RunningSimulator();

    @Test
    void writesJsonAsGoogleDoes() {
        HttpResponse<String> answer = nights(LocalDate.of(2026, 11, 20), 1);
        JsonNode night = json(answer).at("/dataPoints/0");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=UTF-8");
        assertThat(answer.body()).startsWith("{\n  \"dataPoints\": [\n    {\n      \"name\": \"users/");
        assertThat(night.path("name").asText())
                .matches("users/1000000000000000001/dataTypes/sleep/dataPoints/7\\d{18}");
        assertThat(night.at("/sleep/interval").has("civilStartTime")).isFalse();
        assertThat(night.at("/sleep/summary/minutesAsleep").isTextual()).isTrue();
        assertThat(night.at("/sleep/metadata/mainSleep").booleanValue()).isTrue();
        assertThat(night.at("/sleep/metadata").has("nap")).isFalse();
        assertThat(json(answer).path("nextPageToken").asText("none")).isEmpty();
        assertThat(json(running.google("dataTypes/blood-glucose/dataPoints", 1)).isEmpty())
                .isTrue();
        assertThat(running.google("settings?prettyPrint=false", 1).body()).startsWith("{\"name\":");
    }

    @Test
    void tellsWhereAndWithWhatTheWearerLives() {
        running.clock.set(Instant.parse("2026-07-01T10:00:00Z"));

        assertThat(json(running.google("settings", 1)).path("timeZone").asText())
                .isEqualTo("Europe/Berlin");
        assertThat(json(running.google("settings", 1)).path("utcOffset").asText())
                .isEqualTo("7200s");
        JsonNode device = json(running.google("pairedDevices", 1)).at("/pairedDevices/0");
        assertThat(device.path("deviceVersion").asText()).isEqualTo("Charge 6");
        assertThat(device.path("lastSyncTime").asText()).endsWith("Z");
        String id = device.path("name").asText().replaceAll(".*/", "");
        assertThat(json(running.google("pairedDevices/" + id, 1))).isEqualTo(device);
        assertThat(json(running.google("profile", 1)).path("age").asInt()).isEqualTo(41);
        assertThat(json(running.google("identity", 1)).path("legacyUserId").asText())
                .isEqualTo("9SIM01");
    }

    @ParameterizedTest
    @CsvSource({"GET,/google/v4/users/me/sleep", "POST,/google/v4/users/me/settings", "GET,/google/v4/users/me/devices"
    })
    void answersAnUnknownRouteWithAPageBeforeLookingAtTheToken(String method, String path) {
        HttpResponse<String> answer = running.send(
                HttpRequest.newBuilder(running.url(path)).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    }

    @Test
    void looksAtTokenThenScopeThenTypeThenAction() {
        String path = "/google/v4/users/me/dataTypes/nonsense/dataPoints";
        HttpResponse<String> bare = running.send(HttpRequest.newBuilder(running.url(path)));
        HttpResponse<String> wrong = running.bearer(path, "ya29.wrong");
        String noSleep = withoutScope("sleep");

        assertThat(bare.statusCode()).isEqualTo(401);
        assertThat(reason(bare)).isEqualTo("CREDENTIALS_MISSING");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(json(wrong).path("error").has("details")).isFalse();
        assertThat(wrong.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("invalid_token");
        HttpResponse<String> forbidden = running.bearer("/google/v4/users/me/" + NIGHTS, noSleep);
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(reason(forbidden)).isEqualTo("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
        assertThat(running.bearer("/google/v4/users/me/settings", noSleep).statusCode())
                .isEqualTo(200);
        assertThat(reason(running.google("dataTypes/nonsense/dataPoints", 1)))
                .isEqualTo("INVALID_PARENT_DATA_TYPE_COLLECTION");
        HttpResponse<String> unsupported = running.google("dataTypes/total-calories/dataPoints", 1);
        assertThat(reason(unsupported)).isEqualTo("UNSUPPORTED_DATA_TYPE_ACTION");
        assertThat(json(unsupported).at("/error/message").asText())
                .isEqualTo(
                        "List is not supported for data type total-calories, but the following actions are supported:"
                                + " rollup, dailyRollup");
        assertThat(reason(running.google("dataTypes/floors/dataPoints", 1))).isEqualTo("UNSUPPORTED_DATA_TYPE_ACTION");
        assertThat(reason(running.googlePost("dataTypes/daily-resting-heart-rate/dataPoints:dailyRollUp", 1, "{}")))
                .isEqualTo("UNSUPPORTED_DATA_TYPE_ACTION");
    }

    @Test
    void refusesStrangeParametersAndPointsThatAreNotThere() {
        assertThat(json(running.google(NIGHTS + "?startTime=2026", 1))
                        .at("/error/message")
                        .asText())
                .contains("Unknown name \"startTime\"");
        assertThat(running.google(NIGHTS + "?page_size=5", 1).statusCode()).isEqualTo(200);
        assertThat(running.google(NIGHTS + "?pageSize=-1", 1).statusCode()).isEqualTo(400);
        assertThat(running.google(NIGHTS + "%3Areconcile", 1).statusCode()).isEqualTo(200);
        assertThat(running.google(NIGHTS + "%FF", 1).statusCode()).isEqualTo(404);
        assertThat(reason(running.google(NIGHTS + "/7000000000000000000", 1))).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(reason(running.google(NIGHTS + ":reconcile?dataSourceFamily=google-wearables", 1)))
                .isEqualTo("INVALID_DATA_POINT_DATA_SOURCE_FAMILY");
    }

    @Test
    void leadsThroughAllPages() {
        LocalDate from = LocalDate.of(2026, 8, 1);
        String query = NIGHTS + "?pageSize=1000&filter=" + filter(from, LocalDate.of(2026, 11, 1));
        List<String> names = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = json(running.google(query + "&pageToken=" + token, 1));
            assertThat(page.path("dataPoints").size()).isLessThanOrEqualTo(25);
            page.path("dataPoints")
                    .forEach(point -> names.add(point.path("name").asText()));
            token = page.path("nextPageToken").asText();
        } while (!token.isEmpty());

        assertThat(names).hasSizeGreaterThan(80).doesNotHaveDuplicates();
        JsonNode newest = json(running.google(query, 1)).at("/dataPoints/0");
        assertThat(newest.at("/sleep/interval/endTime").asText()).startsWith("2026-10-31");
        String id = newest.path("name").asText().replaceAll(".*/", "");
        assertThat(json(running.google(NIGHTS + "/" + id, 1))).isEqualTo(newest);
    }

    @Test
    void takesATokenForTheSameQuestionOnly() {
        String token = json(running.google(NIGHTS, 1)).path("nextPageToken").asText();

        assertThat(running.google(NIGHTS + "?pageToken=" + token, 1).statusCode())
                .isEqualTo(200);
        assertThat(running.google(NIGHTS + "?pageSize=3&pageToken=" + token, 1).statusCode())
                .isEqualTo(400);
        assertThat(running.google(NIGHTS + "?pageToken=nonsense", 1).statusCode())
                .isEqualTo(400);
    }

    @Test
    void spoilsPagesOnDemand() {
        String two = NIGHTS + "?filter=" + filter(LocalDate.of(2026, 11, 18), LocalDate.of(2026, 11, 20));
        running.simulator.faults().add(FaultRule.on("/google/v4/", Fault.EMPTY_FIRST_PAGE));
        JsonNode empty = json(running.google(two, 1));
        JsonNode behind = json(
                running.google(two + "&pageToken=" + empty.path("nextPageToken").asText(), 1));
        running.simulator.faults().replaceAll(List.of(FaultRule.on("/google/v4/", Fault.PAGES_OF_ONE)));
        JsonNode one = json(running.google(two, 1));

        assertThat(empty.has("dataPoints")).isFalse();
        assertThat(behind.path("dataPoints").size()).isGreaterThan(1);
        assertThat(one.path("dataPoints")).hasSize(1);
        assertThat(one.path("nextPageToken").asText()).isNotEmpty();
    }

    @Test
    void reconcilesWithoutSources() {
        LocalDate date = LocalDate.of(2026, 11, 20);
        JsonNode listed = json(nights(date, 1)).at("/dataPoints/0");
        running.simulator
                .faults()
                .add(FaultRule.on("/google/v4/", Fault.DOUBLED_STAGES).times(1));
        JsonNode doubled = reconciled(date);
        JsonNode plain = reconciled(date);

        assertThat(plain.has("dataSource")).isFalse();
        assertThat(plain.path("dataPointName")).isEqualTo(listed.path("name"));
        assertThat(plain.path("sleep")).isEqualTo(listed.path("sleep"));
        assertThat(doubled.at("/sleep/summary/stagesSummary")).hasSize(8);
        assertThat(plain.at("/sleep/summary/stagesSummary")).hasSize(4);
    }

    @Test
    void tellsANightBeforeItIsFinished() {
        LocalDate date = LocalDate.of(2026, 11, 20);
        running.simulator
                .faults()
                .add(FaultRule.on("/google/v4/", Fault.UNPROCESSED_SLEEP).times(1));
        running.simulator
                .faults()
                .add(FaultRule.on("/google/v4/", Fault.RUNNING_SLEEP).times(1));
        JsonNode unprocessed = json(nights(date, 1)).at("/dataPoints/0/sleep");
        JsonNode still = json(nights(date, 1)).at("/dataPoints/0/sleep");

        assertThat(unprocessed.has("stages")).isFalse();
        assertThat(unprocessed.path("metadata").has("processed")).isFalse();
        assertThat(unprocessed.at("/interval/endTime").isTextual()).isTrue();
        assertThat(still.path("interval").has("endTime")).isFalse();
        assertThat(still.has("metadata")).isFalse();
    }

    @Test
    void processesTheFreshNightOfANewUserLater() {
        running.clock.set(Instant.parse("2026-11-20T05:00:00Z"));
        JsonNode first = null;
        for (int i = 0; i < 60 && (first == null || first.isMissingNode()); i++) {
            running.clock.advance(Duration.ofMinutes(5));
            first = json(nights(LocalDate.of(2026, 11, 20), 5)).at("/dataPoints/0/sleep");
        }
        running.clock.advance(Duration.ofMinutes(40));
        JsonNode later = json(nights(LocalDate.of(2026, 11, 20), 5)).at("/dataPoints/0/sleep");

        assertThat(first.has("stages")).isFalse();
        assertThat(later.has("stages")).isTrue();
        assertThat(later.at("/metadata/processed").booleanValue()).isTrue();
    }

    @Test
    void tellsDailyValuesOnceTheDayIsOver() {
        String query = "dataTypes/daily-resting-heart-rate/dataPoints?filter="
                + PercentCode.encode("daily_resting_heart_rate.date >= \"2026-11-20\"");

        assertThat(json(running.google(query, 1)).path("dataPoints")).hasSize(1);
        running.clock.advance(Duration.ofDays(1));
        JsonNode points = json(running.google(query, 1)).path("dataPoints");
        assertThat(points).hasSize(2);
        assertThat(points.at("/0/dailyRestingHeartRate/date/day").asInt()).isEqualTo(21);
    }

    @Test
    void rollsUpDaysNewestFirstAndLeavesEmptyOnesOut() {
        LocalDate from = LocalDate.of(2026, 9, 1);
        JsonNode points = json(rollUp("steps", from, from.plusDays(90), "")).path("rollupDataPoints");

        List<LocalDate> days = new ArrayList<>();
        points.forEach(point -> days.add(date(point.at("/civilStartTime/date"))));
        assertThat(points.at("/0/civilStartTime/time").isEmpty()).isTrue();
        assertThat(days)
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .doesNotHaveDuplicates();
        // Today is the 21st of November, and now and then the device stays in the drawer.
        assertThat(days).hasSizeBetween(70, 81).startsWith(LocalDate.of(2026, 11, 21));
    }

    @Test
    void treatsTheEndOfTheRangeAsOpenUnlessToldOtherwise() {
        LocalDate date = LocalDate.of(2026, 11, 18);

        assertThat(json(rollUp("steps", date, date.plusDays(1), "")).path("rollupDataPoints"))
                .hasSize(1);
        assertThat(json(rollUp("steps", date, date, "")).isEmpty()).isTrue();
        running.simulator.faults().add(FaultRule.on("/google/v4/", Fault.INCLUSIVE_END));
        assertThat(json(rollUp("steps", date, date.plusDays(1), "")).path("rollupDataPoints"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "steps,90,90,",
        "steps,91,,90",
        "total-calories,14,14,",
        "total-calories,15,,14",
        "heart-rate,15,,14",
        "active-minutes,15,,14",
        "calories-in-heart-rate-zone,15,,14",
        "steps,10,1440,90"
    })
    void keepsToTheLongestRange(String type, int days, Integer pageSize, String mostDays) {
        LocalDate from = LocalDate.of(2026, 8, 20);
        HttpResponse<String> answer =
                rollUp(type, from, from.plusDays(days), pageSize == null ? "" : ",\"pageSize\":" + pageSize);

        assertThat(answer.statusCode()).isEqualTo(mostDays == null ? 200 : 400);
        assertThat(json(answer).at("/error/details/0/metadata/maxDurationDays").asText())
                .isEqualTo(mostDays == null ? "" : mostDays);
    }

    @Test
    void refusesAPageTooSmallForTheDaysOfARollUp() {
        LocalDate from = LocalDate.of(2026, 11, 1);

        assertThat(json(rollUp("steps", from, from.plusDays(7), ",\"pageSize\":3"))
                        .at("/error/message")
                        .asText())
                .startsWith("page_size (3) is too small. Must be at least 7");
        assertThat(rollUp("steps", from, from.plusDays(7), ",\"pageSize\":7").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"range\":{\"start\":{\"date\":{\"year\":2026,\"month\":03,\"day\":1}}}}|Invalid JSON payload",
                "{\"from\":1}|Unknown name \"from\": Cannot find field.",
                "{\"range\":{\"start\":{\"date\":{\"year\":2026,\"month\":13,\"day\":1}},\"end\":{}}}|range.start.date",
                "{\"range\":{\"startTime\":\"2026-11-03T00:00:00Z\"}}|Unknown name \"startTime\" at 'range'",
                "{}|Field 'range' is required."
            })
    void readsBodiesStrictly(String body, String message) {
        HttpResponse<String> answer = running.googlePost("dataTypes/steps/dataPoints:dailyRollUp", 1, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/error/message").asText()).contains(message);
    }

    @Test
    void addsMinutesUpToWindowsAndWindowsToDays() {
        String day = "\"startTime\":\"2026-11-18T23:00:00Z\",\"endTime\":\"2026-11-19T23:00:00Z\"";
        JsonNode hours = json(running.googlePost(
                        "dataTypes/steps/dataPoints:rollUp",
                        1,
                        "{\"range\":{" + day + "},\"windowSize\":\"3600s\",\"pageSize\":24}"))
                .path("rollupDataPoints");
        int byHour = 0;
        for (JsonNode hour : hours) {
            byHour += hour.at("/steps/countSum").asInt();
        }
        JsonNode minutes = json(running.google(
                        "dataTypes/steps/dataPoints?pageSize=5000&filter="
                                + PercentCode.encode("steps.interval.civil_start_time >= \"2026-11-19\" AND"
                                        + " steps.interval.civil_start_time < \"2026-11-20\""),
                        1))
                .path("dataPoints");
        int byMinute = 0;
        for (JsonNode minute : minutes) {
            byMinute += minute.at("/steps/count").asInt();
        }
        int told = running.dailyRollUp("steps", LocalDate.of(2026, 11, 19), 1)
                .at("/steps/countSum")
                .asInt();

        assertThat(hours.size()).isBetween(8, 24);
        assertThat(told).isPositive().isEqualTo(byHour).isEqualTo(byMinute);
        assertThat(running.googlePost(
                                "dataTypes/heart-rate/dataPoints:rollUp",
                                1,
                                "{\"range\":{" + day + "},\"windowSize\":\"900s\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void limitsTheCallsOfAMinute() {
        try (RunningSimulator strict =
                new RunningSimulator(SimulatorSettings.onFreePort().withCallsPerMinute(2))) {
            strict.google("settings", 1);
            strict.google("settings", 1);
            HttpResponse<String> third = strict.google("settings", 1);
            HttpResponse<String> other = strict.google("settings", 2);
            strict.clock.advance(Duration.ofMinutes(1));

            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(reason(third)).isEqualTo("RATE_LIMIT_EXCEEDED");
            assertThat(other.statusCode()).isEqualTo(200);
            assertThat(strict.google("settings", 1).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "unauthorised,401,UNAUTHENTICATED",
        "forbidden,403,PERMISSION_DENIED",
        "service-disabled,403,PERMISSION_DENIED",
        "account-not-linked,400,FAILED_PRECONDITION",
        "profile-missing,412,FAILED_PRECONDITION",
        "rate-limited,429,RESOURCE_EXHAUSTED",
        "rate-limited-without-headers,429,RESOURCE_EXHAUSTED",
        "status-500,500,INTERNAL",
        "status-503,503,UNAVAILABLE",
        "status-504,504,DEADLINE_EXCEEDED"
    })
    void failsAsAskedInItsOwnWords(String fault, int code, String status) {
        running.control("PUT", "/faults", "[{\"path\":\"/google/v4/users/me/settings\",\"fault\":\"" + fault + "\"}]");

        HttpResponse<String> answer = running.google("settings", 1);

        assertThat(answer.statusCode()).isEqualTo(code);
        assertThat(json(answer).at("/error/code").asInt()).isEqualTo(code);
        assertThat(json(answer).at("/error/status").asText()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(fault.equals("rate-limited"));
        assertThat(running.google("identity", 1).statusCode()).isEqualTo(200);
    }

    @Test
    void leavesTheLastSyncOutOnDemand() {
        running.simulator.faults().add(FaultRule.on("/google/v4/", Fault.MISSING_SYNC_TIME));

        assertThat(json(running.google("pairedDevices", 1))
                        .at("/pairedDevices/0")
                        .has("lastSyncTime"))
                .isFalse();
    }

    private HttpResponse<String> nights(LocalDate date, int wearer) {
        return running.google(NIGHTS + "?filter=" + filter(date, date.plusDays(1)), wearer);
    }

    private JsonNode reconciled(LocalDate date) {
        return json(running.google(NIGHTS + ":reconcile?filter=" + filter(date, date.plusDays(1)), 1))
                .at("/dataPoints/0");
    }

    private static String filter(LocalDate from, LocalDate to) {
        return PercentCode.encode(DAY_FILTER.formatted(from, to));
    }

    private HttpResponse<String> rollUp(String type, LocalDate from, LocalDate to, String more) {
        return running.googlePost(
                "dataTypes/" + type + "/dataPoints:dailyRollUp",
                1,
                "{\"range\":{\"start\":%s,\"end\":%s}%s}".formatted(civil(from), civil(to), more));
    }

    private String withoutScope(String scope) {
        running.simulator
                .faults()
                .add(FaultRule.on("/google/token", Fault.FEWER_SCOPES)
                        .without(scope)
                        .times(1));
        return running.googleAccessToken(1);
    }

    private static LocalDate date(JsonNode date) {
        return LocalDate.of(
                date.path("year").asInt(),
                date.path("month").asInt(),
                date.path("day").asInt());
    }

    private static String reason(HttpResponse<String> answer) {
        return json(answer).at("/error/details/0/reason").asText();
    }
}
