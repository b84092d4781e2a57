package io.github.fitbitproxy.api;

import io.github.fitbitproxy.model.SleepTimeline;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /sleep/{date}/timeline}. */
@Path("/sleep/{date}/timeline")
@Tag(name = "sleep")
public class SleepTimelineResource {

    private final DayResponses responses;

    SleepTimelineResource(DayResponses responses) {
        this.responses = responses;
    }

    @GET
    @NonBlocking
    @Operation(
            operationId = "getSleepTimeline",
            summary = "The course of the night, segment by segment",
            description =
                    "The hypnogram of every sleep log of the day: contiguous segments without overlaps, short wakes"
                            + " laid over. The same stored day as `/sleep/{date}`, as old and as fresh.")
    @Parameter(name = "date", ref = "date")
    @Parameter(name = "person", ref = "person")
    @Parameter(name = HttpHeaders.CACHE_CONTROL, ref = "cacheControl")
    @Parameter(name = HttpHeaders.IF_NONE_MATCH, ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The course. A day without data has no logs.",
            headers = {
                @Header(name = HttpHeaders.ETAG, ref = "ETag"),
                @Header(name = "Age", ref = "Age"),
                @Header(name = HttpHeaders.CACHE_CONTROL, ref = "CacheControl"),
                @Header(name = "Cache-Status", ref = "CacheStatus"),
                @Header(name = BudgetHeaders.LIMIT, ref = "RateLimitLimit"),
                @Header(name = BudgetHeaders.REMAINING, ref = "RateLimitRemaining"),
                @Header(name = BudgetHeaders.RESET, ref = "RateLimitReset")
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SleepTimeline.class),
                            examples = @ExampleObject(name = "a nap", value = Examples.TIMELINE)))
    @APIResponse(responseCode = "304", ref = "NotModified")
    @APIResponse(responseCode = "400", ref = "BadDate")
    @APIResponse(responseCode = "401", ref = "KeyRequired")
    @APIResponse(responseCode = "404", ref = "NotThere")
    @APIResponse(responseCode = "502", ref = "Unreadable")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    @APIResponse(responseCode = "504", ref = "NotStored")
    public Uni<Response> timeline(
            @PathParam("date") String date,
            @QueryParam("person") @Nullable String person,
            @Context HttpHeaders request) {
        return responses.timeline(date, person, request);
    }
}
