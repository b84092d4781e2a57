package io.github.fitbitproxy.web;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Auth;
import io.github.fitbitproxy.oauth.Connecting;
import io.github.fitbitproxy.oauth.ConnectingException;
import io.github.fitbitproxy.oauth.ConnectingFailure;
import io.github.fitbitproxy.oauth.Disconnecting;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.GrantedScopes;
import io.github.fitbitproxy.oauth.Grants;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
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
import org.jspecify.annotations.Nullable;

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

    private static final List<String> NEW_CONNECTION =
            List.of("person", "upstream", "auth", "clientId", "clientSecret", "redirectUri");

    private final Connecting connecting;
    private final Disconnecting disconnecting;
    private final Grants grants;
    private final GrantedScopes scopes;

    ConnectionsResource(Connecting connecting, Disconnecting disconnecting, Grants grants, GrantedScopes scopes) {
        this.connecting = connecting;
        this.disconnecting = disconnecting;
        this.grants = grants;
        this.scopes = scopes;
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
    @APIResponse(responseCode = "401", description = "The admin token is missing or wrong")
    @APIResponse(responseCode = "503", description = "The store does not answer")
    public Connections list() {
        Map<Person, Connection> connections = new TreeMap<>();
        connecting.waiting().forEach(waiting -> connections.put(waiting.person(), Connection.of(waiting)));
        grants.unreadable().forEach(person -> connections.put(person, Connection.unreadable(person)));
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
            description = "A field is unknown, missing or makes no sense, or there is no such upstream")
    @APIResponse(responseCode = "401", description = "The admin token is missing or wrong")
    @APIResponse(responseCode = "409", description = "The person is connected by the configuration")
    @APIResponse(responseCode = "502", description = "The provider refused the client credentials, or our time")
    @APIResponse(responseCode = "503", description = "The provider or the store does not answer")
    public Consent begin(InputStream body, @Context UriInfo uriInfo)
            throws BadRequest, ConnectingException, IOException {
        JsonFields fields = JsonFields.read(body, NEW_CONNECTION);
        return Consent.of(connecting.begin(new Connecting.Wish(
                PersonNames.of(fields.get("person").orElse(null)),
                fields.require("upstream"),
                auth(fields.get("auth")),
                fields.get("clientId").orElse(null),
                fields.get("clientSecret").orElse(null),
                fields.get("redirectUri").orElse(null),
                uriInfo.getBaseUriBuilder().path("setup/callback").build().toString())));
    }

    private static @Nullable Auth auth(Optional<String> word) throws BadRequest {
        if (word.isEmpty()) {
            return null;
        }
        return word.flatMap(Auth::ofWord)
                .orElseThrow(() -> new BadRequest("The field \"auth\" must be one of oauth1, oauth2."));
    }

    @POST
    @Path("/finish")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "finishConnection",
            summary = "Finish with what the browser ended on",
            description = "For when the browser cannot come back to this service: takes the whole address that it ended"
                    + " on, its query, or just the verifier or code that the provider showed.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PastedConsent.class)))
    @APIResponse(
            responseCode = "200",
            description = "The person is connected",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Connection.class)))
    @APIResponse(responseCode = "400", description = "What was pasted makes no sense, or consent was refused")
    @APIResponse(responseCode = "401", description = "The admin token is missing or wrong")
    @APIResponse(responseCode = "404", description = "Not begun, begun too long ago, or finished already")
    @APIResponse(responseCode = "502", description = "The provider refused the verifier, or our time")
    @APIResponse(responseCode = "503", description = "The provider or the store does not answer")
    public Connection finish(InputStream body) throws BadRequest, ConnectingException, IOException {
        String pasted = JsonFields.read(body, List.of("pasted")).require("pasted");
        return connection(connecting.finish(pasted));
    }

    @DELETE
    @Path("/{person}")
    @Operation(
            operationId = "deleteConnection",
            summary = "Disconnect a person",
            description =
                    "Revokes the grant at the provider, where OAuth 2.0 is spoken, and forgets it in any case; the"
                            + " answer says in words what came of it. Stored days stay.")
    @Parameter(name = "person", description = "Who is disconnected", required = true, example = "me")
    @APIResponse(
            responseCode = "200",
            description = "The grant is forgotten",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Disconnection.class)))
    @APIResponse(responseCode = "400", description = "That cannot be a person's name")
    @APIResponse(responseCode = "401", description = "The admin token is missing or wrong")
    @APIResponse(responseCode = "404", description = "The person is not connected")
    @APIResponse(responseCode = "409", description = "The person is connected by the configuration")
    @APIResponse(responseCode = "503", description = "The store does not answer")
    public Disconnection delete(@RestPath String person) throws BadRequest, ConnectingException {
        Person who = PersonNames.of(person);
        return disconnecting
                .disconnect(who)
                .map(disconnected -> Disconnection.of(who, disconnected))
                .orElseThrow(() ->
                        new ConnectingException(new ConnectingFailure.ConnectionUnknown(who + " is not connected.")));
    }

    private Connection connection(Grant grant) {
        return Connection.of(
                grant, scopes.missing(grant), grants.configured(grant.person()).isPresent());
    }
}
