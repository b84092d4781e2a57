package io.github.fitbitproxy.simulator.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.http.Parameter;
import io.github.fitbitproxy.simulator.wearer.PresetWearers;
import io.github.fitbitproxy.simulator.wearer.Wearer;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitbitApiTest {

    private static final Instant NOW = Instant.parse("2026-11-21T19:20:00Z");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FitbitApi api = new FitbitApi();

    @Test
    void tellsSleepWithItsSummary() {
        for (LocalDate date = LocalDate.of(2026, 1, 1); date.getYear() == 2026; date = date.plusDays(1)) {
            JsonNode day = ok(PresetWearers.ALEX, "/1.2/user/-/sleep/date/" + date + ".json");
            JsonNode summary = day.path("summary");
            int asleep = 0;
            String previous = "9999";
            for (JsonNode log : day.path("sleep")) {
                asleep += log.path("minutesAsleep").intValue();
                assertThat(log.path("startTime").asText()).isLessThan(previous);
                assertThat(log.path("dateOfSleep").asText()).isEqualTo(date.toString());
                assertThat(log.path("endTime").asText()).startsWith(date.toString());
                assertThat(log.path("duration").longValue())
                        .isEqualTo(log.path("timeInBed").longValue() * 60_000);
                checkLog(log);
                previous = log.path("startTime").asText();
            }
            assertThat(summary.path("totalMinutesAsleep").intValue()).isEqualTo(asleep);
            assertThat(summary.path("totalSleepRecords").intValue())
                    .isEqualTo(day.path("sleep").size());
            boolean staged = day.path("sleep").findValuesAsText("type").contains("stages");
            assertThat(summary.has("stages")).isEqualTo(staged);
        }
    }

    private static void checkLog(JsonNode log) {
        JsonNode minutes = log.at("/levels/summary");
        int asleep = log.path("minutesAsleep").intValue();
        int awake = log.path("minutesAwake").intValue();
        if (log.path("type").asText().equals("stages")) {
            assertThat(asleep + awake).isEqualTo(log.path("timeInBed").intValue());
            assertThat(minutes.at("/wake/minutes").intValue()).isEqualTo(awake);
            assertThat(log.path("infoCode").intValue()).isZero();
        } else {
            assertThat(minutes.at("/asleep/count").intValue()).isZero();
            assertThat(minutes.at("/asleep/minutes").intValue()).isEqualTo(asleep);
            assertThat(log.path("efficiency").intValue())
                    .isEqualTo((int) Math.round(100.0 * asleep / (asleep + awake)));
            assertThat(log.path("levels").has("shortData")).isFalse();
        }
    }

    @Test
    void tellsTheSameNightsInARange() {
        JsonNode range = ok(PresetWearers.BILLIE, "/1.2/user/-/sleep/date/2026-10-01/2026-10-20.json");
        List<JsonNode> single = new ArrayList<>();
        for (int day = 1; day <= 20; day++) {
            ok(PresetWearers.BILLIE, "/1.2/user/-/sleep/date/2026-10-%02d.json".formatted(day))
                    .path("sleep")
                    .forEach(single::add);
        }

        assertThat(range.has("summary")).isFalse();
        assertThat(range.path("sleep"))
                .containsExactlyInAnyOrderElementsOf(single)
                .hasSizeGreaterThan(15);
    }

    @Test
    void resolvesTodayInTheWearersZone() {
        Instant lateInNewYork = Instant.parse("2026-11-22T03:00:00Z");
        WearerLife billie = new WearerLife(1, PresetWearers.BILLIE);

        assertThat(json(api.answer("/1/user/-/activities/date/today.json", billie, lateInNewYork)))
                .isEqualTo(json(api.answer("/1/user/-/activities/date/2026-11-21.json", billie, lateInNewYork)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/1.2/user/-/sleep/date/2024-02-30.json",
                "/1.2/user/-/sleep/date/20240201.json",
                "/1.2/user/-/sleep/date/tomorrow.json",
                "/1.2/user/-/sleep/date/2024-01-02/2024-01-01.json",
                "/1.2/user/-/sleep/date/2024-01-01/2024-04-10.json",
                "/1/user/-/activities/date/yesterday.json",
                "/1/user/-/activities/steps/date/2020-01-01/2022-12-31.json",
                "/1/user/-/activities/activityCalories/date/2024-01-01/2024-01-31.json",
                "/1/user/-/activities/heart/date/today/1y.json",
                "/1/user/-/hrv/date/2024-01-01/2024-01-31.json",
                "/1/user/-/spo2/date/tomorrow.json",
                "/1/user/-/temp/skin/date/2024-01-02/2024-01-01.json",
                "/1/user/-/body/log/weight/date/2024-01-01/2024-02-01.json",
                "/1/user/-/body/log/fat/date/2024-01-01/2024-01-31.json",
                "/1/user/-/activities/happiness/date/today/1d.json",
                "/1/user/-/activities/tracker/caloriesBMR/date/today/1d.json"
            })
    void refusesBadPathParameters(String path) {
        Answer answer = api.answer(path, new WearerLife(1, PresetWearers.ALEX), NOW);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/errorType").asText()).isEqualTo("validation");
        assertThat(json(answer).has("success")).isFalse();
    }

    @Test
    void namesTheUnknownResource() {
        Answer answer = api.answer(
                "/1/user/-/activities/happiness/date/today/1d.json", new WearerLife(1, PresetWearers.ALEX), NOW);

        assertThat(json(answer).at("/errors/0/message").asText())
                .isEqualTo("Invalid time series resource path: /activities/happiness");
        assertThat(json(answer).at("/errors/0/fieldName").asText()).isEqualTo("resource path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/1/user/-/sleep/date/2024-02-01.json",
                "/2/user/-/profile.json",
                "/",
                "/1.2/user/-/sleep/date/.json"
            })
    void knowsNoOtherPaths(String path) {
        assertThat(api.answer(path, new WearerLife(1, PresetWearers.ALEX), NOW).status())
                .isEqualTo(404);
    }

    /** SpO2 alone has no wrapper, and no list for a single day that has a value. */
    @Test
    void tellsTheMetricsOfANight() {
        assertThat(ok(PresetWearers.ALEX, "/1/user/-/spo2/date/2026-10-07.json")
                        .at("/value/avg")
                        .doubleValue())
                .isBetween(90.0, 100.0);
        assertThat(ok(PresetWearers.BILLIE, "/1/user/-/spo2/date/2026-10-07.json"))
                .isEmpty();
        JsonNode month = ok(PresetWearers.ALEX, "/1/user/-/spo2/date/2026-10-01/2026-10-30.json");
        assertThat(month.isArray()).isTrue();
        assertThat(month).hasSizeBetween(20, 30);
        assertThat(ok(PresetWearers.ALEX, "/1/user/-/hrv/date/2026-10-07.json")
                        .at("/hrv/0/value/dailyRmssd")
                        .isNumber())
                .isTrue();
        assertThat(ok(PresetWearers.BILLIE, "/1/user/-/hrv/date/2026-10-07.json")
                        .path("hrv"))
                .isEmpty();
        assertThat(ok(PresetWearers.ALEX, "/1/user/-/br/date/2026-10-07.json")
                        .at("/br/0/value/breathingRate")
                        .isNumber())
                .isTrue();
        assertThat(ok(PresetWearers.ALEX, "/1/user/-/temp/skin/date/2026-10-07.json")
                        .at("/tempSkin/0/value/nightlyRelative")
                        .isNumber())
                .isTrue();
        assertThat(ok(PresetWearers.ALEX, "/1/user/-/cardioscore/date/2026-10-07.json")
                        .at("/cardioScore/0/value/vo2Max")
                        .asText())
                .matches("\\d\\d-\\d\\d");
        assertThat(ok(PresetWearers.CHRIS, "/1/user/-/cardioscore/date/2026-10-07.json")
                        .at("/cardioScore/0/value/vo2Max")
                        .asText())
                .matches("\\d\\d\\.\\d");
    }

    @Test
    void tellsWeighingsInBothLogs() {
        JsonNode weight = ok(PresetWearers.ALEX, "/1/user/-/body/log/weight/date/2026-10-01/2026-10-30.json");
        JsonNode fat = ok(PresetWearers.ALEX, "/1/user/-/body/log/fat/date/2026-10-30/1m.json");
        assertThat(weight.path("weight")).hasSizeGreaterThan(10);
        assertThat(fat.path("fat")).hasSameSizeAs(weight.path("weight"));
        JsonNode one = weight.path("weight").get(0);
        assertThat(one.path("source").asText()).isEqualTo("Aria");
        assertThat(Instant.ofEpochMilli(one.path("logId").longValue()))
                .hasToString(one.path("date").asText() + "T" + one.path("time").asText() + "Z");
        assertThat(ok(PresetWearers.ELI, "/1/user/-/body/log/fat/date/2026-11-20/1m.json")
                        .path("fat"))
                .isEmpty();
        assertThat(ok(PresetWearers.CHRIS, "/1/user/-/body/log/weight/date/2026-11-20/1m.json")
                        .path("weight"))
                .isEmpty();
    }

    @Test
    void acceptsTheLongestRanges() {
        assertThat(ok(PresetWearers.ALEX, "/1.2/user/-/sleep/date/2024-01-01/2024-04-09.json")
                        .path("sleep"))
                .isNotEmpty();
        assertThat(ok(PresetWearers.ALEX, "/1/user/-/activities/steps/date/2020-01-01/2022-12-30.json")
                        .path("activities-steps"))
                .hasSize(1095);
    }

    @ParameterizedTest
    @CsvSource({
        "activityCalories, activityCalories",
        "calories, caloriesOut",
        "caloriesBMR, caloriesBMR",
        "minutesSedentary, sedentaryMinutes",
        "minutesLightlyActive, lightlyActiveMinutes",
        "minutesFairlyActive, fairlyActiveMinutes",
        "minutesVeryActive, veryActiveMinutes",
        "floors, floors",
        "steps, steps",
        "tracker/steps, steps"
    })
    void agreesBetweenSeriesAndDay(String resource, String field) {
        JsonNode series = ok(PresetWearers.ALEX, "/1/user/-/activities/" + resource + "/date/2026-11-21/7d.json")
                .path("activities-" + resource.replace('/', '-'));

        assertThat(series).hasSize(7);
        for (JsonNode entry : series) {
            JsonNode summary = ok(
                            PresetWearers.ALEX,
                            "/1/user/-/activities/date/"
                                    + entry.path("dateTime").asText() + ".json")
                    .path("summary");
            assertThat(entry.path("value").isTextual()).isTrue();
            assertThat(entry.path("value").asText())
                    .isEqualTo(summary.path(field).asText("0"));
        }
        assertThat(series.path(6).path("dateTime").asText()).isEqualTo("2026-11-21");
    }

    @ParameterizedTest
    @CsvSource({"1d,1", "7d,7", "30d,30", "1w,7", "1m,31", "3m,92", "6m,184", "1y,365"})
    void countsPeriodsBackwards(String period, int days) {
        assertThat(ok(PresetWearers.ALEX, "/1/user/-/activities/steps/date/2026-11-21/" + period + ".json")
                        .path("activities-steps"))
                .hasSize(days);
    }

    @Test
    void failsOnThePeriodMaxAsTheVendorDid() {
        WearerLife alex = new WearerLife(1, PresetWearers.ALEX);

        assertThat(api.answer("/1/user/-/activities/steps/date/today/max.json", alex, NOW)
                        .status())
                .isEqualTo(500);
    }

    @Test
    void namesThirdPartyWorkoutsAmongTheDistances() {
        boolean found = false;
        for (LocalDate date = LocalDate.of(2026, 1, 1); !found && date.getYear() == 2026; date = date.plusDays(1)) {
            JsonNode day = ok(PresetWearers.ALEX, "/1/user/-/activities/date/" + date + ".json");
            List<String> names = day.at("/summary/distances").findValuesAsText("activity");
            assertThat(names).contains("total", "tracker", "veryActive", "moderatelyActive", "lightlyActive");
            found = names.contains("Bike");
            if (found) {
                assertThat(day.at("/activities/0/name").asText()).isEqualTo("Bike");
            }
        }
        assertThat(found).isTrue();
    }

    @Test
    void tellsZonesWithoutMinutesWhereThereIsNoHeartData() {
        JsonNode value = ok(PresetWearers.BILLIE, "/1/user/-/activities/heart/date/2026-11-20/1d.json")
                .at("/activities-heart/0/value");

        assertThat(value.has("restingHeartRate")).isFalse();
        assertThat(value.path("heartRateZones")).hasSize(4).allMatch(zone -> !zone.has("minutes") && zone.has("max"));
    }

    @Test
    void tellsZoneMinutesTheVendorsWay() {
        JsonNode zones = ok(PresetWearers.ALEX, "/1/user/-/activities/heart/date/2026-11-20/1d.json")
                .at("/activities-heart/0/value/heartRateZones");
        JsonNode minutes = ok(
                        PresetWearers.ALEX, "/1/user/-/activities/active-zone-minutes/date/2026-11-20/2026-11-20.json")
                .at("/activities-active-zone-minutes/0/value");

        assertThat(minutes.path("activeZoneMinutes").intValue())
                .isEqualTo(zones.at("/1/minutes").intValue()
                        + 2
                                * (zones.at("/2/minutes").intValue()
                                        + zones.at("/3/minutes").intValue()))
                .isPositive();
    }

    @Test
    void letsTheProfileFollowTheTraveller() {
        WearerLife chris = new WearerLife(1, PresetWearers.CHRIS);
        for (int day = 0; day < 70; day++) {
            Instant now = NOW.plusSeconds(86_400L * day);
            JsonNode user =
                    json(api.answer("/1/user/-/profile.json", chris, now)).path("user");
            assertThat(user.path("timezone").asText()).isEqualTo(chris.zone(now).getId());
            assertThat(user.path("offsetFromUTCMillis").intValue())
                    .isEqualTo(chris.zone(now).getRules().getOffset(now).getTotalSeconds() * 1000);
        }
    }

    @Test
    void tellsTheLastSyncOnTheWearersClock() {
        JsonNode device = ok(PresetWearers.BILLIE, "/1/user/-/devices.json").path(0);

        assertThat(device.path("lastSyncTime").asText())
                .startsWith("2026-11-21T14:15:")
                .endsWith(".000");
        assertThat(device.has("batteryLevel")).isFalse();
    }

    @Test
    void isPendingOnceAFreshDayForTheNewUser() {
        WearerLife eli = new WearerLife(1, PresetWearers.ELI);
        String path = "/1.2/user/-/sleep/date/today.json";
        Instant now = NOW;
        while (eli.sleep(eli.today(now), now).isEmpty()) {
            now = now.plusSeconds(86_400);
        }

        assertThat(json(api.answer(path, eli, now)).at("/meta/state").asText()).isEqualTo("pending");
        assertThat(json(api.answer(path, eli, now)).path("sleep")).isNotEmpty();
    }

    @Test
    void listsTheWorkoutsOfTheDaysPageByPage() {
        List<String> listed = new ArrayList<>();
        String query = "afterDate=2026-01-01&sort=asc&offset=0&limit=20";
        int pages = 0;
        while (!query.isEmpty()) {
            JsonNode page = json(list(query));
            page.path("activities").forEach(log -> listed.add(summaryOf(log)));
            assertThat(page.path("activities").size()).isBetween(1, 20);
            String next = page.at("/pagination/next").asText();
            assertThat(next)
                    .satisfiesAnyOf(
                            last -> assertThat(last).isEmpty(),
                            more -> assertThat(more).startsWith("http://sim.example/1/user/-/activities/list.json?"));
            query = next.replaceFirst(".*\\?", "");
            pages++;
        }
        List<String> told = new ArrayList<>();
        for (LocalDate date = LocalDate.of(2026, 1, 1);
                date.isBefore(LocalDate.of(2026, 11, 22));
                date = date.plusDays(1)) {
            ok(PresetWearers.ALEX, "/1/user/-/activities/date/" + date + ".json")
                    .path("activities")
                    .forEach(log -> told.add(log.path("logId").asText() + " "
                            + log.path("startDate").asText() + " "
                            + log.path("startTime").asText() + " "
                            + log.path("steps").asText()));
        }
        assertThat(pages).isGreaterThan(3);
        assertThat(listed).isEqualTo(told);
    }

    private static String summaryOf(JsonNode log) {
        String start = log.path("startTime").asText();
        assertThat(start).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:00\\.000\\+0[12]:00");
        return log.path("logId").asText() + " " + start.substring(0, 10) + " " + start.substring(11, 16) + " "
                + log.path("steps").asText();
    }

    @Test
    void namesNoNextPageBehindAFullLastOne() {
        int all = json(list("afterDate=2026-10-01&sort=asc&offset=0&limit=100"))
                .path("activities")
                .size();
        assertThat(all).isBetween(2, 99);
        String list = "afterDate=2026-10-01&sort=asc&offset=0&limit=";
        assertThat(json(list(list + all)).at("/pagination/next").asText("none")).isEmpty();
        assertThat(json(list(list + (all - 1))).at("/pagination/next").asText()).isNotEmpty();
    }

    @Test
    void listsWorkoutsBackwardsToo() {
        JsonNode newest =
                json(list("beforeDate=2026-11-22&sort=desc&offset=0&limit=3")).path("activities");
        assertThat(newest).hasSize(3);
        assertThat(newest.path(0).path("startTime").asText())
                .isGreaterThan(newest.path(2).path("startTime").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=asc&offset=0&limit=20",
                "afterDate=2026-01-01&beforeDate=2026-01-01&sort=asc&offset=0&limit=20",
                "afterDate=2026-01-01&sort=desc&offset=0&limit=20",
                "afterDate=2026-01-01&sort=asc&offset=0&limit=101",
                "afterDate=2026-01-01&sort=asc&limit=20",
                "afterDate=soon&sort=asc&offset=0&limit=20"
            })
    void refusesListsThatNobodyCanAskFor(String query) {
        assertThat(list(query).status()).isEqualTo(400);
    }

    private Answer list(String query) {
        String path = "/1/user/-/activities/list.json";
        List<Parameter> parameters = Stream.of(query.split("&"))
                .map(pair -> pair.split("="))
                .map(sides -> new Parameter(sides[0], sides[1]))
                .toList();
        Call call = new Call("GET", "http://sim.example", path, parameters, null, null, "");
        return api.answer(call, path, new WearerLife(1, PresetWearers.ALEX), FitbitScopes.all(), NOW);
    }

    private JsonNode ok(Wearer wearer, String path) {
        Answer answer = api.answer(path, new WearerLife(1, wearer), NOW);
        assertThat(answer.status()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode json(Answer answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
