package io.github.fitbitproxy.model.analysis;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far nights stray from the usual and from the night before */
@Schema(description = "How far nights stray from the usual and from the night before")
public record PhaseDeviationMetric(
        @Schema(description = "Mean of the nights' deviations, minutes") @Nullable
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

        @Schema(description = "The usual mid-sleep that nights are held against, HH:mm") @Nullable
        String reference,

        @Schema(description = Metric.DAYS, required = true) List<DayValue> days)
        implements Metric {

    public PhaseDeviationMetric {
        parameters = Metric.sorted(parameters);
        days = List.copyOf(days);
    }
}
