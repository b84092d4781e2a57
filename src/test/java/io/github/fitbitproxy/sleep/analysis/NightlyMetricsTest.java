package io.github.fitbitproxy.sleep.analysis;

import static io.github.fitbitproxy.sleep.analysis.TestNights.MONDAY;
import static io.github.fitbitproxy.sleep.analysis.TestNights.asleep;
import static io.github.fitbitproxy.sleep.analysis.TestNights.course;
import static io.github.fitbitproxy.sleep.analysis.TestNights.lasting;
import static io.github.fitbitproxy.sleep.analysis.TestNights.main;
import static io.github.fitbitproxy.sleep.analysis.TestNights.successive;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.analysis.AwakeningsMetric;
import io.github.fitbitproxy.model.analysis.DayValue;
import io.github.fitbitproxy.model.analysis.NightlyMetric;
import io.github.fitbitproxy.model.analysis.StageShares;
import io.github.fitbitproxy.model.analysis.StageSharesMetric;
import org.junit.jupiter.api.Test;

class NightlyMetricsTest {

    @Test
    void averagesMinutesAsleep() {
        // (420 + 450 + 480) / 3 = 450; sqrt((900 + 0 + 900) / 2) = 30.
        NightlyMetric metric = Durations.minutesAsleep(asleep(420, null, 450, 480));
        assertThat(metric.value()).isEqualTo(450.0);
        assertThat(metric.deviation()).isEqualTo(30.0);
        assertThat(metric.nights()).isEqualTo(3);
        assertThat(metric.missing()).isEqualTo(1);
        assertThat(metric.best()).isEqualTo(new DayValue(MONDAY.plusDays(3), 480));
        assertThat(metric.worst()).isEqualTo(new DayValue(MONDAY, 420));
        assertThat(metric.days()).extracting(DayValue::value).containsExactly(420.0, 450.0, 480.0);
        // (400 + 401) / 2 = 400.5; sqrt((0.25 + 0.25) / 1) = 0.707.
        assertThat(Durations.minutesAsleep(asleep(400, 401)).value()).isEqualTo(400.5);
        assertThat(Durations.minutesAsleep(asleep(400, 401)).deviation()).isEqualTo(0.7);
    }

    @Test
    void averagesMinutesInBed() {
        // (440 + 460) / 2 = 450; sqrt((100 + 100) / 1) = 14.14.
        NightlyMetric two = Durations.minutesInBed(successive(lasting(MONDAY, 400, 440), lasting(MONDAY, 400, 460)));
        assertThat(two.value()).isEqualTo(450.0);
        assertThat(two.deviation()).isEqualTo(14.1);
        assertThat(two.best()).isNull();
        // 23:00+01:00 to 07:00+02:00 are 7 hours elapsed, in spite of eight on the clock.
        assertThat(Durations.minutesInBed(successive(main("2026-03-28T23:00:00+01:00", "2026-03-29T07:00:00+02:00")))
                        .value())
                .isEqualTo(420.0);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        NightlyMetric metric =
                Durations.minutesAsleep(successive(lasting(MONDAY, null, 480), lasting(MONDAY, 400, 480)));
        assertThat(metric.value()).isEqualTo(400.0);
        assertThat(metric.nights()).isEqualTo(1);
        assertThat(metric.missing()).isEqualTo(1);
        assertThat(metric.deviation()).isNull();
    }

    @Test
    void dividesByTheTimeInBed() {
        // 100 x 420 / 480 = 87.5 and 100 x 450 / 500 = 90: mean 88.75, shown as 88.8.
        NightlyMetric metric = Efficiency.efficiency(successive(lasting(MONDAY, 420, 480), lasting(MONDAY, 450, 500)));
        assertThat(metric.value()).isEqualTo(88.8);
        assertThat(metric.best()).isEqualTo(new DayValue(MONDAY.plusDays(1), 90));
        // 100 x 400 / 500 = 80; a night of no length has no efficiency.
        assertThat(Efficiency.efficiency(successive(lasting(MONDAY, 400, 500), lasting(MONDAY, 0, 0)))
                        .value())
                .isEqualTo(80.0);
    }

    @Test
    void dividesByTheTimeBetweenOnsetAndTheLastWaking() {
        // Onset after 30 minutes, last waking 20 before the end: 450 minutes, of which 10 awake. 100 x 440 / 450 =
        // 97.78.
        assertThat(Efficiency.maintenanceEfficiency(successive(course("2026-06-01T23:00", "W30 L420 W10 R20 W20")))
                        .value())
                .isEqualTo(97.8);
        // Classic: restless is not asleep. 100 x 190 / 200 = 95.
        assertThat(Efficiency.maintenanceEfficiency(successive(course("2026-06-01T23:00", "w5 a90 r10 a100 w9")))
                        .value())
                .isEqualTo(95.0);
        assertThat(Efficiency.maintenanceEfficiency(asleep(400)).value()).isNull();
    }

