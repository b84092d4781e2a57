package io.github.fitbitproxy.model.analysis;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Shares of the time asleep, percent. */
@Schema(description = "Shares of the time asleep, percent")
public record StageShares(
        @Schema(description = "Deep sleep, percent", required = true)
        double deep,

        @Schema(description = "Light sleep, percent", required = true)
        double light,

        @Schema(description = "REM sleep, percent", required = true)
        double rem) {}
