package io.github.fitbitproxy.sleep.analysis;

import static io.github.fitbitproxy.sleep.analysis.TestNights.course;
import static io.github.fitbitproxy.sleep.analysis.TestNights.main;
import static io.github.fitbitproxy.sleep.analysis.TestNights.successive;
import static io.github.fitbitproxy.sleep.analysis.TestNights.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.analysis.ClockMetric;
import io.github.fitbitproxy.model.analysis.DayClock;
import org.junit.jupiter.api.Test;

class ClockTimesTest {

    @Test
    void findsMidnightBetweenTenToAndTenPast() {
        // 23:50 and 00:10 are -10 and 10 minutes, -2.5 and 2.5 degrees: the mean points to 0, R = cos 2.5° = 0.999048,
        // deviation = 229.183 x sqrt(-2 ln 0.999048) = 229.183 x 0.043640 = 10.0. Distances from the median 0: 10, 10.
        ClockMetric bedtime = ClockTimes.bedtime(times("23:50-07:00", "00:10-07:00"));
        assertThat(bedtime.value()).isEqualTo("00:00");
        assertThat(bedtime.deviation()).isEqualTo(10.0);
        assertThat(bedtime.medianAbsoluteDeviation()).isEqualTo(10.0);
        assertThat(bedtime.nights()).isEqualTo(2);
        assertThat(bedtime.days())
                .containsExactly(
                        new DayClock(TestNights.MONDAY, "23:50"), new DayClock(TestNights.MONDAY.plusDays(1), "00:10"));
    }

    @Test
    void tellsHowFarBedtimesVary() {
        // 22:00, 23:00, 00:00 are -15, 0, 15 degrees around 23:00: R = (1 + 2 cos 15°) / 3 = 0.977284,
        // deviation = 229.183 x sqrt(-2 ln 0.977284) = 229.183 x 0.214374 = 49.1. Distances from the median: 60, 0, 60.
        ClockMetric bedtime = ClockTimes.bedtime(times("22:00-07:00", "-", "23:00-07:00", "00:00-07:00"));
        assertThat(bedtime.value()).isEqualTo("23:00");
        assertThat(bedtime.deviation()).isEqualTo(49.1);
        assertThat(bedtime.medianAbsoluteDeviation()).isEqualTo(60.0);
        assertThat(bedtime.missing()).isEqualTo(1);
    }

    @Test
    void averagesWakeTimes() {
        // 06:30 and 07:30 are -7.5 and 7.5 degrees around 07:00: R = cos 7.5° = 0.991445, 229.183 x 0.131088 = 30.0.
        ClockMetric two = ClockTimes.wakeTime(times("23:00-06:30", "23:00-07:30"));
        assertThat(two.value()).isEqualTo("07:00");
        assertThat(two.deviation()).isEqualTo(30.0);
        // 07:00 twice and 10:00: x = 2 + cos 45° = 2.70711, y = sin 45° = 0.70711, atan = 14.639° = 58.6 minutes after
        // 07:00.
        // From that mean: -58.6, -58.6, 121.4; the median is the first, the distances from it 0, 0, 180: median 0.
        ClockMetric three = ClockTimes.wakeTime(times("23:00-07:00", "23:00-07:00", "23:00-10:00"));
        assertThat(three.value()).isEqualTo("07:59");
        assertThat(three.medianAbsoluteDeviation()).isEqualTo(0.0);
    }

    @Test
    void takesMidSleepBetweenOnsetAndTheLastWaking() {
        // Asleep from 23:30 to 06:30, 7 hours: 23:30 + 3:30 = 03:00.
        assertThat(ClockTimes.midSleep(successive(course("2026-06-01T23:00", "W30 L420 W30")))
                        .value())
                .isEqualTo("03:00");
        // Asleep from 00:00 to 04:00: 02:00. Together with the one above, 02:30.
        assertThat(ClockTimes.midSleep(successive(
                                course("2026-06-01T23:00", "W60 L240"), course("2026-06-01T23:00", "W30 L420 W30")))
                        .value())
                .isEqualTo("02:30");
        // Without a course start and end stand in: 23:00 to 07:00 gives 03:00.
        assertThat(ClockTimes.midSleep(times("23:00-07:00")).value()).isEqualTo("03:00");
    }

    @Test
    void goesByElapsedTimeInANightOfAClockChange() {
        // 23:00+01:00 to 07:00+02:00 are 7 hours, not 8: mid-sleep is 3.5 hours after 23:00, 02:30 by the clock at
        // onset.
        Nights night = successive(main("2026-03-28T23:00:00+01:00", "2026-03-29T07:00:00+02:00"));
        assertThat(ClockTimes.midSleep(night).value()).isEqualTo("02:30");
        assertThat(night.nights().get(0).sleep().minutesOfSleepPeriod()).isEqualTo(420);
    }

    @Test
    void isNotThrownByAFlightEast() {
        // In Berlin at 23:30, two nights later in Tokyo at 00:30, each by the clock on the wall: midnight on average.
        Nights nights = successive(
                main("2026-06-01T23:30:00+02:00", "2026-06-02T07:30:00+02:00"),
                main("2026-06-04T00:30:00+09:00", "2026-06-04T08:30:00+09:00"));
        assertThat(ClockTimes.bedtime(nights).value()).isEqualTo("00:00");
        assertThat(ClockTimes.wakeTime(nights).value()).isEqualTo("08:00");
    }

    @Test
    void hasNoMeanWhereTimesCancelEachOtherOut() {
        ClockMetric bedtime = ClockTimes.bedtime(times("00:00-06:00", "12:00-18:00"));
        assertThat(bedtime.value()).isNull();
        assertThat(bedtime.deviation()).isNull();
        assertThat(bedtime.nights()).isEqualTo(2);
    }

    @Test
    void hasNoDeviationOfASingleNight() {
        ClockMetric bedtime = ClockTimes.bedtime(times("23:00-07:00"));
        assertThat(bedtime.value()).isEqualTo("23:00");
        assertThat(bedtime.deviation()).isNull();
        assertThat(bedtime.medianAbsoluteDeviation()).isNull();
    }

    @Test
    void goesTheShorterWayRoundTheClock() {
        assertThat(CircularMean.difference(10, 1430)).isEqualTo(20);
        assertThat(CircularMean.difference(1430, 10)).isEqualTo(-20);
        assertThat(CircularMean.difference(720, 0)).isEqualTo(720);
        assertThat(CircularMean.clock(1439.7)).isEqualTo("00:00");
        assertThat(CircularMean.clock(-1)).isEqualTo("23:59");
    }
}
