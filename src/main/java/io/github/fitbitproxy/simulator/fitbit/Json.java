package io.github.fitbitproxy.simulator.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Small pieces of the vendor's JSON. */
final class Json {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The wearer's clock without offset. */
    static String clock(LocalDateTime time) {
        return CLOCK.format(time);
    }

    /** Nothing is a plain 0 on this wire, not 0.0. */
    static JsonNode number(double value) {
        return value == 0 ? JsonNodeFactory.instance.numberNode(0) : JsonNodeFactory.instance.numberNode(value);
    }
}
