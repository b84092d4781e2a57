package io.github.fitbitproxy.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why there is no answer (RFC 9457).
 *
 * @param type its short name, such as {@code bad-date}; it is answered as {@code /problems/bad-date}, which the docs explain
 * @param title what kind of problem, the same every time
 * @param status the HTTP status
 * @param detail what happened this time and what to do, without secrets and without health values
 */
@Schema(description = "Why there is no answer (RFC 9457)")
public record Problem(
        @Schema(
                description = "Which problem; the docs explain each",
                required = true,
                examples = "/problems/bad-request")
        String type,

        @Schema(description = "What kind of problem", required = true, examples = "The request cannot be understood")
        String title,

        @Schema(description = "The HTTP status", required = true, examples = "400")
        int status,

        @Schema(
                description = "What happened and what to do",
                required = true,
                examples = "There is no field \"clientid\". Did you mean \"clientId\"?")
        String detail) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The answer that tells it. */
    public Response toResponse() {
        // A map needs no reflection, which a native binary would have to be told of.
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + type);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        return Response.status(status)
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .entity(body)
                .build();
    }
}
