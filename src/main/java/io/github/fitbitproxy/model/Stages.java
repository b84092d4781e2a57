package io.github.fitbitproxy.model;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Minutes per sleep stage, computed from the segments with the short wakes laid over them. */
@Schema(description = "Minutes per sleep stage, short wakes laid over")
public record Stages(
        @Schema(description = "Minutes of deep sleep", required = true)
        int deep,

        @Schema(description = "Minutes of light sleep", required = true)
        int light,

        @Schema(description = "Minutes of REM sleep", required = true)
        int rem,

        @Schema(description = "Minutes awake", required = true)
        int wake) {}
