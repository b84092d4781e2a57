package io.github.fitbitproxy.model.analysis;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much sleep the last nights fell short of the need */
@Schema(description = "How much sleep the last nights fell short of the need")
public record SleepDebtMetric(
        @Schema(description = "The sum of what was missing, minutes, at least 0") @Nullable
        Double value,

        @Schema(description = Metric.UNIT, required = true) String unit,

        @Schema(description = Metric.NIGHTS, required = true)
        int nights,

        @Schema(description = Metric.MISSING, required = true)
        int missing,

        @Schema(description = Metric.METHOD, required = true)
        String method,

        @Schema(description = Metric.PARAMETERS, required = true)
        Map<String, Object> parameters,

        @Schema(description = "The same, negative when there was more sleep than needed") @Nullable
        Double balance,

        @Schema(description = "Need less sleep of every day that counts, minutes, oldest first", required = true)
        List<DayValue> days)
        implements Metric {

    public SleepDebtMetric {
        parameters = Metric.sorted(parameters);
        days = List.copyOf(days);
    }
}