    /** Wakes of 4 and 6 minutes inside; those at either end are not inside. */
    private static final Episode TWO_WAKES = course("2026-06-01T23:00", "W30 L200 W4 D100 W6 R100 W20");

    /** Wakes of 5 and 5 minutes inside. */
    private static final Episode TWO_LONG_WAKES = course("2026-06-01T23:00", "L100 W5 D100 W5 R10 W5");

    @Test
    void countsTheWakeInsideSleepOnly() {
        // 4 + 6 = 10.
        assertThat(Continuity.minutesAwakeAfterOnset(successive(TWO_WAKES)).value())
                .isEqualTo(10.0);
        // 20 in the second: (10 + 20) / 2 = 15, sqrt((25 + 25) / 1) = 7.07. Less is better.
        NightlyMetric metric =
                Continuity.minutesAwakeAfterOnset(successive(TWO_WAKES, course("2026-06-01T23:00", "L50 W20 L50")));
        assertThat(metric.value()).isEqualTo(15.0);
        assertThat(metric.deviation()).isEqualTo(7.1);
        assertThat(metric.best()).isEqualTo(new DayValue(MONDAY, 10));
        assertThat(metric.worst()).isEqualTo(new DayValue(MONDAY.plusDays(1), 20));
    }

    @Test
    void countsAwakeningsOfFiveMinutesAndMore() {
        // At least 5 minutes: 1 and 2, mean 1.5, deviation sqrt(0.5) = 0.7. Of any length: 2 and 2.
        AwakeningsMetric metric = Continuity.awakenings(successive(TWO_WAKES, TWO_LONG_WAKES));
        assertThat(metric.value()).isEqualTo(1.5);
        assertThat(metric.deviation()).isEqualTo(0.7);
        assertThat(metric.allAwakenings()).isEqualTo(2.0);
        assertThat(metric.best()).isEqualTo(new DayValue(MONDAY, 1));
        assertThat(metric.worst()).isEqualTo(new DayValue(MONDAY.plusDays(1), 2));
        // None at all is 0, which is known.
        assertThat(Continuity.awakenings(successive(course("2026-06-01T23:00", "L400")))
                        .value())
                .isEqualTo(0.0);
    }

    @Test
    void saysNothingOfWakesWithoutStages() {
        Nights classic = successive(course("2026-06-01T23:00", "a90 w10 a100"));
        assertThat(Continuity.minutesAwakeAfterOnset(classic).value()).isNull();
        assertThat(Continuity.awakenings(classic).value()).isNull();
        assertThat(Continuity.awakenings(classic).missing()).isEqualTo(1);
    }

    @Test
    void sharesSleepBetweenStages() {
        // Of 400 minutes 60, 240, 100: 15, 60, 25 %.
        Episode first = course("2026-06-01T23:00", "D60 L240 W30 R100");
        assertThat(Staging.stageShares(successive(first)).value()).isEqualTo(new StageShares(15, 60, 25));
        // Of 500 minutes 100, 250, 150: 20, 50, 30 %. Means 17.5, 55, 27.5; deviations 5, 10, 5 over sqrt 2.
        StageSharesMetric both = Staging.stageShares(successive(first, course("2026-06-01T23:00", "D100 L250 R150")));
        assertThat(both.value()).isEqualTo(new StageShares(17.5, 55, 27.5));
        assertThat(both.deviation()).isEqualTo(new StageShares(3.5, 7.1, 3.5));
        assertThat(Staging.stageShares(asleep(400)).value()).isNull();
    }

    @Test
    void waitsForTheFirstRem() {
        // 70 minutes after onset, not after bedtime.
        Episode first = course("2026-06-01T23:00", "W10 L70 R20 L60 R20");
        assertThat(Staging.remLatency(successive(first)).value()).isEqualTo(70.0);
        // 30 + 10 + 50 = 90; (70 + 90) / 2 = 80; sqrt((100 + 100) / 1) = 14.1. A night without REM does not count.
        NightlyMetric metric = Staging.remLatency(successive(
                first, course("2026-06-01T23:00", "D30 W10 L50 R10"), course("2026-06-01T23:00", "D30 L50")));
        assertThat(metric.value()).isEqualTo(80.0);
        assertThat(metric.deviation()).isEqualTo(14.1);
        assertThat(metric.missing()).isEqualTo(1);
    }
}
