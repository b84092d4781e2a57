package io.github.fitbitproxy.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the service and everybody in it stand. */
@Schema(description = "How everybody stands")
public record Status(
        @Schema(description = "The version of this service", required = true, examples = "1.0.0")
        String version,

        @Schema(
                description =
                        "Everybody who is connected or of whom days are stored, by name; while there is nobody, `me`",
                required = true)
        List<PersonStatus> people) {

    public Status {
        people = List.copyOf(people);
    }
}
