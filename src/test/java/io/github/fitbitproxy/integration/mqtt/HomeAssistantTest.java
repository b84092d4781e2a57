package io.github.fitbitproxy.integration.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fitbitproxy.integration.Figure;
import io.github.fitbitproxy.integration.Figures;
import io.github.fitbitproxy.model.Person;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The payloads by Home Assistant's rules: "MQTT Discovery", "Sensor" (device and state classes). */
class HomeAssistantTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The units that Home Assistant's classes take. */
    private static final Map<String, Set<String>> UNITS = Map.of(
            "duration", Set.of("d", "h", "min", "s", "ms"),
            "distance", Set.of("km", "m", "cm", "mm", "mi", "yd", "in"),
            "weight", Set.of("kg", "g", "mg", "µg", "oz", "lb", "st"));

    private final HomeAssistant homeAssistant =
            new HomeAssistant("fitbit-proxy", "homeassistant", Duration.ofHours(2), "1.0.0");

    private static List<String> kinds() {
        return Figures.ALL.stream().map(Figure::kind).distinct().toList();
    }

    private List<JsonNode> sensors() throws Exception {
        List<JsonNode> sensors = new ArrayList<>();
        for (String kind : kinds()) {
            for (String payload :
                    homeAssistant.sensors(new Person("anna.b"), kind).values()) {
                sensors.add(MAPPER.readTree(payload));
            }
        }
        return sensors;
    }

    @Test
    void haveOneSensorForEachFigureAndOneForTheStatusOfEachKind() throws Exception {
        assertThat(sensors()).hasSize(Figures.ALL.size() + kinds().size());
        assertThat(sensors().stream().map(sensor -> sensor.get("unique_id").asText()))
                .doesNotHaveDuplicates()
                .contains("fitbit_proxy_anna-dot-b_sleep_asleep", "fitbit_proxy_anna-dot-b_activities_status");
    }

    @Test
    void areAnnouncedWhereHomeAssistantLooks() {
        assertThat(homeAssistant.sensors(new Person("anna.b"), "sleep").keySet())
                .allMatch(topic -> topic.matches("homeassistant/sensor/[a-zA-Z0-9_-]+/[a-zA-Z0-9_-]+/config"));
    }

    @Test
    void keepToTheClassesOfHomeAssistant() throws Exception {
        assertThat(sensors()).allSatisfy(sensor -> {
            String type = sensor.path("device_class").asText();
            String unit = sensor.path("unit_of_measurement").asText();
            switch (type) {
                case "duration", "distance", "weight" ->
                    assertThat(UNITS.get(type)).contains(unit);
                case "timestamp" ->
                    assertThat(unit + sensor.path("state_class").asText()).isEmpty();
                case "enum" -> {
                    assertThat(unit + sensor.path("state_class").asText()).isEmpty();
                    assertThat(sensor.get("options")).hasSize(3);
                }
                default -> assertThat(type).isEmpty();
            }
            if (!Set.of("timestamp", "enum").contains(type)) {
                assertThat(sensor.get("state_class").asText()).isIn("measurement", "total_increasing");
            }
        });
    }

    @Test
    void belongToOneDevicePerPersonAndKnowWhetherTheServiceIsThere() throws Exception {
        assertThat(sensors()).allSatisfy(sensor -> {
            assertThat(sensor.at("/device/identifiers/0").asText()).isEqualTo("fitbit_proxy_anna-dot-b");
            assertThat(sensor.at("/device/name").asText()).isEqualTo("Fitbit anna.b");
            assertThat(sensor.get("availability_topic").asText()).isEqualTo("fitbit-proxy/availability");
            assertThat(sensor.get("expire_after").asInt()).isEqualTo(7200);
            assertThat(sensor.get("state_topic").asText())
                    .matches("fitbit-proxy/anna.b/(" + String.join("|", kinds()) + ")");
            assertThat(sensor.at("/origin/name").asText()).isEqualTo("Fitbit Proxy");
        });
    }

    @Test
    void makeNoneOfWhatIsNotKnown() {
        assertThat(HomeAssistant.template("steps")).isEqualTo("{{ value_json['steps'] | default(none) }}");
        assertThat(HomeAssistant.template("stages.deep"))
                .isEqualTo("{{ (value_json['stages'] or {})['deep'] | default(none) }}");
        assertThat(HomeAssistant.unknown(LocalDate.of(2026, 11, 21)))
                .isEqualTo("{\"date\":\"2026-11-21\",\"status\":\"partial\"}\n");
    }
}
