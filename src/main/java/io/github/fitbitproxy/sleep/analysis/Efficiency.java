package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.analysis.NightlyMetric;
import io.github.fitbitproxy.sleep.Segment;
import io.github.fitbitproxy.sleep.analysis.NightlyFigure.Better;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much of the night is sleep. Two denominators, two names. */
final class Efficiency {

    private static final Map<String, Object> PARAMETERS =
            Map.of("minimumNights", NightlyFigure.MINIMUM_NIGHTS, "naps", "left out");

    private Efficiency() {}

    /** {@code 100 x TST / TIB} (Reed and Sacco 2016, doi:10.5664/jcsm.5498). */
    static NightlyMetric efficiency(Nights nights) {
        return new NightlyFigure(nights, Better.HIGH, Efficiency::ofTimeInBed)
                .metric(
                        nights,
                        "percent",
                        "100 x minutes asleep / minutes in bed (Reed and Sacco 2016, doi:10.5664/jcsm.5498).",
                        PARAMETERS);
    }

    /** {@code 100 x TST / SPT} (Open mHealth schema sleep-episode 1.1). */
    static NightlyMetric maintenanceEfficiency(Nights nights) {
        return new NightlyFigure(nights, Better.HIGH, Efficiency::ofSleepPeriod)
                .metric(
                        nights,
                        "percent",
                        "100 x time asleep / time from sleep onset to the last waking (Open mHealth sleep-episode 1.1)."
                                + " Needs a log that tells its course.",
                        PARAMETERS);
    }

    private static @Nullable Double ofTimeInBed(Episode sleep) {
        Integer asleep = sleep.minutesAsleep();
        Integer inBed = sleep.minutesInBed();
        return asleep == null || inBed == null || inBed == 0 ? null : Double.valueOf(100.0 * asleep / inBed);
    }

    /** What a log leaves open inside the sleep period counts on neither side. */
    private static @Nullable Double ofSleepPeriod(Episode sleep) {
        long known = 0;
        long asleep = 0;
        for (Segment segment : sleep.sleepPeriod()) {
            known += segment.seconds();
            asleep += segment.level().isAsleep() ? segment.seconds() : 0;
        }
        return asleep == 0 ? null : Double.valueOf(100.0 * asleep / known);
    }
}
