package io.github.fitbitproxy.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody can be connected to. */
@Schema(description = "What somebody can be connected to")
public record Choices(
        @Schema(description = "Every way", required = true) List<Choice> choices) {

    public Choices {
        choices = List.copyOf(choices);
    }
}
