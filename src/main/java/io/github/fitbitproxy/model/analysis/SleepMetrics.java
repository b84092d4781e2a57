package io.github.fitbitproxy.model.analysis;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every metric of the analysis, always all of them. */
@Schema(description = "Every metric, always all of them; docs/analysis.md explains each in plain words")
public record SleepMetrics(
        @Schema(description = "Time asleep in the main sleep", required = true)
        NightlyMetric minutesAsleep,

        @Schema(description = "Length of the main sleep from start to end", required = true)
        NightlyMetric minutesInBed,

        @Schema(description = "When the main sleep starts", required = true)
        ClockMetric bedtime,

        @Schema(description = "When the main sleep ends", required = true)
        ClockMetric wakeTime,

        @Schema(description = "Half way between falling asleep and the last waking", required = true)
        ClockMetric midSleep,

        @Schema(description = "Time asleep as a share of the time in bed", required = true)
        NightlyMetric efficiency,

        @Schema(
                description = "Time asleep as a share of the time from falling asleep to the last waking",
                required = true)
        NightlyMetric maintenanceEfficiency,

        @Schema(description = "Time awake between falling asleep and the last waking (WASO)", required = true)
        NightlyMetric minutesAwakeAfterOnset,

        @Schema(description = "How often a night is interrupted", required = true)
        AwakeningsMetric awakenings,

        @Schema(description = "How sleep divides into stages", required = true)
        StageSharesMetric stageShares,

        @Schema(description = "Time from falling asleep to the first REM sleep", required = true)
        NightlyMetric remLatency,

        @Schema(description = "How alike one day's sleep is to the next day's", required = true)
        RegularityMetric sleepRegularityIndex,

        @Schema(description = "How firmly sleep follows one daily pattern", required = true)
        InterdailyStabilityMetric interdailyStability,

        @Schema(description = "How far nights stray from the usual and from the night before", required = true)
        PhaseDeviationMetric compositePhaseDeviation,

        @Schema(description = "How far the sleep of free days lies from that of work days", required = true)
        SocialJetlagMetric socialJetlag,

        @Schema(description = "When this person sleeps if nothing is in the way; an estimate", required = true)
        ChronotypeMetric chronotype,

        @Schema(description = "Sleep lost in a week on the days that are short of it", required = true)
        SleepLossMetric weeklySleepLoss,

        @Schema(description = "How much sleep the last nights fell short of the need", required = true)
        SleepDebtMetric sleepDebt,

        @Schema(description = "How often and how long the naps are", required = true)
        NapsMetric naps,

        @Schema(description = "Whether nights grow longer or shorter", required = true)
        TrendMetric trend) {}
