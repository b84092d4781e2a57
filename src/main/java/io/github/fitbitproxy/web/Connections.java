package io.github.fitbitproxy.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everybody's connections. */
@Schema(description = "Everybody's connections")
public record Connections(
        @Schema(
                description = "One each, ordered by person; somebody who has only begun stands here too",
                required = true,
                examples =
                        "[{\"person\":\"me\",\"upstream\":\"fitbit\",\"connection\":\"connected\",\"configured\":false,"
                                + "\"connectedAt\":\"2026-11-21T09:16:40Z\"}]")
        List<Connection> connections) {

    public Connections {
        connections = List.copyOf(connections);
    }
}
