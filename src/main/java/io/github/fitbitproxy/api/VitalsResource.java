package io.github.fitbitproxy.api;

import io.github.fitbitproxy.model.VitalsDay;
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

/** {@code /vitals}. What its operations share with those of other kinds is told by {@link DailyOperations}. */
@Path("/vitals")
@Tag(name = "vitals", description = "Oxygen saturation, breathing rate, skin temperature, cardio fitness")
@RegisterForReflection(targets = {VitalsDay.class, VitalsDay.OxygenSaturation.class, VitalsDay.CardioFitness.class})
public class VitalsResource {

    static final String EXAMPLE = """
            {"date":"2026-11-21","status":"final",\
            "oxygenSaturation":{"averagePercent":96.4,"minPercent":94.0,"maxPercent":99.0},\
            "breathsPerMinute":15.2,"skinTemperatureDeviationCelsius":-0.4,\
            "cardioFitness":{"vo2MaxLow":41.0,"vo2MaxHigh":45.0},\
            "upstream":"fitbit","fetchedAt":"2026-11-22T09:15:02Z","deviceSyncedAt":"2026-11-22T08:58:00Z"}""";

    private final DayResponses responses;
    private final RangeResponses ranges;

    VitalsResource(DayResponses responses, RangeResponses ranges) {
        this.responses = responses;
        this.ranges = ranges;
    }

    @GET
    @Path("{date}")
    @NonBlocking
    @Operation(
            operationId = "getVitalsDay",
            summary = "The vitals of a day",
            description =
                    "Oxygen saturation, breathing rate and skin temperature of the night that ended on the day, and cardio fitness.")
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
        return responses.day(VitalsDay.KIND, date, person, request);
    }

    @GET
    @Blocking
    @Produces({MediaType.APPLICATION_JSON, RangeResponses.CSV})
    @Operation(operationId = "getVitalsRange", summary = "The vitals of the days of a range")
    public Response range(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("person") @Nullable String person,
            @Context HttpHeaders request,
            @Context HttpServerResponse connection) {
        return ranges.range(VitalsDay.KIND, from, to, person, request, connection);
    }
}
