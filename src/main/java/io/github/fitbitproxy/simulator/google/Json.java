package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.http.Answer;
import java.nio.charset.StandardCharsets;

/** Small pieces of Google's JSON (ProtoJSON). */
final class Json {

    private static final String TYPE = "application/json; charset=UTF-8";

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter PRETTY = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(INDENT)
                    .withArrayIndenter(INDENT));

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static Answer compact(int status, JsonNode body) {
        return Answer.json(status, body).with("Content-Type", TYPE);
    }

    /** Pretty-printed, as this API does unless told otherwise. */
    static Answer pretty(int status, JsonNode body) {
        try {
            return Answer.json(status, (PRETTY.writeValueAsString(body) + "\n").getBytes(StandardCharsets.UTF_8))
                    .with("Content-Type", TYPE);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree can always be written", impossible);
        }
    }
}
