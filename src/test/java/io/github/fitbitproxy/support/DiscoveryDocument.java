package io.github.fitbitproxy.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A discovery document of Google's: which fields the messages of an API have, and of what type. */
public final class DiscoveryDocument {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path GOOGLE_HEALTH = Path.of("../shared/reference/google-health-v4.discovery.json");

    private final JsonNode schemas;

    private DiscoveryDocument(JsonNode schemas) {
        this.schemas = schemas;
    }

    /** Google's own for the Google Health API, where this machine has it. */
    public static Optional<DiscoveryDocument> googleHealth() {
        if (!Files.isRegularFile(GOOGLE_HEALTH)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(Files.readString(GOOGLE_HEALTH)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static DiscoveryDocument parse(String json) {
        try {
            return new DiscoveryDocument(MAPPER.readTree(json).path("schemas"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Whether a message has a field.
     *
     * @param path names joined by dots; lists are written like their elements: {@code dataPoints.sleep.summary}
     */
    public boolean hasField(String message, String path) {
        JsonNode schema = schema(message);
        for (String name : path.split("\\.")) {
            schema = element(schema).path("properties").path(name);
            if (schema.isMissingNode()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a field of a message may have that value. The path is written as for {@link #hasField}. */
    public boolean hasEnumValue(String message, String path, String value) {
        JsonNode schema = schema(message);
        for (String name : path.split("\\.")) {
            schema = element(schema).path("properties").path(name);
        }
        return allows(element(schema), value);
    }

    /** What of a message does not conform, one sentence each; none if all does. */
    public List<String> problems(String message, JsonNode json) {
        List<String> problems = new ArrayList<>();
        check(schema(message), json, message, problems);
        return problems;
    }

    private void check(JsonNode unresolved, JsonNode json, String where, List<String> problems) {
        JsonNode schema = resolved(unresolved);
        switch (schema.path("type").asText()) {
            case "object" -> checkObject(schema, json, where, problems);
            case "array" -> {
                expect(json.isArray(), "a list", json, where, problems);
                json.forEach(element -> check(schema.path("items"), element, where + "[]", problems));
            }
            case "string" -> checkText(schema, json, where, problems);
            case "integer" -> expect(json.isInt(), "a 32-bit number", json, where, problems);
            case "number" -> expect(json.isNumber(), "a number", json, where, problems);
            case "boolean" -> expect(json.isBoolean(), "true or false", json, where, problems);
            default -> problems.add(where + " has a type that nobody knows");
        }
    }

    private void checkObject(JsonNode schema, JsonNode json, String where, List<String> problems) {
        expect(json.isObject(), "an object", json, where, problems);
        json.properties().forEach(member -> {
            JsonNode field = schema.path("properties").path(member.getKey());
            if (field.isMissingNode()) {
                problems.add(where + " has no field " + member.getKey());
            } else {
                check(field, member.getValue(), where + "." + member.getKey(), problems);
            }
        });
    }

    private static void checkText(JsonNode schema, JsonNode json, String where, List<String> problems) {
        String text = json.asText();
        expect(json.isTextual(), "text", json, where, problems);
        switch (schema.path("format").asText()) {
            case "int64" -> expect(text.matches("-?[0-9]{1,19}"), "a 64-bit number in quotes", json, where, problems);
            case "google-datetime" -> expect(isInstant(text), "a time", json, where, problems);
            case "google-duration" ->
                expect(text.matches("-?[0-9]+(\\.[0-9]{1,9})?s"), "a duration", json, where, problems);
            default -> expect(allows(schema, text), "one of the values", json, where, problems);
        }
    }

    private static void expect(boolean right, String what, JsonNode json, String where, List<String> problems) {
        if (!right) {
            problems.add(where + " is not " + what + ": " + json);
        }
    }

    private static boolean allows(JsonNode schema, String value) {
        if (!schema.has("enum")) {
            return true;
        }
        for (JsonNode allowed : schema.path("enum")) {
            if (allowed.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInstant(String text) {
        try {
            return Instant.parse(text) != null;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private JsonNode element(JsonNode field) {
        JsonNode schema = resolved(field);
        return schema.path("type").asText().equals("array") ? resolved(schema.path("items")) : schema;
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? schema(schema.path("$ref").asText()) : schema;
    }

    private JsonNode schema(String message) {
        JsonNode schema = schemas.path(message);
        if (schema.isMissingNode()) {
            throw new IllegalArgumentException("The document has no message " + message);
        }
        return schema;
    }
}
