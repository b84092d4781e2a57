package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.http.Answer;
import java.nio.charset.StandardCharsets;

/** Small pieces of Google's JSON (ProtoJSON). */
final class Json {

    private static final String TYPE = "application/json; charset=UTF-8";

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
        return Answer.json(status, (body.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", TYPE);
    }
}
