package io.github.fitbitproxy.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The pages of {@code docs/problems}, so that a problem's {@code type} leads somewhere without the internet. */
@Path("/problems")
@Tag(name = "problems")
public class ProblemPages {

    private static final Pattern TYPE = Pattern.compile("[a-z-]{1,60}");

    @GET
    @Path("{type}")
    @Produces("text/plain;charset=UTF-8")
    @Blocking
    @Operation(operationId = "getProblemPage", summary = "What a kind of error means and what to do")
    @APIResponse(responseCode = "200", description = "The page, in Markdown")
    @APIResponse(responseCode = "404", description = "There is no such kind of error")
    public String page(
            @Parameter(description = "The last part of a problem's `type`", example = "bad-date") @PathParam("type")
                    String type)
            throws IOException {
        String name = "/problems/" + type + ".md";
        try (InputStream page = TYPE.matcher(type).matches() ? ProblemPages.class.getResourceAsStream(name) : null) {
            if (page == null) {
                throw new NotFoundException();
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
