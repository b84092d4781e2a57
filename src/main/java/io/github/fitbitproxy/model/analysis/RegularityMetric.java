package io.github.fitbitproxy.model.analysis;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How alike one day's sleep is to the next day's */
@Schema(description = "How alike one day's sleep is to the next day's")
public record RegularityMetric(
        @Schema(description = "Sleep Regularity Index, -100 to 100: 0 is chance, 100 identical days") @Nullable
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

        @Schema(description = "How many pairs of days could be compared; parts of days count as such", required = true)
        Double pairs,

        @Schema(description = "Share of all pairs of the range that could be compared, percent; null for a single day")
        @Nullable
        Double coverage,

        @Schema(description = "The plain share of moments that agree, percent, which some apps call regularity")
        @Nullable
        Double agreement)
        implements Metric {

    public RegularityMetric {
        parameters = Metric.sorted(parameters);
    }
}
