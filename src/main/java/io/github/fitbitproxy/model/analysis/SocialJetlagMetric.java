package io.github.fitbitproxy.model.analysis;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the sleep of free days lies from that of work days */
@Schema(description = "How far the sleep of free days lies from that of work days")
public record SocialJetlagMetric(
        @Schema(description = "Distance between the mid-sleeps, minutes, the shorter way round the clock") @Nullable
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

        @Schema(
                description = "Whether the work days are a guess, because the request did not say workDays",
                required = true)
        boolean estimate,

        @Schema(description = "Nights that ended on a work day", required = true)
        int workNights,

        @Schema(description = "Nights that ended on a free day", required = true)
        int freeNights,

        @Schema(description = "The same with its sign, minutes: positive when free days are later") @Nullable
        Double relative,

        @Schema(description = "Mean mid-sleep on work days, HH:mm") @Nullable
        String midSleepWorkDays,

        @Schema(description = "Mean mid-sleep on free days, HH:mm") @Nullable
        String midSleepFreeDays)
        implements Metric {

    public SocialJetlagMetric {
        parameters = Metric.sorted(parameters);
    }
}
