package io.github.fitbitproxy.api;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.ActivityRange;
import io.github.fitbitproxy.model.HeartRateZone;
import io.github.fitbitproxy.model.Workout;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /activities}. */
@Path("/activities")
@Tag(name = "activities", description = "Movement, energy, zones, workouts")
@RegisterForReflection(targets = {ActivityDay.class, ActivityDay.Goals.class, HeartRateZone.class, Workout.class})
public class ActivitiesResource {

    private final DayResponses responses;
    private final RangeResponses ranges;

    ActivitiesResource(DayResponses responses, RangeResponses ranges) {
        this.responses = responses;
        this.ranges = ranges;
    }

    @GET
    @Path("{date}")
    @NonBlocking
    @Operation(
            operationId = "getActivityDay",
            summary = "A day's movement",
            description = "Movement, energy, heart rate zones and workouts of one day.")
    @Parameter(name = "date", ref = "date")
    @Parameter(name = "person", ref = "person")
    @Parameter(name = HttpHeaders.CACHE_CONTROL, ref = "cacheControl")
    @Parameter(name = HttpHeaders.IF_NONE_MATCH, ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The day. A day without data has null values.",
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
                            schema = @Schema(implementation = ActivityDay.class),
                            examples = @ExampleObject(name = "a day", value = Examples.ACTIVITIES)))
    @APIResponse(responseCode = "304", ref = "NotModified")
    @APIResponse(responseCode = "400", ref = "BadDate")
    @APIResponse(responseCode = "401", ref = "KeyRequired")
    @APIResponse(responseCode = "404", ref = "NotThere")
    @APIResponse(responseCode = "502", ref = "Unreadable")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    @APIResponse(responseCode = "504", ref = "NotStored")
    public Uni<Response> day(
            @PathParam("date") String date,
            @QueryParam("person") @Nullable String person,
            @Context HttpHeaders request) {
        return responses.day(ActivityDay.KIND, date, person, request);
    }

    @GET
    @Blocking
    @Produces({MediaType.APPLICATION_JSON, RangeResponses.CSV})
    @Operation(
            operationId = "getActivityRange",
            summary = "The movement of the days of a range",
            description =
                    "Every day from `from` to `to`, both included, oldest first. A day that could not be had now stands in"
                            + " `missing` with the reason. One request asks the cloud for a bounded number of days; those"
                            + " beyond are `not-fetched`, and asking again goes on with them. `Accept: text/csv` gives one"
                            + " flat row a day.")
    @Parameter(name = "from", ref = "from")
    @Parameter(name = "to", ref = "to")
    @Parameter(name = "person", ref = "person")
    @Parameter(name = HttpHeaders.CACHE_CONTROL, ref = "cacheControl")
    @APIResponse(
            responseCode = "200",
            description = "The days. The answer is sent while it is read.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ActivityRange.class),
                        examples = @ExampleObject(name = "two days", value = Examples.ACTIVITY_RANGE)),
                @Content(
                        mediaType = RangeResponses.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "one day", value = Examples.ACTIVITY_RANGE_CSV))
            })
    @APIResponse(responseCode = "400", ref = "BadRange")
    @APIResponse(responseCode = "401", ref = "KeyRequired")
    @APIResponse(responseCode = "404", ref = "UnknownPerson")
    @APIResponse(responseCode = "502", ref = "Unreadable")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response range(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("person") @Nullable String person,
            @Context HttpHeaders request,
            @Context HttpServerResponse connection) {
        return ranges.range(ActivityDay.KIND, from, to, person, request, connection);
    }
}
