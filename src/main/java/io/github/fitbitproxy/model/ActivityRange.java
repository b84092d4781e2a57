package io.github.fitbitproxy.model;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every day of activity in a range. It says what the answer looks like; answers are written day by day. */
@Schema(description = "Every day of a range, oldest first: each date stands either in `days` or in `missing`.")
public record ActivityRange(
        @Schema(description = "First day", required = true) LocalDate from,

        @Schema(description = "Last day", required = true) LocalDate to,

        @Schema(description = "The days that are known, oldest first", required = true)
        List<ActivityDay> days,

        @Schema(description = "The days that could not be had now, oldest first", required = true)
        List<MissingDay> missing) {

    public ActivityRange {
        days = List.copyOf(days);
        missing = List.copyOf(missing);
    }
}
