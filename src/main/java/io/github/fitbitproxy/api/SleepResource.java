package io.github.fitbitproxy.api;

import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.SleepLog;
import io.github.fitbitproxy.model.Stages;
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

/** {@code /sleep}. What its operations share with those of other kinds is told by {@link DailyOperations}. */
@Path("/sleep")
@Tag(name = "sleep", description = "Nights and naps")
@RegisterForReflection(
        targets = {SleepDay.class, SleepDay.Naps.class, SleepLog.class, SleepLog.Classic.class, Stages.class})
public class SleepResource {

    static final String EXAMPLE = """
            {"date":"2026-11-21","status":"final","minutesAsleep":431,"minutesAwake":47,"minutesInBed":478,\
            "minutesToFallAsleep":6,"totalMinutesAsleep":453,"efficiency":90,"reportedEfficiency":94,\
            "startTime":"2026-11-20T23:12:30+01:00","endTime":"2026-11-21T07:10:30+01:00",\
            "stages":{"deep":74,"light":244,"rem":113,"wake":47},"naps":{"count":1,"minutesAsleep":22},\
            "logs":[{"id":"39251882000","mainSleep":true,"type":"stages","startTime":"2026-11-20T23:12:30+01:00",\
            "endTime":"2026-11-21T07:10:30+01:00","minutesAsleep":431,"minutesAwake":47,"minutesInBed":478,\
            "efficiency":90,"stages":{"deep":74,"light":244,"rem":113,"wake":47},"classic":null},\
            {"id":"39252201000","mainSleep":false,"type":"classic","startTime":"2026-11-21T14:05:00+01:00",\
            "endTime":"2026-11-21T14:30:00+01:00","minutesAsleep":22,"minutesAwake":3,"minutesInBed":25,\
            "efficiency":88,"stages":null,"classic":{"asleep":22,"restless":2,"awake":1}}],\
            "upstream":"fitbit","fetchedAt":"2026-11-21T09:15:02Z","deviceSyncedAt":"2026-11-21T08:58:00Z"}""";

    private final DayResponses responses;
    private final RangeResponses ranges;

    SleepResource(DayResponses responses, RangeResponses ranges) {
        this.responses = responses;
        this.ranges = ranges;
    }

    @GET
    @Path("{date}")
    @NonBlocking
    @Operation(
            operationId = "getSleepDay",
            summary = "The night that ended on a day",
            description = "The main sleep flat, naps kept apart, every log in `logs`.")
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
        return responses.day(SleepDay.KIND, date, person, request);
    }

    @GET
    @Blocking
    @Produces({MediaType.APPLICATION_JSON, RangeResponses.CSV})
    @Operation(operationId = "getSleepRange", summary = "The nights that ended on the days of a range")
    public Response range(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("person") @Nullable String person,
            @Context HttpHeaders request,
            @Context HttpServerResponse connection) {
        return ranges.range(SleepDay.KIND, from, to, person, request, connection);
    }
}
