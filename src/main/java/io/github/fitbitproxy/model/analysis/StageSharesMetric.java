package io.github.fitbitproxy.model.analysis;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How sleep divides into stages, as the device estimates it */
@Schema(description = "How sleep divides into stages, as the device estimates it")
public record StageSharesMetric(
        @Schema(description = "Mean shares of the time asleep") @Nullable
        StageShares value,

        @Schema(description = Metric.UNIT, required = true) String unit,

        @Schema(description = Metric.NIGHTS, required = true)
        int nights,

        @Schema(description = Metric.MISSING, required = true)
        int missing,

        @Schema(description = Metric.METHOD, required = true)
        String method,

        @Schema(description = Metric.PARAMETERS, required = true)
        Map<String, Object> parameters,

        @Schema(description = "Sample standard deviation between nights, percentage points; null under two nights")
        @Nullable
        StageShares deviation)
        implements Metric {

    public StageSharesMetric {
        parameters = Metric.sorted(parameters);
    }
}
