package io.github.fitbitproxy.model.analysis;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A figure of one day, in its metric's unit. */
@Schema(description = "A figure of one day, in its metric's unit")
public record DayValue(
        @Schema(description = "Day on which the night ended", required = true)
        LocalDate date,

        @Schema(description = "The figure", required = true) double value) {}
