package io.github.fitbitproxy.model.analysis;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sleep lost in a week on the days that are short of it */
@Schema(description = "Sleep lost in a week on the days that are short of it")
public record SleepLossMetric(
        @Schema(description = "Minutes a week") @Nullable Double value,

        @Schema(description = Metric.UNIT, required = true) String unit,

        @Schema(description = Metric.NIGHTS, required = true)
        int nights,

        @Schema(description = Metric.MISSING, required = true)
        int missing,

        @Schema(description = Metric.METHOD, required = true)
        String method,

        @Schema(description = Metric.PARAMETERS, required = true)
        Map<String, Object> parameters,

        @Schema(
                description = "Whether the work days are a guess, because the request did not say workDays",
                required = true)
        boolean estimate,

        @Schema(description = "Nights that ended on a work day", required = true)
        int workNights,

        @Schema(description = "Nights that ended on a free day", required = true)
        int freeNights,

        @Schema(description = "Mean time from falling asleep to the last waking on work days, minutes") @Nullable
        Double sleepDurationWorkDays,

        @Schema(description = "Mean time from falling asleep to the last waking on free days, minutes") @Nullable
        Double sleepDurationFreeDays,

        @Schema(description = "The same over a whole week, minutes") @Nullable
        Double sleepDurationWeek)
        implements Metric {

    public SleepLossMetric {
        parameters = Metric.sorted(parameters);
    }
}
