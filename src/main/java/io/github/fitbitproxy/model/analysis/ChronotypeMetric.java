package io.github.fitbitproxy.model.analysis;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An estimate of when this person sleeps if nothing is in the way */
@Schema(description = "An estimate of when this person sleeps if nothing is in the way")
public record ChronotypeMetric(
        @Schema(description = "Mid-sleep on free days, corrected for catching up (MSFsc), HH:mm") @Nullable
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

        @Schema(description = "Always true: whether an alarm ends the free days' nights is not known", required = true)
        boolean estimate,

        @Schema(description = "Nights that ended on a work day", required = true)
        int workNights,

        @Schema(description = "Nights that ended on a free day", required = true)
        int freeNights,

        @Schema(description = "Mean mid-sleep on free days without the correction, HH:mm") @Nullable
        String midSleepFreeDays,

        @Schema(description = "Mean time from falling asleep to the last waking on work days, minutes") @Nullable
        Double sleepDurationWorkDays,

        @Schema(description = "Mean time from falling asleep to the last waking on free days, minutes") @Nullable
        Double sleepDurationFreeDays)
        implements Metric {

    public ChronotypeMetric {
        parameters = Metric.sorted(parameters);
    }
}
