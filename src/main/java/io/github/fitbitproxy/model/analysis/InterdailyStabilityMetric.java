package io.github.fitbitproxy.model.analysis;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How firmly sleep follows one daily pattern over the whole range */
@Schema(description = "How firmly sleep follows one daily pattern over the whole range")
public record InterdailyStabilityMetric(
        @Schema(description = "0 (no pattern) to 1 (the same every day), rounded to a thousandth") @Nullable
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

        @Schema(description = "Share of the hours of the range that are known, percent", required = true)
        Double coverage)
        implements Metric {

    public InterdailyStabilityMetric {
        parameters = Metric.sorted(parameters);
    }
}
