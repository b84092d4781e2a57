package io.github.fitbitproxy.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no answer (RFC 9457).
 *
 * @param type its short name, such as {@code bad-date}; it is answered as {@code /problems/bad-date}, which leads to a page
 * @param title what kind of problem, the same every time
 * @param status the HTTP status
 * @param detail what happened this time and what to do, without secrets and without health values
 * @param retryAt when asking again makes sense, or {@code null} where nobody knows
 */
@Schema(
        description = "Why there is no answer (RFC 9457)",
        properties =
                @SchemaProperty(
                        name = "setup",
                        type = SchemaType.STRING,
                        description = "Where to connect an account",
                        examples = "/setup"))
public record Problem(
        @Schema(
                description = "Which problem; the address of a page about it",
                required = true,
                examples = "/problems/bad-date")
        String type,

        @Schema(description = "What kind of problem", required = true, examples = "That is not a day")
        String title,

        @Schema(description = "The HTTP status", required = true, examples = "400")
        int status,

        @Schema(
                description = "What happened and what to do",
                required = true,
                examples = "Write the day as yyyy-MM-dd (such as 2026-11-21), or say today or yesterday.")
        String detail,

        @Schema(hidden = true) @Nullable Instant retryAt) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem(String type, String title, int status, String detail) {
        this(type, title, status, detail, null);
    }

    /** The answer that tells it, where there is no time to come back at. */
    public Response toResponse() {
        return toResponse(Instant.EPOCH);
    }

    /** The answer that tells it, with {@code Retry-After} (RFC 9110 §10.2.3) where asking again makes sense. */
    public Response toResponse(Instant now) {
        Response.ResponseBuilder response = Response.status(status)
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body());
        Long seconds = retryAfterSeconds(now);
        if (seconds != null) {
            response.header(HttpHeaders.RETRY_AFTER, seconds);
        }
        return response.build();
    }

    /** The value of {@code Retry-After}: at least a second; {@code null} where nobody knows when asking again makes sense. */
    public @Nullable Long retryAfterSeconds(Instant now) {
        return retryAt == null
                ? null
                : Long.valueOf(Math.max(1, Duration.between(now, retryAt).toSeconds()));
    }

    /** The members of the JSON object. A map needs no reflection, which a native binary would have to be told of. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + type);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        if (type.equals("not-connected") || type.equals("reauthorisation-required")) {
            body.put("setup", "/setup");
        }
        return body;
    }
}
