package io.github.fitbitproxy.api;

import io.github.fitbitproxy.model.HeartDay;
import io.github.fitbitproxy.model.HeartRateZone;
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

/** {@code /heart}. What its operations share with those of other kinds is told by {@link DailyOperations}. */
@Path("/heart")
@Tag(name = "heart", description = "Resting heart rate, zones, heart rate variability")
@RegisterForReflection(targets = {HeartDay.class, HeartDay.HeartRateVariability.class, HeartRateZone.class})
public class HeartResource {

    static final String EXAMPLE = """
            {"date":"2026-11-21","status":"final","restingHeartRate":58,\
            "heartRateZones":[{"name":"outOfRange","min":30,"max":98,"minutes":1352,"caloriesOut":1892.4},\
            {"name":"fatBurn","min":98,"max":125,"minutes":40,"caloriesOut":210.4}],\
            "heartRateVariability":{"dailyRmssdMilliseconds":34.9,"deepSleepRmssdMilliseconds":31.6},\
            "upstream":"fitbit","fetchedAt":"2026-11-22T09:15:02Z","deviceSyncedAt":"2026-11-22T08:58:00Z"}""";

    private final DayResponses responses;
    private final RangeResponses ranges;

    HeartResource(DayResponses responses, RangeResponses ranges) {
        this.responses = responses;
        this.ranges = ranges;
    }

    @GET
    @Path("{date}")
    @NonBlocking
    @Operation(
            operationId = "getHeartDay",
            summary = "A day of the heart",
            description =
                    "Resting heart rate and zones of one day, heart rate variability of the night that ended on it.")
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
        return responses.day(HeartDay.KIND, date, person, request);
    }

    @GET
    @Blocking
    @Produces({MediaType.APPLICATION_JSON, RangeResponses.CSV})
    @Operation(operationId = "getHeartRange", summary = "The heart on the days of a range")
    public Response range(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("person") @Nullable String person,
            @Context HttpHeaders request,
            @Context HttpServerResponse connection) {
        return ranges.range(HeartDay.KIND, from, to, person, request, connection);
    }
}
