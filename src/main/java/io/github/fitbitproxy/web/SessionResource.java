package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing a browser in with the admin token, and out again. Scripts need none of it: they send the token each time. */
@Path("/setup/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "setup")
@SecurityRequirements
public class SessionResource {

    private final Sessions sessions;
    private final AdminCheck adminCheck;
    private final Clock clock;

    SessionResource(Sessions sessions, AdminCheck adminCheck, Clock clock) {
        this.sessions = sessions;
        this.adminCheck = adminCheck;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "getSession", summary = "Whether this browser is signed in")
    @APIResponse(
            responseCode = "200",
            description = "Whether it is",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SignedIn.class)))
    public SignedIn get(@Context HttpServerRequest request) {
        return new SignedIn(
                adminCheck.isSignedIn(Presented.in(request::getHeader).session()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "signIn",
            summary = "Sign a browser in",
            description = "Answers a cookie that stands for the admin token for twelve hours, in calls from this"
                    + " service's own pages only.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewSession.class)))
    @APIResponse(responseCode = "204", description = "The browser is signed in")
    @APIResponse(responseCode = "401", description = "The admin token is wrong")
    @APIResponse(
            responseCode = "429",
            description = "`too-many-attempts`: the last ones were wrong; `Retry-After` says how long to wait")
    public Response signIn(InputStream body, @Context HttpServerRequest request) throws BadRequest, IOException {
        String token = JsonFields.read(body, List.of("token")).require("token");
        Optional<Problem> refusal = adminCheck.refusal(token, request);
        return refusal.isPresent()
                ? refusal.get().toResponse(clock.instant())
                : Response.noContent()
                        .cookie(cookie(sessions.begin(), (int) Sessions.LIFE.toSeconds(), request))
                        .build();
    }

    @DELETE
    @Operation(operationId = "signOut", summary = "Sign this browser out")
    @APIResponse(responseCode = "204", description = "The browser is signed out")
    @APIResponse(responseCode = "403", description = "`cross-site-request`: another site asked for it")
    public Response signOut(@Context HttpServerRequest request) {
        String session = Presented.in(request::getHeader).session();
        if (session != null) {
            Optional<Problem> refusal = AdminCheck.foreign(request);
            if (refusal.isPresent()) {
                return refusal.get().toResponse();
            }
            sessions.end(session);
        }
        return Response.noContent().cookie(cookie("", 0, request)).build();
    }

    private static NewCookie cookie(String value, int maxAgeSeconds, HttpServerRequest request) {
        return new NewCookie.Builder(Sessions.COOKIE)
                .value(value)
                .path("/")
                .maxAge(maxAgeSeconds)
                .httpOnly(true)
                .secure(request.isSSL())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
