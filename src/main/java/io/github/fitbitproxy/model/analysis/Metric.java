package io.github.fitbitproxy.model.analysis;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What every metric tells beside its value, and the words that describe it in the OpenAPI document. */
public sealed interface Metric
        permits AwakeningsMetric,
                ChronotypeMetric,
                ClockMetric,
                InterdailyStabilityMetric,
                NapsMetric,
                NightlyMetric,
                PhaseDeviationMetric,
                RegularityMetric,
                SleepDebtMetric,
                SleepLossMetric,
                SocialJetlagMetric,
                StageSharesMetric,
                TrendMetric {

    String UNIT = "What the value is counted in";
    String NIGHTS = "Nights that the value rests on";
    String MISSING = "Nights of the window that are not known, or do not tell what this metric needs";
    String METHOD = "How it is computed, with its source";
    String PARAMETERS = "What was assumed or chosen: minimums, windows, thresholds, what happens to naps";
    String DAYS = "The figure of every night that counts, oldest first";

    String unit();

    int nights();

    int missing();

    String method();

    Map<String, Object> parameters();

    /** In the order of the names, so that equal answers are equal bytes. */
    static Map<String, Object> sorted(Map<String, Object> parameters) {
        return Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
