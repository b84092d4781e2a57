package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/** Makes messages with every field that a discovery document knows, and remembers which fields of them are read. */
final class DiscoveredMessages {

    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;

    /** As many elements as the longest list of words, so that each stands in one. */
    private static final int ELEMENTS = 7;

    private final JsonNode schemas;
    private final Set<String> read = new TreeSet<>();
    private final Set<String> unknown = new TreeSet<>();

    DiscoveredMessages(JsonNode schemas) {
        this.schemas = schemas;
    }

    /** A message with all its fields set. What was read of the messages before is forgotten. */
    JsonNode sample(String schema) {
        return message(schema, 0, 0);
    }

    /** Which fields have been read, such as {@code Sleep.stages}, and forgets them. */
    Set<String> read() {
        Set<String> all = new TreeSet<>(read);
        read.clear();
        return all;
    }

    /** Which fields have been read that their messages do not have, and forgets them. */
    Set<String> unknown() {
        Set<String> all = new TreeSet<>(unknown);
        unknown.clear();
        return all;
    }

    /** Notes every field of a message that somebody wrote as read. */
    void check(String schema, JsonNode written) {
        JsonNode properties = schemas.path(schema).path("properties");
        written.fields().forEachRemaining(field -> {
            note(schema, field.getKey());
            String nested = properties.path(field.getKey()).path("$ref").asText();
            if (!nested.isEmpty()) {
                check(nested, field.getValue());
            }
        });
    }

    private void note(String schema, String field) {
        read.add(schema + "." + field);
        if (!schemas.path(schema).path("properties").has(field)) {
            unknown.add(schema + "." + field);
        }
    }

    private JsonNode message(String schema, int index, int depth) {
        ObjectNode message = new Watched(schema);
        if (depth < DEEPEST) {
            schemas.path(schema)
                    .path("properties")
                    .fields()
                    .forEachRemaining(property -> message.set(
                            property.getKey(), value(property.getKey(), property.getValue(), index, depth)));
        }
        return message;
    }

    private JsonNode value(String name, JsonNode property, int index, int depth) {
        if (property.has("$ref")) {
            return message(property.path("$ref").asText(), index, depth + 1);
        }
        return switch (property.path("type").asText()) {
            case "array" -> {
                ArrayNode list = FACTORY.arrayNode();
                for (int i = 0; i < ELEMENTS; i++) {
                    list.add(value(name, property.path("items"), i, depth));
                }
                yield list;
            }
            case "boolean" -> FACTORY.booleanNode(true);
            case "integer", "number" -> FACTORY.numberNode(name.equals("year") ? 2026 : 7);
            default -> FACTORY.textNode(text(name, property, index));
        };
    }

    private static String text(String name, JsonNode property, int index) {
        JsonNode words = property.path("enum");
        if (!words.isEmpty()) {
            return words.path(index % words.size()).asText();
        }
        return switch (property.path("format").asText()) {
            case "google-datetime" -> "2026-11-03T0" + (name.startsWith("end") ? 7 : 6) + ":00:00Z";
            case "google-duration" -> "3600s";
            case "int64" -> "7";
            default -> "text";
        };
    }

    private final class Watched extends ObjectNode {

        private static final long serialVersionUID = 1;

        private final String schema;

        Watched(String schema) {
            super(FACTORY);
            this.schema = schema;
        }

        @Override
        public JsonNode path(String field) {
            note(schema, field);
            return super.path(field);
        }

        @Override
        public JsonNode get(String field) {
            note(schema, field);
            return super.get(field);
        }
    }
}
