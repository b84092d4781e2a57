package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.Problems;
import io.github.fitbitproxy.day.Changes;
import io.github.fitbitproxy.day.Export;
import io.github.fitbitproxy.day.Refusal.UnknownPerson;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Connecting;
import io.github.fitbitproxy.oauth.ConnectingException;
import io.github.fitbitproxy.oauth.Disconnecting;
import io.github.fitbitproxy.upstream.ArchiveSource;
import io.github.fitbitproxy.upstream.ArchiveSource.ConfiguredArchive;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Everything stored for one person: as a download, or gone. */
@Path("/setup/people/{person}")
@Tag(name = "setup")
@SecurityRequirement(name = ConnectionsResource.ADMIN_TOKEN)
public class PeopleResource {

    private final Changes changes;
    private final Export export;
    private final Connecting connecting;
    private final Disconnecting disconnecting;
    private final ArchiveSource archives;
    private final Clock clock;

    PeopleResource(
            Changes changes,
            Export export,
            Connecting connecting,
            Disconnecting disconnecting,
            ArchiveSource archives,
            Clock clock) {
        this.changes = changes;
        this.export = export;
        this.connecting = connecting;
        this.disconnecting = disconnecting;
        this.archives = archives;
        this.clock = clock;
    }

    @GET
    @Path("/export")
    @Produces(ImportResource.LINES)
    @Blocking
    @Operation(
            operationId = "exportPerson",
            summary = "Everything stored for a person",
            description =
                    "One JSON object a line; `line` says of which sort: `header`, `note` (profile and devices as the cloud"
                            + " told them), `day` (as it is answered) and `raw` (as it came, byte for byte). Credentials are not"
                            + " in it.")
    @Parameter(name = "person", description = "Who", required = true, example = "me")
    @APIResponse(
            responseCode = "200",
            description = "The lines, as a download",
            content = @Content(mediaType = ImportResource.LINES, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "400", description = "That cannot be a person's name")
    @APIResponse(responseCode = "401", description = "The admin token is missing or wrong")
    @APIResponse(responseCode = "404", description = "`unknown-person`: nobody has that name")
    @APIResponse(responseCode = "503", description = "The store does not answer")
    public Response export(@RestPath String person) throws BadRequest {
        Person who = PersonNames.of(person);
        if (!changes.isKnown(who)) {
            return unknown(who);
        }
        Instant now = clock.instant();
        StreamingOutput lines = out -> {
            ExportLines writer = new ExportLines(out);
            writer.header(who, now);
            export.tell(who, writer);
        };
        String name = "fitbit-proxy-" + who + "-" + LocalDate.ofInstant(now, ZoneOffset.UTC) + ".ndjson";
        return Response.ok(lines, ImportResource.LINES)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    @DELETE
    @Blocking
    @Operation(
            operationId = "deletePerson",
            summary = "Delete a person",
            description =
                    "Revokes and forgets the grant and deletes everything that is stored for the person: days, profile, devices, orders"
                            + " for history, call budgets. Connections that were begun cannot be finished any more. What is"
                            + " still on its way from the cloud is not kept. There is no way back; export first.")
    @Parameter(name = "person", description = "Who", required = true, example = "me")
    @APIResponse(responseCode = "204", description = "Everything is gone")
    @APIResponse(responseCode = "400", description = "That cannot be a person's name")
    @APIResponse(responseCode = "401", description = "The admin token is missing or wrong")
    @APIResponse(responseCode = "404", description = "`unknown-person`: nobody has that name")
    @APIResponse(
            responseCode = "409",
            description =
                    "The configuration would bring the person back: take the grant or `takeout.path` out of it first")
    @APIResponse(responseCode = "503", description = "The store does not answer; call again, some of it may be gone")
    public Response delete(@RestPath String person) throws BadRequest, ConnectingException {
        Person who = PersonNames.of(person);
        Optional<ConfiguredArchive> archive =
                archives.configured().filter(named -> named.person().equals(who));
        if (archive.isPresent()) {
            return SetupProblems.configured(
                            archive.get().setting() + " names an account export of this person, which would be"
                                    + " imported again at the next start. Take it out of the configuration, restart, then delete.")
                    .toResponse();
        }
        connecting.forget(who);
        boolean connected = disconnecting.disconnect(who).isPresent();
        if (!connected && !changes.isKnown(who)) {
            return unknown(who);
        }
        changes.forget(who);
        return Response.noContent().build();
    }

    private static Response unknown(Person person) {
        return Problems.of(new UnknownPerson(person.name())).toResponse();
    }
}
