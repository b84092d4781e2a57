package io.github.fitbitproxy.model.analysis;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A time of day of one night. */
@Schema(description = "A time of day of one night")
public record DayClock(
        @Schema(description = "Day on which the night ended", required = true)
        LocalDate date,

        @Schema(description = "HH:mm by the wearer's clock that night", required = true, examples = "23:12")
        String value) {}
