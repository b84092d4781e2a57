package io.github.fitbitproxy.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One way to connect somebody. */
@Schema(description = "One way to connect somebody")
public record Choice(
        @Schema(description = "To which upstream", required = true, examples = "fitbit")
        String upstream,

        @Schema(
                description = "Which cloud that is: what the names of its settings begin with",
                required = true,
                examples = "fitbit")
        String cloud,

        @Schema(
                description = "How it is connected to; null where nothing is connected but an export imported",
                enumeration = {"oauth1", "oauth2"},
                examples = "oauth1")
        @Nullable
        String auth,

        @Schema(
                description = "Whether the app's key and secret come from the configuration",
                required = true,
                examples = "false")
        boolean configured,

        @Schema(
                description = "Which redirect address to register with the app",
                examples = "http://localhost:8080/setup/callback")
        @Nullable
        String redirectUri) {}
