package io.github.fitbitproxy.model.analysis;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How often and how long the naps are */
@Schema(description = "How often and how long the naps are")
public record NapsMetric(
        @Schema(description = "Naps a week") @Nullable Double value,

        @Schema(description = Metric.UNIT, required = true) String unit,

        @Schema(description = Metric.NIGHTS, required = true)
        int nights,

        @Schema(description = Metric.MISSING, required = true)
        int missing,

        @Schema(description = Metric.METHOD, required = true)
        String method,

        @Schema(description = Metric.PARAMETERS, required = true)
        Map<String, Object> parameters,

        @Schema(description = "How many there were", required = true)
        int count,

        @Schema(description = "Mean time asleep in a nap, minutes; null without naps") @Nullable
        Double minutesAsleep,

        @Schema(description = "Minutes asleep in naps on every day that has any, oldest first", required = true)
        List<DayValue> days)
        implements Metric {

    public NapsMetric {
        parameters = Metric.sorted(parameters);
        days = List.copyOf(days);
    }
}
