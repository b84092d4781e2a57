package io.github.fitbitproxy.api;

import io.github.fitbitproxy.model.ActivityDay;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /activities}. What its operations share with those of other kinds is told by {@link DailyOperations}. */
@Path("/activities")
@Tag(name = "activities", description = "Movement, energy, zones, workouts")
@RegisterForReflection(targets = {ActivityDay.class, ActivityDay.Goals.class, HeartRateZone.class, Workout.class})
public class ActivitiesResource {

    static final String EXAMPLE = """
            {"date":"2026-11-21","status":"partial","steps":8421,"distanceMeters":6210,"floors":12,\
            "elevationMeters":36.6,"caloriesOut":2488,"activityCalories":1034,"caloriesBmr":1580,\
            "minutesSedentary":690,"minutesLightlyActive":212,"minutesFairlyActive":18,"minutesVeryActive":31,\
            "activeZoneMinutes":49,"restingHeartRate":58,\
            "heartRateZones":[{"name":"fatBurn","min":98,"max":121,"minutes":40,"caloriesOut":210.4}],\
            "goals":{"steps":10000,"distanceMeters":8050,"floors":10,"caloriesOut":2600,"activeMinutes":30},\
            "workouts":[{"id":"62000000001","name":"Walk","startTime":"2026-11-21T10:45:00+01:00","minutes":32,\
            "steps":3310,"distanceMeters":2450,"caloriesOut":161,"averageHeartRate":104}],\
            "upstream":"fitbit","fetchedAt":"2026-11-21T18:15:02Z","deviceSyncedAt":"2026-11-21T18:08:00Z"}""";

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
        return responses.day(ActivityDay.KIND, date, person, request);
    }

    @GET
    @Blocking
    @Produces({MediaType.APPLICATION_JSON, RangeResponses.CSV})
    @Operation(operationId = "getActivityRange", summary = "The movement of the days of a range")
    public Response range(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("person") @Nullable String person,
            @Context HttpHeaders request,
            @Context HttpServerResponse connection) {
        return ranges.range(ActivityDay.KIND, from, to, person, request, connection);
    }
}
