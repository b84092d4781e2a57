package io.github.fitbitproxy.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A failure as the client sees it (RFC 9457).
 *
 * @param type the last part of the type's address; {@code docs/problems/<type>.md} explains it
 * @param detail what happened here and what to do about it; no secret and no health value
 * @param retryAt when asking again makes sense, or {@code null}
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable Instant retryAt) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem(String type, String title, int status, String detail) {
        this(type, title, status, detail, null);
    }

    /** The response, with {@code Retry-After} where asking again makes sense. */
    public Response toResponse(Instant now) {
        Response.ResponseBuilder response = Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body());
        if (retryAt != null) {
            long seconds = Math.max(1, Duration.between(now, retryAt).toSeconds());
            response.header(HttpHeaders.RETRY_AFTER, seconds);
        }
        return response.build();
    }

    /** The response of a problem for which there is no time to come back. */
    public Response toResponse() {
        return toResponse(Instant.EPOCH);
    }

    private Body body() {
        return new Body("/problems/" + type, title, status, detail, type.equals("not-connected") ? "/setup" : null);
    }

    /** The JSON of a problem. */
    @Schema(name = "Problem", description = "What went wrong (RFC 9457)")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Body(
            @Schema(description = "Address of a page about this kind of problem", required = true)
            String type,

            @Schema(description = "The kind of problem, in a few words", required = true)
            String title,

            @Schema(description = "The HTTP status", required = true)
            int status,

            @Schema(description = "What happened, and what to do about it", required = true)
            String detail,

            @Schema(description = "Where to connect an account") @Nullable
            String setup) {}
}
