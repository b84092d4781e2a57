package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.analysis.SleepAnalysis;
import io.github.fitbitproxy.model.analysis.SleepMetrics;

/** Every metric over the nights of a range. */
public final class Analysis {

    private Analysis() {}

    public static SleepAnalysis of(Nights nights, Assumptions assumptions) {
        WorkWeek week = new WorkWeek(nights, assumptions);
        int known = nights.nights().size();
        return new SleepAnalysis(
                nights.range().from(),
                nights.range().to(),
                known,
                nights.missing(known),
                new SleepMetrics(
                        Durations.minutesAsleep(nights),
                        Durations.minutesInBed(nights),
                        ClockTimes.bedtime(nights),
                        ClockTimes.wakeTime(nights),
                        ClockTimes.midSleep(nights),
                        Efficiency.efficiency(nights),
                        Efficiency.maintenanceEfficiency(nights),
                        Continuity.minutesAwakeAfterOnset(nights),
                        Continuity.awakenings(nights),
                        Staging.stageShares(nights),
                        Staging.remLatency(nights),
                        Regularity.sleepRegularityIndex(nights),
                        Stability.interdailyStability(nights),
                        PhaseDeviation.compositePhaseDeviation(nights),
                        week.socialJetlag(),
                        week.chronotype(),
                        week.weeklySleepLoss(),
                        SleepDebt.sleepDebt(nights, assumptions),
                        Naps.naps(nights),
                        Trend.minutesAsleep(nights)));
    }
}
