package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** The body of a roll-up, read as strictly as Google reads JSON: no unknown members, no numbers with a leading zero. */
final class RollUpBody {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode json;

    /** @param known the members that the method has */
    RollUpBody(String body, Set<String> known) throws ApiError {
        JsonNode read;
        try {
            read = MAPPER.readTree(body.isBlank() ? "{}" : body);
        } catch (JsonProcessingException unreadable) {
            throw ApiError.argument("Invalid JSON payload received. " + unreadable.getOriginalMessage());
        }
        this.json = checked(read, "", known);
    }

    /** A civil day of the range, {@code start} or {@code end}. */
    LocalDate day(String name) throws ApiError {
        JsonNode range = checked(json.path("range"), "range", Set.of("start", "end"));
        JsonNode civil = checked(range.path(name), "range." + name, Set.of("date", "time"));
        JsonNode date = checked(civil.path("date"), "range." + name + ".date", Set.of("year", "month", "day"));
        JsonNode time = civil.path("time");
        if (time.isObject()
                && time.properties().stream()
                        .anyMatch(member -> member.getValue().asInt() != 0)) {
            throw ApiError.argument("The range must be aligned with the aggregation window: " + name
                    + " is not at the start of a day.");
        }
        try {
            return LocalDate.of(
                    date.path("year").asInt(),
                    date.path("month").asInt(),
                    date.path("day").asInt());
        } catch (DateTimeException noSuchDay) {
            throw ApiError.argument("Invalid value at 'range." + name + ".date'.");
        }
    }

    /** A physical end of the range, {@code startTime} or {@code endTime}. */
    Instant instant(String name) throws ApiError {
        JsonNode range = checked(json.path("range"), "range", Set.of("startTime", "endTime"));
        try {
            return Instant.parse(range.path(name).asText());
        } catch (DateTimeException unreadable) {
            throw ApiError.argument(
                    "Invalid value at 'range." + name + "' (type.googleapis.com/google.protobuf.Timestamp).");
        }
    }

    Duration windowSize() throws ApiError {
        String text = json.path("windowSize").asText();
        if (!text.matches("[1-9][0-9]{0,7}s")) {
            throw ApiError.argument("Invalid value at 'window_size' (type.googleapis.com/google.protobuf.Duration).");
        }
        return Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)));
    }

    /** @param usual if it is not there */
    int number(String name, int usual) throws ApiError {
        JsonNode number = json.path(name);
        if (number.isMissingNode()) {
            return usual;
        }
        if (!number.isInt() || number.intValue() < 0) {
            throw ApiError.argument("Invalid value at '" + name + "' (TYPE_INT32).");
        }
        return number.intValue() == 0 ? usual : number.intValue();
    }

    String text(String name) {
        return json.path(name).asText("");
    }

    private static JsonNode checked(JsonNode node, String name, Set<String> known) throws ApiError {
        if (!node.isObject()) {
            throw ApiError.argument(
                    name.isEmpty() ? "Invalid JSON payload received." : "Field '" + name + "' is required.");
        }
        for (var member : node.properties()) {
            if (!known.contains(member.getKey())) {
                throw ApiError.argument("Invalid JSON payload received. Unknown name \"" + member.getKey() + "\""
                        + (name.isEmpty() ? "" : " at '" + name + "'") + ": Cannot find field.");
            }
        }
        return node;
    }
}
