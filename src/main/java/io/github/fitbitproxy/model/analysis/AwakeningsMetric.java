package io.github.fitbitproxy.model.analysis;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How often a night is interrupted */
@Schema(description = "How often a night is interrupted")
public record AwakeningsMetric(
        @Schema(description = "Mean number of wakes a night that last at least the threshold") @Nullable
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

        @Schema(description = "Sample standard deviation between nights; null under two nights") @Nullable
        Double deviation,

        @Schema(description = "Mean number of wakes a night of any length") @Nullable
        Double allAwakenings,

        @Schema(description = "The night with the fewest") @Nullable
        DayValue best,

        @Schema(description = "The night with the most") @Nullable
        DayValue worst,

        @Schema(description = Metric.DAYS, required = true) List<DayValue> days)
        implements Metric {

    public AwakeningsMetric {
        parameters = Metric.sorted(parameters);
        days = List.copyOf(days);
    }
}
