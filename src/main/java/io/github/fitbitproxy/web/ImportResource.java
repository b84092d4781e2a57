package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.Problem;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.day.Imports;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Takes an account export, and tells how its import comes along. */
@Path("/setup/import")
@ApplicationScoped
@Tag(name = "setup")
@SecurityRequirement(name = ConnectionsResource.ADMIN_TOKEN)
public class ImportResource {

    static final String LINES = "application/x-ndjson";

    private static final Logger LOG = Logger.getLogger(ImportResource.class);

    private final Imports imports;
    private final Upload upload;
    private final ExecutorService executor;

    ImportResource(
            Imports imports,
            ProxyConfig config,
            @ConfigProperty(name = "takeout.max-upload-size") MemorySize maxUploadSize,
            ExecutorService executor) {
        this.imports = imports;
        this.upload = new Upload(config.dataDir(), maxUploadSize.asLongValue());
        this.executor = executor;
    }

    void start(@Observes StartupEvent event) throws IOException {
        upload.deleteLeftovers();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(LINES)
    @Blocking
    @Operation(
            operationId = "importAccountExport",
            summary = "Import an account export",
            description =
                    "Takes the zip as it was downloaded. The answer is one JSON object a line, written while the import"
                            + " runs: how far it has come, and at last what came of it (`state` is `running`, then `done` or"
                            + " `failed`). The import goes on if the connection breaks. The same file sent again changes"
                            + " nothing, or completes what a kill has cut short.")
    @Parameter(name = "person", description = "Whose export it is; `me` if nobody is named", example = "me")
    @RequestBody(
            required = true,
            description = "The zip",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "The import runs",
            content =
                    @Content(
                            mediaType = LINES,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "the last line",
                                            value =
                                                    "{\"state\":\"done\",\"person\":\"me\",\"upstream\":\"takeout\",\"files\":1203,"
                                                            + "\"filesRead\":1202,\"filesUnused\":4411,\"filesRefused\":1,"
                                                            + "\"days\":{\"activities\":3650,\"sleep\":3652},"
                                                            + "\"daysChanged\":{\"activities\":3650,\"sleep\":3652},"
                                                            + "\"refused\":[{\"file\":\"steps-2019-03-01.json\","
                                                            + "\"reason\":\"It is not JSON, or it is cut short.\"}]}")))
    @APIResponse(responseCode = "400", description = "`bad-request`: that cannot be a person's name")
    @APIResponse(responseCode = "401", description = "The admin token is missing or wrong")
    @APIResponse(responseCode = "409", description = "`import-running`: another import is running")
    @APIResponse(responseCode = "413", description = "`import-too-large`: it is larger than `takeout.max-upload-size`")
    @APIResponse(responseCode = "422", description = "`import-refused`: it is no account export, or not safe to read")
    @APIResponse(responseCode = "503", description = "The store does not answer")
    @APIResponse(responseCode = "507", description = "`disk-full`: there is no room for it")
    public Response take(
            @RestQuery @Nullable String person,
            @RestHeader(HttpHeaders.CONTENT_LENGTH) @Parameter(hidden = true) @Nullable Long length,
            InputStream body)
            throws BadRequest, IOException {
        var whose = PersonNames.of(person);
        java.nio.file.Path file;
        try {
            file = upload.receive(body, length == null ? -1 : length);
        } catch (Upload.RefusedException e) {
            return e.problem().toResponse();
        }
        RunningImport running = new RunningImport(imports, whose, file);
        executor.execute(() -> {
            try {
                running.run();
            } finally {
                delete(file);
            }
        });
        Problem problem = running.awaitBegin();
        StreamingOutput lines = running::tell;
        return problem == null ? Response.ok(lines, LINES).build() : problem.toResponse();
    }

    private static void delete(java.nio.file.Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("The upload %s could not be deleted.", file);
        }
    }
}
