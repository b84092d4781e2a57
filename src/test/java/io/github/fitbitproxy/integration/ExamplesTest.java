package io.github.fitbitproxy.integration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.fitbitproxy.integration.ExampleReaders.Use;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.github.fitbitproxy.support.Skip;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code examples} against the real answers: it can be read, its addresses answer, its fields are there. */
@QuarkusTest
@TestProfile(ExamplesTest.OwnApplication.class)
@WithTestResource(SimulatedCloud.class)
class ExamplesTest {

    /** Other tests move the clock to days without a night. */
    public static class OwnApplication implements QuarkusTestProfile {}

    private static final Path EXAMPLES = Path.of("examples");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TestHTTPResource
    URI service;

    static Set<String> examples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> EXAMPLES.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void haveACheckEach() throws IOException {
        assertThat(examples()).isEqualTo(new TreeSet<>(ExampleReaders.ALL.keySet()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void useWhatIsReallyAnswered(String example) throws IOException {
        given().get("/sleep/today");
        given().get("/activities/today");
        List<Use> uses = ExampleReaders.ALL.get(example).uses(Files.readString(EXAMPLES.resolve(example)));
        assertThat(uses).isNotEmpty();
        for (Use use : uses) {
            assertThat(use.fields()).as(use.address()).isNotEmpty();
            String answer = ask(use.address());
            assertThat(use.fields())
                    .allSatisfy(field -> assertThat(
                                    use.address().equals(ExampleReaders.METRICS)
                                            ? hasMetric(answer, field)
                                            : has(answer, field))
                            .as(example + " uses " + field + " of " + use.address())
                            .isTrue());
        }
    }

    private static String ask(String address) {
        if (address.equals("/mcp")) {
            String initialise =
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                            + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}";
            return given().contentType("application/json")
                    .accept("application/json, text/event-stream")
                    .body(initialise)
                    .post(address)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
        }
        return given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static boolean hasMetric(String answer, String name) {
        return answer.lines().anyMatch(line -> line.startsWith(name + "{"));
    }

    /** Whether a field is there, null or not; of lists, in their first element. */
    private static boolean has(String answer, String path) throws IOException {
        JsonNode node = MAPPER.readTree(answer);
        for (String name : path.split("\\.")) {
            node = node.isArray() ? node.path(0) : node;
            if (!node.has(name)) {
                return false;
            }
            node = node.get(name);
        }
        return true;
    }

    @Test
    void tellHomeAssistantTheUnitsOfTheFigures() throws IOException {
        JsonNode config = new YAMLMapper().readTree(Files.readString(EXAMPLES.resolve("home-assistant/rest.yaml")));
        for (JsonNode rest : config.get("rest")) {
            String kind = rest.get("resource").asText().contains("/sleep/") ? "sleep" : "activities";
            for (JsonNode sensor : rest.get("sensor")) {
                String field = ExampleReaders.templateFields(
                                sensor.get("value_template").asText())
                        .get(0);
                Figures.of(kind).stream()
                        .filter(figure -> figure.path().equals(field))
                        .forEach(figure -> {
                            assertThat(sensor.path("unit_of_measurement").asText(null))
                                    .as(field)
                                    .isEqualTo(figure.unit().symbol());
                            assertThat(sensor.path("device_class").asText(null))
                                    .as(field)
                                    .isEqualTo(figure.unit().deviceClass());
                            assertThat(sensor.has("availability")).as(field).isTrue();
                        });
            }
        }
    }

    @Test
    void runInAShell() throws IOException, InterruptedException {
        for (String program : List.of("curl", "jq")) {
            Skip.unless(
                    Arrays.stream(System.getenv("PATH").split(":"))
                            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
                    program + " is not installed");
        }
        String base = service.toString().replaceFirst("/$", "");
        Process script = new ProcessBuilder(
                        "sh", EXAMPLES.resolve("shell/last-night.sh").toString(), base, "me")
                .redirectErrorStream(true)
                .start();
        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(output).isZero();
        assertThat(output)
                .containsPattern("2026-11-21: \\d+ min asleep of \\d+ \\(partial\\)")
                .containsPattern("2026-11-21: \\d+ steps, \\d+ m \\(partial\\)");
    }
}
