package io.github.fitbitproxy.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryDocumentTest {

    private final DiscoveryDocument document = DiscoveryDocument.parse("""
            {"schemas": {
              "Night": {"type": "object", "properties": {
                "minutes": {"type": "string", "format": "int64"},
                "age": {"type": "integer", "format": "int32"},
                "share": {"type": "number", "format": "double"},
                "main": {"type": "boolean"},
                "start": {"type": "string", "format": "google-datetime"},
                "length": {"type": "string", "format": "google-duration"},
                "stages": {"type": "array", "items": {"$ref": "Stage"}}}},
              "Stage": {"type": "object", "properties": {
                "type": {"type": "string", "enum": ["DEEP", "REM"]}}}}}
            """);

    @Test
    void findsNothingWrongWhereNothingIs() {
        assertThat(document.problems("Night", json("""
                {"minutes": "431", "age": 3, "share": 0.5, "main": true, "start": "2026-11-03T02:31:07.104233Z",
                 "length": "-3600s", "stages": [{"type": "DEEP"}, {}]}
                """))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"minutes\": 431}|Night.minutes is not text: 431",
                "{\"minutes\": \"many\"}|Night.minutes is not a 64-bit number in quotes: \"many\"",
                "{\"age\": \"3\"}|Night.age is not a 32-bit number: \"3\"",
                "{\"share\": \"0.5\"}|Night.share is not a number: \"0.5\"",
                "{\"main\": 1}|Night.main is not true or false: 1",
                "{\"start\": \"2026-11-03T02:31:07\"}|Night.start is not a time: \"2026-11-03T02:31:07\"",
                "{\"length\": \"1h\"}|Night.length is not a duration: \"1h\"",
                "{\"stages\": [{\"type\": \"LIGHT\"}]}|Night.stages[].type is not one of the values: \"LIGHT\"",
                "{\"stages\": [{\"kind\": \"REM\"}]}|Night.stages[] has no field kind",
                "{\"efficiency\": 90}|Night has no field efficiency"
            })
    void findsWhatIsWrong(String json, String problem) {
        assertThat(document.problems("Night", json(json))).contains(problem);
    }

    @Test
    void knowsFieldsAndValuesByTheirPath() {
        assertThat(document.hasField("Night", "stages.type")).isTrue();
        assertThat(document.hasField("Night", "stages.kind")).isFalse();
        assertThat(document.hasEnumValue("Night", "stages.type", "REM")).isTrue();
        assertThat(document.hasEnumValue("Night", "stages.type", "WAKE")).isFalse();
        assertThatThrownBy(() -> document.hasField("Day", "steps")).hasMessageContaining("no message Day");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
