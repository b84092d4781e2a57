package io.github.fitbitproxy.model.analysis;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A time of day, averaged on the circle of the clock */
@Schema(description = "A time of day, averaged on the circle of the clock")
public record ClockMetric(
        @Schema(
                description =
                        "Circular mean, HH:mm by the wearer's clock; null also where the times point nowhere in common")
        @Nullable
        String value,

        @Schema(description = Metric.UNIT, required = true) String unit,

        @Schema(description = Metric.NIGHTS, required = true)
        int nights,

        @Schema(description = Metric.MISSING, required = true)
        int missing,

        @Schema(description = Metric.METHOD, required = true)
        String method,

        @Schema(description = Metric.PARAMETERS, required = true)
        Map<String, Object> parameters,

        @Schema(description = "Circular standard deviation, minutes; null under two nights") @Nullable
        Double deviation,

        @Schema(description = "Half of the nights lie this close to the median, minutes; null under two nights")
        @Nullable
        Double medianAbsoluteDeviation,

        @Schema(description = Metric.DAYS, required = true) List<DayClock> days)
        implements Metric {

    public ClockMetric {
        parameters = Metric.sorted(parameters);
        days = List.copyOf(days);
    }
}
