package io.github.fitbitproxy.simulator;

import static io.github.fitbitproxy.simulator.RunningSimulator.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.simulator.http.PercentCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever cloud tells a wearer's day, it is the same day. */
class SameDaysOnBothCloudsTest {

    @AutoClose
    private final RunningSimulator running = new RunningSimulator(
            SimulatorSettings.onFreePort().withCallsPerHour(100_000).withCallsPerMinute(100_000));

    /** One log as either cloud tells it: when it began, how many seconds of each level, and what it counts as. */
    private record Night(LocalDateTime start, Map<String, Integer> seconds, boolean mainSleep, String type) {}

    @ParameterizedTest
    @CsvSource({
        "1,2026-09-20,2026-11-21",
        "2,2026-10-01,2026-11-21",
        "3,2026-09-20,2026-11-21",
        "4,2026-10-01,2026-11-21",
        "5,2026-10-10,2026-11-20",
        "1,2026-03-20,2026-04-02"
    })
    void tellTheSameNights(int wearer, LocalDate from, LocalDate to) {
        int compared = 0;
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            List<Night> fitbit = fitbit(date, wearer);
            List<Night> google = google(date, wearer);
            compared += fitbit.size();

            assertThat(google).as("wearer %d, %s", wearer, date).isEqualTo(fitbit);
        }
        assertThat(compared).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void tellTheSameFigures(int wearer) {
        for (LocalDate date = LocalDate.of(2026, 11, 5);
                date.isBefore(LocalDate.of(2026, 11, 22));
                date = date.plusDays(1)) {
            JsonNode day = json(running.get("/1/user/-/activities/date/" + date + ".json", wearer));
            JsonNode summary = day.path("summary");
            if (summary.path("steps").asInt() == 0) {
                assertThat(running.dailyRollUp("steps", date, wearer).isMissingNode())
                        .isTrue();
                continue;
            }
            assertThat(rolledUp("steps", "countSum", date, wearer))
                    .isEqualTo(summary.path("steps").asInt());
            assertThat(rolledUp("total-calories", "kcalSum", date, wearer))
                    .isEqualTo(summary.path("caloriesOut").asDouble());
            assertThat(rolledUp("active-energy-burned", "kcalSum", date, wearer))
                    .isEqualTo(summary.path("caloriesOut").asDouble()
                            - summary.path("caloriesBMR").asDouble());
            assertThat(rolledUp("distance", "millimetersSum", date, wearer) / 1_000_000)
                    .isEqualTo(
                            summary.at("/distances").findParent("distance") == null
                                    ? 0
                                    : total(summary.path("distances")));
            assertThat(rolledUp("floors", "countSum", date, wearer))
                    .isEqualTo(summary.path("floors").asDouble());
            assertThat(running.dailyRollUp("sedentary-period", date, wearer)
                            .at("/sedentaryPeriod/durationSum")
                            .asText())
                    .isEqualTo(summary.path("sedentaryMinutes").asInt() * 60 + "s");
            assertThat(running.dailyRollUp("floors", date, wearer).isMissingNode())
                    .isEqualTo(!summary.has("floors"));
            assertSameZones(summary.path("heartRateZones"), date, wearer);
            assertThat(exercises(date, wearer)).isEqualTo(day.path("activities").size());
        }
    }

    @Test
    void tellTheSameRestingHeartRateOnceTheDayIsOver() {
        JsonNode points = json(running.google("dataTypes/daily-resting-heart-rate/dataPoints?pageSize=30", 1))
                .path("dataPoints");

        assertThat(points).hasSize(30);
        for (JsonNode point : points) {
            JsonNode date = point.at("/dailyRestingHeartRate/date");
            LocalDate day = LocalDate.of(
                    date.path("year").asInt(),
                    date.path("month").asInt(),
                    date.path("day").asInt());
            JsonNode summary = json(running.get("/1/user/-/activities/date/" + day + ".json", 1))
                    .path("summary");
            assertThat(point.at("/dailyRestingHeartRate/beatsPerMinute").asInt())
                    .isEqualTo(summary.path("restingHeartRate").asInt());
        }
    }

    private void assertSameZones(JsonNode fitbit, LocalDate date, int wearer) {
        JsonNode time = running.dailyRollUp("time-in-heart-rate-zone", date, wearer)
                .at("/timeInHeartRateZone/timeInHeartRateZones");
        JsonNode calories = running.dailyRollUp("calories-in-heart-rate-zone", date, wearer)
                .at("/caloriesInHeartRateZone/caloriesInHeartRateZones");
        assertThat(time.size()).isEqualTo(fitbit.size());
        for (int i = 0; i < fitbit.size(); i++) {
            assertThat(time.path(i).path("duration").asText())
                    .isEqualTo(fitbit.path(i).path("minutes").asInt() * 60 + "s");
            assertThat(calories.path(i).path("kcal").asDouble())
                    .isEqualTo(fitbit.path(i).path("caloriesOut").asDouble());
        }
    }

