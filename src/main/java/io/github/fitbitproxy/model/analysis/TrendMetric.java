package io.github.fitbitproxy.model.analysis;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether nights grow longer or shorter */
@Schema(description = "Whether nights grow longer or shorter")
public record TrendMetric(
        @Schema(description = "Change of the time asleep, minutes a week") @Nullable
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

        @Schema(description = "Uncertainty of the change, minutes a week") @Nullable
        Double standardError,

        @Schema(description = "Lower end of the 95 % interval, minutes a week") @Nullable
        Double low,

        @Schema(
                description =
                        "Upper end of the 95 % interval, minutes a week; if the interval holds 0, there is no clear trend")
        @Nullable
        Double high)
        implements Metric {

    public TrendMetric {
        parameters = Metric.sorted(parameters);
    }
}
