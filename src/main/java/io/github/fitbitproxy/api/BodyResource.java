package io.github.fitbitproxy.api;

import io.github.fitbitproxy.model.BodyDay;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /body}. What its operations share with those of other kinds is told by {@link DailyOperations}. */
@Path("/body")
@Tag(name = "body", description = "Weight, fat, body mass index")
@RegisterForReflection(targets = {BodyDay.class, BodyDay.Measurement.class})
public class BodyResource {

    static final String EXAMPLE = """
            {"date":"2026-11-21","status":"final","weightKilograms":74.2,"fatPercent":21.3,"bmi":25.08,\
            "measurements":[{"at":"2026-11-21T07:45:05+01:00","weightKilograms":74.2,"fatPercent":21.3,"bmi":25.08,\
            "source":"Aria"}],\
            "upstream":"fitbit","fetchedAt":"2026-11-22T09:15:02Z","deviceSyncedAt":"2026-11-22T08:58:00Z"}""";

    private final DayResponses responses;
    private final RangeResponses ranges;

    BodyResource(DayResponses responses, RangeResponses ranges) {
        this.responses = responses;
        this.ranges = ranges;
    }

    @GET
    @Path("{date}")
    @NonBlocking
    @Operation(
            operationId = "getBodyDay",
            summary = "A day's measurements of the body",
            description =
                    "Weight, fat and body mass index by the latest measurement of the day, every one in `measurements`. A day without one has null values: nothing is carried over.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = DailyOperations.A_DAY, value = EXAMPLE)))
    public Uni<Response> day(
            @PathParam("date") String date,
            @QueryParam("person") @Nullable String person,
            @Context HttpHeaders request) {
        return responses.day(BodyDay.KIND, date, person, request);
    }

    @GET
    @Blocking
    @Produces({MediaType.APPLICATION_JSON, RangeResponses.CSV})
    @Operation(operationId = "getBodyRange", summary = "The measurements of the body on the days of a range")
    public Response range(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("person") @Nullable String person,
            @Context HttpHeaders request,
            @Context HttpServerResponse connection) {
        return ranges.range(BodyDay.KIND, from, to, person, request, connection);
    }
}
