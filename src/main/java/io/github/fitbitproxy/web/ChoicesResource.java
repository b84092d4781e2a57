package io.github.fitbitproxy.web;

import io.github.fitbitproxy.oauth.ConsentFlows;
import io.github.fitbitproxy.upstream.ArchiveSource;
import io.quarkus.arc.All;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What somebody can be connected to, before anything is begun. */
@Path("/setup/choices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "setup")
@SecurityRequirement(name = ConnectionsResource.ADMIN_TOKEN)
public class ChoicesResource {

    private final ConsentFlows flows;
    private final List<ArchiveSource> archives;

    ChoicesResource(ConsentFlows flows, @All List<ArchiveSource> archives) {
        this.flows = flows;
        this.archives = archives;
    }

    @GET
    @Operation(
            operationId = "listChoices",
            summary = "What somebody can be connected to",
            description = "With the redirect address to register with the app, as this service is called now.")
    @APIResponse(
            responseCode = "200",
            description = "Every way",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Choices.class)))
    @APIResponse(responseCode = "401", description = "The admin token is missing or wrong")
    public Choices list(@Context UriInfo uriInfo) {
        String callback =
                uriInfo.getBaseUriBuilder().path("setup/callback").build().toString();
        return new Choices(Stream.concat(
                        flows.ways(callback).stream()
                                .map(way -> new Choice(
                                        way.upstream(),
                                        way.settingsPrefix(),
                                        way.auth().toString(),
                                        way.configured(),
                                        way.redirectUri())),
                        archives.stream()
                                .map(archive -> new Choice(archive.upstream(), archive.upstream(), null, false, null)))
                .toList());
    }
}
