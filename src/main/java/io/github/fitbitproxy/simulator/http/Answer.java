package io.github.fitbitproxy.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What goes back: status, headers and body. */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final String JSON = "application/json;charset=UTF-8";

    public static Answer json(int status, JsonNode body) {
        return json(status, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static Answer json(int status, byte[] body) {
        return of(status, JSON, body).with("Cache-Control", "no-cache, private");
    }

    /** A page for a browser: nothing but our own inline style may run or load. */
    public static Answer html(int status, String body) {
        return of(status, "text/html;charset=UTF-8", body.getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store")
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
                .with("X-Frame-Options", "DENY");
    }

    public static Answer form(String body) {
        return of(200, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer redirect(String location) {
        return empty(302).with("Location", location).with("Cache-Control", "no-store");
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    /** A failure in the vendor's shape (Fitbit Web API, "Error messages"). */
    public static Answer error(int status, String errorType, String fieldName, String message) {
        ObjectNode body = errors(errorType, fieldName, message);
        body.put("success", false);
        return json(status, body);
    }

    /** A refused parameter: the vendor leaves {@code success} out of these. */
    public static Answer validation(String fieldName, String message) {
        return json(400, errors("validation", fieldName, message));
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, Map.copyOf(more), body);
    }

    public Answer withBody(byte[] other) {
        return new Answer(status, headers, other);
    }

    public boolean isJson() {
        @Nullable String type = headers.get("Content-Type");
        return type != null && type.startsWith("application/json");
    }

    private static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    private static ObjectNode errors(String errorType, String fieldName, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors")
                .addObject()
                .put("errorType", errorType)
                .put("fieldName", fieldName)
                .put("message", message);
        return body;
    }
}
