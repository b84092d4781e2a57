package io.github.fitbitproxy.web;

import io.github.fitbitproxy.oauth.Connecting;
import io.github.fitbitproxy.oauth.ConnectingException;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.GrantedScopes;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the browser comes back to from the consent page. A begun connection is its guard, not the admin token. */
@Path("/setup/callback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "setup")
public class CallbackResource {

    private final Connecting connecting;
    private final GrantedScopes scopes;
    private final CallbackPage page;

    CallbackResource(Connecting connecting, GrantedScopes scopes, CallbackPage page) {
        this.connecting = connecting;
        this.scopes = scopes;
        this.page = page;
    }

    @GET
    @Operation(
            operationId = "finishConnectionByRedirect",
            summary = "Finish by redirect",
            description =
                    "The provider sends the browser here after consent. It works once for each connection that was"
                            + " begun, and needs no admin token.")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "Which connection (OAuth 2.0)",
            schema = @Schema(type = SchemaType.STRING),
            example = "s-5d20")
    @Parameter(
            name = "code",
            in = ParameterIn.QUERY,
            description = "The person's consent (OAuth 2.0)",
            schema = @Schema(type = SchemaType.STRING),
            example = "c-71be")
    @Parameter(
            name = "error",
            in = ParameterIn.QUERY,
            description = "Why there is no consent (OAuth 2.0)",
            schema = @Schema(type = SchemaType.STRING),
            example = "access_denied")
    @Parameter(
            name = "oauth_token",
            in = ParameterIn.QUERY,
            description = "Which connection (OAuth 1.0a)",
            schema = @Schema(type = SchemaType.STRING),
            example = "rt-1f0a")
    @Parameter(
            name = "oauth_verifier",
            in = ParameterIn.QUERY,
            description = "The person's consent (OAuth 1.0a)",
            schema = @Schema(type = SchemaType.STRING),
            example = "vf-22b1")
    @Parameter(
            name = "denied",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "Which connection, where consent was refused; some providers send it",
            example = "rt-1f0a")
    @APIResponse(
            responseCode = "200",
            description = "The person is connected",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Connection.class)))
    @APIResponse(responseCode = "400", description = "Consent was refused, or parameters are missing")
    @APIResponse(responseCode = "404", description = "Not begun, begun too long ago, or finished already")
    @APIResponse(
            responseCode = "502",
            description = "The provider refused the verifier or code, the client credentials, or our time")
    @APIResponse(responseCode = "503", description = "The provider or the store does not answer")
    public Connection callback(@Context UriInfo uriInfo) throws ConnectingException {
        Grant grant = connecting.callback(uriInfo.getQueryParameters());
        return Connection.of(grant, scopes.missing(grant), false);
    }

    /** The same for a browser, which is what usually comes here: in words, with what to do next. */
    @GET
    @Produces(CallbackPage.HTML)
    @Blocking
    @Operation(hidden = true)
    public Response page(@Context UriInfo uriInfo) {
        return page.of(() -> callback(uriInfo));
    }
}
