package io.github.fitbitproxy.model.analysis;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the nights of a range say together. */
@Schema(description = "What the nights of a range say together. It informs; it never diagnoses.")
public record SleepAnalysis(
        @Schema(description = "First day of the range", required = true)
        LocalDate from,

        @Schema(description = "Last day of the range", required = true)
        LocalDate to,

        @Schema(description = "Nights with a recorded main sleep", required = true)
        int nights,

        @Schema(description = "Days of the range without one", required = true)
        int missing,

        @Schema(description = "Every metric, always all of them", required = true)
        SleepMetrics metrics) {}
