package io.github.fitbitproxy.model.analysis;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure of every night, and its mean */
@Schema(description = "A figure of every night, and its mean")
public record NightlyMetric(
        @Schema(description = "Mean over the nights") @Nullable
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

        @Schema(description = "The night that looks best by this figure; null where more is neither good nor bad")
        @Nullable
        DayValue best,

        @Schema(description = "The night that looks worst by this figure; null where more is neither good nor bad")
        @Nullable
        DayValue worst,

        @Schema(description = Metric.DAYS, required = true) List<DayValue> days)
        implements Metric {

    public NightlyMetric {
        parameters = Metric.sorted(parameters);
        days = List.copyOf(days);
    }
}
