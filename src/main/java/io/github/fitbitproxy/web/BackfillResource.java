package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.BackfillProgress;
import io.github.fitbitproxy.api.Problems;
import io.github.fitbitproxy.day.BackfillStore.Backfill;
import io.github.fitbitproxy.day.Backfills;
import io.github.fitbitproxy.day.Refusal.RefusalException;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Asks for history. */
@Path("/setup/backfill")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "setup")
@SecurityRequirement(name = ConnectionsResource.ADMIN_TOKEN)
public class BackfillResource {

    /** About as long as there have been such devices, twice. */
    private static final int MOST_DAYS = 36_525;

    private final Backfills backfills;
    private final Clock clock;

    BackfillResource(Backfills backfills, Clock clock) {
        this.backfills = backfills;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askForHistory",
            summary = "Ask for history",
            description =
                    "Fetches the days from `from` to `to` of every kind, in place of what was asked for before: the"
                            + " newest first, in small pieces, within the call budget. It goes on after a restart. Days that are"
                            + " stored and settled are passed over. `GET /status` tells how far it has come.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewBackfill.class)))
    @APIResponse(
            responseCode = "202",
            description = "It will be fetched",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BackfillJobs.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "`bad-request`: a field is unknown or missing, no day, or the days are the wrong way" + " round")
    @APIResponse(responseCode = "401", description = "The admin token is missing or wrong")
    @APIResponse(
            responseCode = "404",
            description =
                    "`unknown-person`: nobody has that name; `future-date`: the range ends in the wearer's future")
    @APIResponse(responseCode = "503", description = "`not-connected`, or the cloud or the store does not answer")
    public RestResponse<BackfillJobs> ask(InputStream body) throws BadRequest, IOException {
        JsonFields fields = JsonFields.read(body, List.of("person", "from", "to"));
        LocalDate from = date(fields, "from");
        LocalDate to = date(fields, "to");
        if (from.isAfter(to) || from.plusDays(MOST_DAYS).isBefore(to)) {
            throw new BadRequest("\"from\" must not be after \"to\", and not a hundred years before it.");
        }
        List<Backfill> jobs = backfills.ask(fields.get("person").orElse(null), new DateRange(from, to));
        return RestResponse.status(
                RestResponse.Status.ACCEPTED,
                new BackfillJobs(jobs.get(0).person().name(), BackfillProgress.byKind(jobs)));
    }

    private static LocalDate date(JsonFields fields, String name) throws BadRequest {
        try {
            return LocalDate.parse(fields.require(name));
        } catch (DateTimeParseException e) {
            throw new BadRequest("The field \"" + name + "\" must be a day, written yyyy-MM-dd.");
        }
    }

    @ServerExceptionMapper
    Response refused(RefusalException failure) {
        return Problems.of(failure.refusal()).toResponse();
    }

    @ServerExceptionMapper
    Response unavailable(UpstreamException failure) {
        Instant now = clock.instant();
        return Problems.of(failure.failure(), now).toResponse(now);
    }
}
