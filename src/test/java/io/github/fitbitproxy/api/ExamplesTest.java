package io.github.fitbitproxy.api;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.BodyDay;
import io.github.fitbitproxy.model.HeartDay;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.SleepTimeline;
import io.github.fitbitproxy.model.VitalsDay;
import io.github.fitbitproxy.model.analysis.SleepAnalysis;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the OpenAPI document use the fields that the answers have. */
class ExamplesTest {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .build();

    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of(SleepDay.class, SleepResource.EXAMPLE),
                Arguments.of(ActivityDay.class, ActivitiesResource.EXAMPLE),
                Arguments.of(HeartDay.class, HeartResource.EXAMPLE),
                Arguments.of(BodyDay.class, BodyResource.EXAMPLE),
                Arguments.of(VitalsDay.class, VitalsResource.EXAMPLE),
                Arguments.of(SleepTimeline.class, Examples.TIMELINE),
                Arguments.of(SleepAnalysis.class, Examples.ANALYSIS));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void haveNoFieldThatAnswersDoNotHave(Class<?> answer, String example) {
        assertThatCode(() -> MAPPER.readValue(example, answer)).doesNotThrowAnyException();
    }
}
