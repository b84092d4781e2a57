package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.Problem;
import io.github.fitbitproxy.oauth.Connecting;
import io.github.fitbitproxy.oauth.ConnectingException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where the browser comes back to from the consent page. A begun connection is its guard, not the admin token. */
@Path("/setup/callback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "setup")
public class CallbackResource {

    private final Connecting connecting;

    CallbackResource(Connecting connecting) {
        this.connecting = connecting;
    }

    @GET
    @Operation(
            operationId = "finishConnectionByRedirect",
            summary = "Finish by redirect",
            description =
                    "The provider sends the browser here after consent. It works once for each connection that was"
                            + " begun, and needs no admin token.")
    @Parameter(name = "oauth_token", description = "Which connection (OAuth 1.0a)", example = "rt-1f0a")
    @Parameter(name = "oauth_verifier", description = "The person's consent (OAuth 1.0a)", example = "vf-22b1")
    @Parameter(
            name = "denied",
            description = "Which connection, where consent was refused; some providers send it",
            example = "rt-1f0a")
    @APIResponse(
            responseCode = "200",
            description = "The person is connected",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Connection.class)))
    @APIResponse(
            responseCode = "400",
            description = "Consent was refused, or parameters are missing",
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
    public Connection callback(
            @RestQuery("oauth_token") @Nullable String token,
            @RestQuery("oauth_verifier") @Nullable String verifier,
            @RestQuery @Nullable String denied)
            throws ConnectingException {
        return Connection.of(connecting.callback(token, verifier, denied), false);
    }
}
