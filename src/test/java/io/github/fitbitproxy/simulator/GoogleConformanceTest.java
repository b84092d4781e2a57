package io.github.fitbitproxy.simulator;

import static io.github.fitbitproxy.simulator.RunningSimulator.civil;
import static io.github.fitbitproxy.simulator.RunningSimulator.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.support.DiscoveryDocument;
import io.github.fitbitproxy.support.Skip;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field and value that is told exists in Google's own discovery document. Skips itself where that is absent. */
class GoogleConformanceTest {

    @AutoClose
    private final RunningSimulator running =
            new RunningSimulator(SimulatorSettings.onFreePort().withCallsPerMinute(100_000));

    private final Optional<DiscoveryDocument> document = DiscoveryDocument.googleHealth();

    @BeforeEach
    void needsTheDiscoveryDocument() {
        Skip.unless(document.isPresent(), "Google's discovery document is not beside the repository");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void accountsConform(int wearer) {
        assertConforms("Identity", "identity", json(running.google("identity", wearer)));
        assertConforms("Profile", "profile", json(running.google("profile", wearer)));
        assertConforms("Settings", "settings", json(running.google("settings", wearer)));
        assertConforms("ListPairedDevicesResponse", "devices", json(running.google("pairedDevices", wearer)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sleep",
                "exercise",
                "steps",
                "distance",
                "altitude",
                "active-energy-burned",
                "active-minutes",
                "active-zone-minutes",
                "sedentary-period",
                "heart-rate",
                "daily-resting-heart-rate",
                "daily-heart-rate-variability",
                "daily-oxygen-saturation",
                "daily-respiratory-rate",
                "daily-sleep-temperature-derivations",
                "daily-vo2-max",
                "weight",
                "body-fat"
            })
    void listsConform(String type) {
        for (int wearer = 1; wearer <= 5; wearer++) {
            JsonNode list = json(running.google("dataTypes/" + type + "/dataPoints?pageSize=200", wearer));
            boolean needsHeartRate =
                    type.equals("heart-rate") || type.equals("active-zone-minutes") || type.startsWith("daily-");
            boolean unknown = wearer == 2 && (needsHeartRate || type.equals("altitude"))
                    || wearer == 4 && type.equals("altitude")
                    || wearer == 3 && type.equals("weight")
                    || !List.of(1, 4).contains(wearer) && type.equals("body-fat");
            assertThat(list.path("dataPoints").isEmpty())
                    .as(type + " " + wearer)
                    .isEqualTo(unknown);
            assertConforms("ListDataPointsResponse", type + " " + wearer, list);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sleep",
                "exercise",
                "floors",
                "time-in-heart-rate-zone",
                "daily-heart-rate-zones",
                "daily-resting-heart-rate",
                "daily-oxygen-saturation",
                "weight"
            })
    void reconciledPointsConform(String type) {
        JsonNode list = json(running.google("dataTypes/" + type + "/dataPoints:reconcile?pageSize=200", 1));

        assertThat(list.path("dataPoints")).isNotEmpty();
        assertConforms("ReconcileDataPointsResponse", type, list);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "steps",
                "distance",
                "floors",
                "altitude",
                "total-calories",
                "active-energy-burned",
                "active-minutes",
                "active-zone-minutes",
                "sedentary-period",
                "time-in-heart-rate-zone",
                "calories-in-heart-rate-zone",
                "heart-rate"
            })
    void rollUpsConform(String type) {
        LocalDate from = LocalDate.of(2026, 11, 8);
        JsonNode daily = json(running.googlePost(
                "dataTypes/" + type + "/dataPoints:dailyRollUp",
                1,
                "{\"range\":{\"start\":%s,\"end\":%s}}".formatted(civil(from), civil(from.plusDays(14)))));
        JsonNode physical = json(running.googlePost(
                "dataTypes/" + type + "/dataPoints:rollUp",
                1,
                "{\"range\":{\"startTime\":\"2026-11-19T06:00:00Z\",\"endTime\":\"2026-11-19T20:00:00Z\"},"
                        + "\"windowSize\":\"3600s\",\"pageSize\":14}"));

        assertThat(daily.path("rollupDataPoints").size()).isGreaterThan(10);
        assertConforms("DailyRollUpDataPointsResponse", type, daily);
        assertThat(physical.path("rollupDataPoints")).isNotEmpty();
        assertConforms("RollUpDataPointsResponse", type, physical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNPROCESSED_SLEEP", "RUNNING_SLEEP", "DOUBLED_STAGES"})
    void spoiltNightsConform(String fault) {
        running.simulator.faults().add(FaultRule.on("/google/v4/", Fault.valueOf(fault)));

        assertConforms("ListDataPointsResponse", fault, json(running.google("dataTypes/sleep/dataPoints", 1)));
    }

    @Test
    void oneNightConforms() {
        JsonNode first = json(running.google("dataTypes/sleep/dataPoints", 1)).at("/dataPoints/0");
        String id = first.path("name").asText().replaceAll(".*/", "");

        assertConforms("DataPoint", "night", json(running.google("dataTypes/sleep/dataPoints/" + id, 1)));
    }

    private void assertConforms(String message, String what, JsonNode json) {
        assertThat(json.has("error")).as(what).isFalse();
        assertThat(document.orElseThrow().problems(message, json)).as(what).isEmpty();
    }
}
