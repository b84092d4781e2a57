package io.github.fitbitproxy.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.github.fitbitproxy.upstream.DaySource;
import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The OpenAPI document against itself, the pages and the real answers. */
@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class ApiDocsTest {

    @All
    @Inject
    List<DaySource<?>> sources;

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private static JsonPath document() {
        return given().queryParam("format", "json").get("/q/openapi").jsonPath();
    }

    @Test
    void hasAPageThatNamesEveryPath() throws IOException {
        String pages = Files.readString(Path.of("docs/api.md")) + Files.readString(Path.of("docs/connecting.md"));
        Map<String, ?> paths = document().getMap("paths");
        assertThat(paths.keySet()).allSatisfy(path -> assertThat(pages).contains(path));
    }

    @Test
    @SuppressWarnings("unchecked")
    void describesEveryOperationParameterAndAnswer() {
        Map<String, Map<String, Object>> paths = document().getMap("paths");
        paths.forEach((path, operations) -> operations.entrySet().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> {
                    Map<String, Object> operation = (Map<String, Object>) entry.getValue();
                    String name = entry.getKey() + " " + path;
                    assertThat(operation).as(name).containsKeys("operationId", "summary", "responses", "tags");
                    ((Map<String, Map<String, Object>>) operation.get("responses"))
                            .forEach((status, response) -> assertThat(response)
                                    .as(name + " " + status)
                                    .containsAnyOf(
                                            Map.entry("description", String.valueOf(response.get("description"))),
                                            Map.entry("$ref", String.valueOf(response.get("$ref")))));
                    ((List<Map<String, Object>>) operation.getOrDefault("parameters", List.of()))
                            .forEach(parameter -> assertThat(
                                            parameter.containsKey("$ref") || parameter.containsKey("description"))
                                    .as(name + " " + parameter)
                                    .isTrue());
                }));
    }

    @Test
    @SuppressWarnings("unchecked")
    void describesEveryFieldOfEveryAnswer() {
        Map<String, Map<String, Object>> schemas = document().getMap("components.schemas");
        schemas.forEach(
                (name, schema) -> ((Map<String, Map<String, Object>>) schema.getOrDefault("properties", Map.of()))
                        .forEach((field, property) ->
                                assertThat(property).as(name + "." + field).containsKey("description")));
    }

    /** Every kind that there is, with what its operations are called. */
    private Map<DataKind<?>, String> kinds() {
        Map<DataKind<?>, String> names = new LinkedHashMap<>();
        JsonPath document = document();
        for (DaySource<?> source : sources) {
            DataKind<?> kind = source.kind();
            String operation = document.getString("paths.'/" + kind + "/{date}'.get.operationId");
            assertThat(operation).as("%s", kind).matches("get\\w+Day");
            names.put(kind, operation.substring("get".length(), operation.length() - "Day".length()));
        }
        return names;
    }

    @Test
    void declaresExactlyTheFieldsThatAreAnswered() {
        JsonPath document = document();
        kinds().forEach((kind, name) -> assertThat(given().get("/" + kind + "/2026-10-10")
                        .jsonPath()
                        .getMap("$")
                        .keySet())
                .as("%s", kind)
                .isEqualTo(document.getMap("components.schemas." + name + "Day.properties")
                        .keySet()));
    }

    @Test
    void saysOfEveryKindAllThatItsOperationsHaveInCommon() {
        JsonPath document = document();
        kinds().forEach((kind, name) -> {
            String day = "paths.'/" + kind + "/{date}'.get.";
            String range = "paths.'/" + kind + "'.get.";
            assertThat(document.getMap(day + "responses").keySet())
                    .containsExactlyInAnyOrder("200", "304", "400", "401", "404", "502", "503", "504");
            assertThat(document.getMap(day + "responses.'200'.headers").keySet())
                    .contains("ETag", "Age", "Cache-Control", "Cache-Status", "RateLimit-Remaining");
            assertThat(document.getList(day + "parameters.$ref", String.class))
                    .extracting(ApiDocsTest::lastWord)
                    .containsExactly("date", "person", "cacheControl", "ifNoneMatch");
            assertThat(document.getString(range + "operationId")).isEqualTo("get" + name + "Range");
            assertThat(document.getList(range + "parameters.$ref", String.class))
                    .extracting(ApiDocsTest::lastWord)
                    .containsExactly("from", "to", "person", "cacheControl");
            assertThat(document.getString(range + "responses.'200'.content.'application/json'.schema.$ref"))
                    .endsWith("/" + name + "Range");
            assertThat(document.getString("components.schemas." + name + "Range.properties.days.items.$ref"))
                    .endsWith("/" + name + "Day");
            assertThat(document.getString(range + "responses.'200'.content.'text/csv'.examples.'one day'.value"))
                    .startsWith(String.join(",", kind.columns()) + "\r\n2026-11-21,");
        });
    }

    private static String lastWord(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    @Test
    void saysOfEveryFieldThatItIsThereAndWhetherItMayBeNull() {
        JsonPath document = document();
        assertThat(document.getList("components.schemas.SleepDay.required"))
                .containsExactlyElementsOf(document.getMap("components.schemas.SleepDay.properties")
                        .keySet());
        assertThat(document.getList("components.schemas.SleepDay.properties.minutesAsleep.type"))
                .containsExactlyInAnyOrder("integer", "null");
        assertThat(document.getString("components.schemas.SleepDay.properties.date.type"))
                .isEqualTo("string");
        assertThat(document.getString("components.schemas.SleepDay.properties.date.format"))
                .isEqualTo("date");
        assertThat(document.getList("components.schemas.SleepDay.properties.stages.anyOf.type"))
                .contains("null");
        assertThat(document.getString("components.schemas.SleepDay.properties.logs.type"))
                .isEqualTo("array");
    }

    @Test
    void showsExamplesInTheShapeOfTheRealAnswers() {
        JsonPath document = document();
        for (DataKind<?> kind : kinds().keySet()) {
            Object example = Objects.requireNonNull(document.get("paths.'/" + kind
                    + "/{date}'.get.responses.'200'.content.'application/json'.examples.'a day'.value"));
            JsonPath answer = given().get("/" + kind + "/2026-10-11").jsonPath();
            assertThat(example).isInstanceOf(Map.class);
            assertThat(((Map<?, ?>) example).keySet())
                    .isEqualTo(answer.getMap("$").keySet());
        }
    }

    @Test
    void servesTheDocumentSwaggerUiHealthAndMetricsWhereQuarkusUsersExpectThem() {
        given().get("/sleep/today");
        given().get("/sleep/today");
        given().get("/q/openapi").then().statusCode(200);
        given().get("/q/swagger-ui/").then().statusCode(200);
        given().get("/q/health").then().statusCode(200);
        assertThat(given().get("/q/metrics").then().statusCode(200).extract().asString())
                .contains("fitbit_proxy_upstream_calls_total{")
                .contains("uri=\"/sleep/{date}\"")
                .doesNotContain("uri=\"/sleep/today\"");
    }
}
