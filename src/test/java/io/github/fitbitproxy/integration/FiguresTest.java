package io.github.fitbitproxy.integration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.github.fitbitproxy.upstream.DaySource;
import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rows against the real answers: what a row names is there, in the unit that it says. */
@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class FiguresTest {

    @All
    @Inject
    List<DaySource<?>> sources;

    @Inject
    ObjectMapper mapper;

    private Map<String, JsonNode> answers() throws Exception {
        Map<String, JsonNode> answers = new HashMap<>();
        for (DaySource<?> source : sources) {
            String kind = source.kind().name();
            answers.put(
                    kind,
                    mapper.readTree(given().get("/" + kind + "/2026-10-12").asString()));
        }
        return answers;
    }

    @Test
    void standInTheAnswersOfTheirKind() throws Exception {
        Map<String, JsonNode> answers = answers();
        assertThat(Figures.ALL).allSatisfy(figure -> {
            JsonNode value = answers.get(figure.kind()).at("/" + figure.path().replace('.', '/'));
            assertThat(value.isMissingNode()).as(figure.path()).isFalse();
            assertThat(figure.in(answers.get(figure.kind())) == null)
                    .as(figure.path())
                    .isEqualTo(value.isNull());
        });
    }

    @Test
    void areThereForEveryKind() {
        assertThat(sources)
                .allSatisfy(source -> assertThat(Figures.of(source.kind().name()))
                        .as(source.kind().name())
                        .isNotEmpty());
    }

    @Test
    void haveTheUnitThatTheirFieldNames() {
        assertThat(Figures.ALL).allSatisfy(figure -> {
            String field = figure.path().substring(figure.path().lastIndexOf('.') + 1);
            assertThat(figure.unit() == Unit.METERS).as(figure.path()).isEqualTo(field.endsWith("Meters"));
            assertThat(figure.unit() == Unit.TIME).as(figure.path()).isEqualTo(field.endsWith("Time"));
            assertThat(figure.unit() == Unit.KILOCALORIES)
                    .as(figure.path())
                    .isEqualTo(field.toLowerCase().contains("calories"));
            assertThat(figure.unit() == Unit.KILOGRAMS).as(figure.path()).isEqualTo(field.endsWith("Kilograms"));
            assertThat(figure.unit() == Unit.MILLISECONDS).as(figure.path()).isEqualTo(field.endsWith("Milliseconds"));
            assertThat(figure.unit() == Unit.DEGREES_CELSIUS_APART)
                    .as(figure.path())
                    .isEqualTo(field.endsWith("Celsius"));
            assertThat(figure.unit() == Unit.BREATHS_PER_MINUTE)
                    .as(figure.path())
                    .isEqualTo(field.equals("breathsPerMinute"));
            if (field.endsWith("Percent")) {
                assertThat(figure.unit()).as(figure.path()).isEqualTo(Unit.PERCENT);
            }
            if (field.toLowerCase().contains("minutes")) {
                assertThat(figure.unit()).as(figure.path()).isEqualTo(Unit.MINUTES);
            }
        });
    }

    @Test
    void areNamedOnceInTheirKind() {
        Set<String> names = new HashSet<>();
        assertThat(Figures.ALL).allSatisfy(figure -> {
            assertThat(figure.name()).matches("[a-z]+(_[a-z]+)*");
            assertThat(names.add(figure.kind() + "/" + figure.name())).isTrue();
        });
    }

    @Test
    void areNotKnownWhereTheAnswerSaysNull() throws Exception {
        JsonNode nothing = mapper.readTree("{\"minutesAsleep\":null,\"stages\":null,\"startTime\":null}");
        assertThat(Figures.of("sleep"))
                .allSatisfy(figure -> assertThat(figure.in(nothing)).isNull());
        JsonNode nought = mapper.readTree("{\"steps\":0}");
        assertThat(Figures.of("activities").get(0).in(nought)).isZero();
    }
}
