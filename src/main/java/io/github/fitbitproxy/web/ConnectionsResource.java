package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.Problem;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.ClientCredentials;
import io.github.fitbitproxy.oauth.Connecting;
import io.github.fitbitproxy.oauth.ConnectingException;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.Grants;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Who is connected; beginning and finishing to connect; disconnecting. JSON both ways. */
@Path("/setup/connections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "setup")
@SecurityScheme(
        securitySchemeName = ConnectionsResource.ADMIN_TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The setting `proxy.admin-token`, or what was printed in the log at the first start")
@SecurityRequirement(name = ConnectionsResource.ADMIN_TOKEN)
public class ConnectionsResource {

    static final String ADMIN_TOKEN = "adminToken";

    private static final String OAUTH1 = "oauth1";
    private static final List<String> NEW_CONNECTION =
            List.of("person", "upstream", "auth", "clientId", "clientSecret", "redirectUri");

    private final Connecting connecting;
    private final Grants grants;

    ConnectionsResource(Connecting connecting, Grants grants) {
        this.connecting = connecting;
        this.grants = grants;
    }

    @GET
    @Operation(
            operationId = "listConnections",
            summary = "Everybody's connections",
            description = "Everybody with the state of the connection; never a secret.")
    @APIResponse(
            responseCode = "200",
            description = "Everybody",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Connections.class)))
    @APIResponse(
            responseCode = "401",
            description = "The admin token is missing or wrong",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "500",
            description = "A stored grant cannot be decrypted",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "The store does not answer",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Connections list() {
        Map<Person, Connection> connections = new TreeMap<>();
        connecting.waiting().forEach(waiting -> connections.put(waiting.person(), Connection.of(waiting)));
        grants.all().forEach(grant -> connections.put(grant.person(), connection(grant)));
        if (connections.isEmpty()) {
            connections.put(Person.ME, Connection.notConnected(Person.ME, null));
        }
        return new Connections(List.copyOf(connections.values()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "beginConnection",
            summary = "Begin to connect a person",
            description = "Answers the address of the provider's consent page. What the browser brings back from it"
                    + " finishes the connection, within ten minutes.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewConnection.class)))
    @APIResponse(
            responseCode = "201",
            description = "What the person needs in order to consent",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Consent.class)))
    @APIResponse(
            responseCode = "400",
            description = "A field is unknown, missing or makes no sense, or there is no such upstream",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "401",
            description = "The admin token is missing or wrong",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "The person is connected by the configuration",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "502",
            description = "The provider refused the client credentials, or our time",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "The provider or the store does not answer",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Consent begin(InputStream body, @Context UriInfo uriInfo)
            throws BadRequest, ConnectingException, IOException {
        JsonFields fields = JsonFields.read(body, NEW_CONNECTION);
        Person person = PersonNames.of(fields.get("person").orElse(null));
        String upstream = fields.require("upstream");
        if (!fields.get("auth").orElse(OAUTH1).equals(OAUTH1)) {
            throw new BadRequest("The field \"auth\" must be \"" + OAUTH1 + "\".");
        }
        Optional<String> clientId = fields.get("clientId");
        Optional<String> clientSecret = fields.get("clientSecret");
        if (clientId.isPresent() != clientSecret.isPresent()) {
            throw new BadRequest("Give both clientId and clientSecret, or neither to take the configured ones.");
        }
        ClientCredentials client =
                clientId.isPresent() ? new ClientCredentials(clientId.get(), clientSecret.orElseThrow()) : null;
        String callback =
                uriInfo.getBaseUriBuilder().path("setup/callback").build().toString();
        return Consent.of(connecting.begin(
                person, upstream, client, fields.get("redirectUri").orElse(callback)));
    }

    @POST
    @Path("/finish")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "finishConnection",
            summary = "Finish with what the browser ended on",
            description = "For when the browser cannot come back to this service: takes the whole address that it ended"
                    + " on, its query, or just the verifier that the provider showed.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PastedConsent.class)))
    @APIResponse(
            responseCode = "200",
            description = "The person is connected",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Connection.class)))
    @APIResponse(
            responseCode = "400",
            description = "What was pasted makes no sense, or consent was refused",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "401",
            description = "The admin token is missing or wrong",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "Not begun, begun too long ago, or finished already",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "502",
            description = "The provider refused the verifier, or our time",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "The provider or the store does not answer",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Connection finish(InputStream body) throws BadRequest, ConnectingException, IOException {
        String pasted = JsonFields.read(body, List.of("pasted")).require("pasted");
        return Connection.of(connecting.finish(pasted), false);
    }

    @DELETE
    @Path("/{person}")
    @Operation(
            operationId = "deleteConnection",
            summary = "Disconnect a person",
            description =
                    "Forgets the grant; stored days stay. OAuth 1.0a has no way to revoke it from here: do that on"
                            + " the provider's site too.")
    @Parameter(name = "person", description = "Who is disconnected", required = true, example = "me")
    @APIResponse(responseCode = "204", description = "The grant is forgotten")
    @APIResponse(
            responseCode = "400",
            description = "That cannot be a person's name",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "401",
            description = "The admin token is missing or wrong",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "The person is not connected",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "The person is connected by the configuration",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "The store does not answer",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response delete(@RestPath String person) throws BadRequest {
        Person who = PersonNames.of(person);
        Optional<Grant> configured = grants.configured(who);
        if (configured.isPresent()) {
            return SetupProblems.configured(connecting.configuredReason(configured.get()))
                    .toResponse();
        }
        if (!grants.forget(who)) {
            return SetupProblems.connectionUnknown(who + " is not connected.").toResponse();
        }
        return Response.noContent().build();
    }

    private Connection connection(Grant grant) {
        return Connection.of(grant, grants.configured(grant.person()).isPresent());
    }
}