    private int exercises(LocalDate date, int wearer) {
        String filter = "exercise.interval.civil_start_time >= \"%s\" AND exercise.interval.civil_start_time < \"%s\""
                .formatted(date, date.plusDays(1));
        return json(running.google("dataTypes/exercise/dataPoints?filter=" + PercentCode.encode(filter), wearer))
                .path("dataPoints")
                .size();
    }

    private double rolledUp(String type, String member, LocalDate date, int wearer) {
        return running.dailyRollUp(type, date, wearer).findPath(member).asDouble();
    }

    private static double total(JsonNode distances) {
        for (JsonNode distance : distances) {
            if (distance.path("activity").asText().equals("total")) {
                return distance.path("distance").asDouble();
            }
        }
        return 0;
    }

    private List<Night> fitbit(LocalDate date, int wearer) {
        List<Night> nights = new ArrayList<>();
        for (JsonNode log : json(running.get("/1.2/user/-/sleep/date/" + date + ".json", wearer))
                .path("sleep")) {
            nights.add(new Night(
                    LocalDateTime.parse(log.path("startTime").asText()),
                    seconds(stretches(log.at("/levels/data")), stretches(log.at("/levels/shortData"))),
                    log.path("isMainSleep").booleanValue()
                            && !log.path("logType").asText().equals("manual"),
                    log.path("type").asText()));
        }
        return nights;
    }

    private List<Night> google(LocalDate date, int wearer) {
        String filter = "sleep.interval.civil_end_time >= \"%s\" AND sleep.interval.civil_end_time < \"%s\""
                .formatted(date, date.plusDays(1));
        List<Night> nights = new ArrayList<>();
        for (JsonNode point : json(running.google(
                        "dataTypes/sleep/dataPoints?filter=" + PercentCode.encode(filter), wearer))
                .path("dataPoints")) {
            JsonNode sleep = point.path("sleep");
            JsonNode interval = sleep.path("interval");
            nights.add(new Night(
                    local(
                            interval.path("startTime").asText(),
                            interval.path("startUtcOffset").asText()),
                    seconds(stretches(sleep.path("stages")), stretches(sleep.path("shortAwakenings"))),
                    sleep.at("/metadata/mainSleep").booleanValue(),
                    sleep.path("type").asText().toLowerCase(Locale.ROOT)));
        }
        return nights;
    }

    private record Stretch(long start, String level, long end) {}

    private static List<Stretch> stretches(JsonNode list) {
        List<Stretch> stretches = new ArrayList<>();
        for (JsonNode each : list) {
            boolean fitbit = each.has("dateTime");
            long start = fitbit
                    ? LocalDateTime.parse(each.path("dateTime").asText()).toEpochSecond(ZoneOffset.UTC)
                    : Instant.parse(each.path("startTime").asText()).getEpochSecond();
            long end = fitbit
                    ? start + each.path("seconds").asLong()
                    : Instant.parse(each.path("endTime").asText()).getEpochSecond();
            String level =
                    (fitbit ? each.path("level") : each.path("type")).asText().toLowerCase(Locale.ROOT);
            stretches.add(new Stretch(start, level.equals("wake") ? "awake" : level, end));
        }
        stretches.sort(Comparator.comparing(Stretch::start));
        return stretches;
    }

    /** With the short wakes laid over the rest. */
    private static Map<String, Integer> seconds(List<Stretch> stages, List<Stretch> wakes) {
        Map<String, Integer> seconds = new TreeMap<>();
        for (Stretch stage : stages) {
            int covered = wakes.stream()
                    .mapToInt(wake -> (int)
                            Math.max(0, Math.min(wake.end(), stage.end()) - Math.max(wake.start(), stage.start())))
                    .sum();
            seconds.merge(stage.level(), (int) (stage.end() - stage.start()) - covered, Integer::sum);
            if (covered > 0) {
                seconds.merge("awake", covered, Integer::sum);
            }
        }
        return seconds;
    }

    private static LocalDateTime local(String instant, String offset) {
        int seconds = Integer.parseInt(offset.replace("s", ""));
        return LocalDateTime.ofInstant(Instant.parse(instant), ZoneId.ofOffset("", ZoneOffset.ofTotalSeconds(seconds)));
    }
}
