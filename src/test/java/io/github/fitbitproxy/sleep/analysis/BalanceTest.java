package io.github.fitbitproxy.sleep.analysis;

import static io.github.fitbitproxy.sleep.analysis.TestNights.MONDAY;
import static io.github.fitbitproxy.sleep.analysis.TestNights.asleep;
import static io.github.fitbitproxy.sleep.analysis.TestNights.day;
import static io.github.fitbitproxy.sleep.analysis.TestNights.lasting;
import static io.github.fitbitproxy.sleep.analysis.TestNights.nap;
import static io.github.fitbitproxy.sleep.analysis.TestNights.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.fitbitproxy.model.analysis.DayValue;
import io.github.fitbitproxy.model.analysis.NapsMetric;
import io.github.fitbitproxy.model.analysis.SleepDebtMetric;
import io.github.fitbitproxy.model.analysis.TrendMetric;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Sleep debt, naps and trend. */
class BalanceTest {

    private static final Assumptions EIGHT_HOURS = Assumptions.of(480, null);

    private static final LocalDate THURSDAY = MONDAY.plusDays(3);

    private static Integer[] repeated(int nights, int minutes) {
        return Collections.nCopies(nights, minutes).toArray(Integer[]::new);
    }

    @Test
    void addsUpWhatIsMissing() {
        // 7 x (480 - 450) = 210.
        SleepDebtMetric debt = SleepDebt.sleepDebt(asleep(repeated(7, 450)), EIGHT_HOURS);
        assertThat(debt.value()).isEqualTo(210.0);
        assertThat(debt.days()).hasSize(7).contains(new DayValue(MONDAY, 30));
        assertThat(debt.parameters()).containsEntry("needMinutes", 480).containsEntry("windowDays", 7L);
        // 4 x 60 - 3 x 60 = 60: long nights pay back.
        assertThat(SleepDebt.sleepDebt(asleep(420, 540, 420, 540, 420, 540, 420), EIGHT_HOURS)
                        .value())
                .isEqualTo(60.0);
    }

    @Test
    void owesNothingAfterMoreThanEnough() {
        // 7 x (480 - 500) = -140.
        SleepDebtMetric debt = SleepDebt.sleepDebt(asleep(repeated(7, 500)), EIGHT_HOURS);
        assertThat(debt.value()).isEqualTo(0.0);
        assertThat(debt.balance()).isEqualTo(-140.0);
    }

    @Test
    void letsNapsPayBack() {
        // 210 - 30.
        Nights nights = with(
                asleep(repeated(7, 450)),
                day(THURSDAY, lasting(THURSDAY, 450, 450), nap(THURSDAY + "T14:00", THURSDAY + "T14:30")));
        assertThat(SleepDebt.sleepDebt(nights, EIGHT_HOURS).value()).isEqualTo(180.0);
    }

    @Test
    void looksAtTheLastFourteenNightsOnly() {
        // Six nights of 100 minutes lie before the window; in it 13 are known: 13 x 10.
        Integer[] minutes = repeated(20, 470);
        Arrays.fill(minutes, 0, 6, 100);
        minutes[10] = null;
        SleepDebtMetric debt = SleepDebt.sleepDebt(asleep(minutes), EIGHT_HOURS);
        assertThat(debt.value()).isEqualTo(130.0);
        assertThat(debt.nights()).isEqualTo(13);
        assertThat(debt.missing()).isEqualTo(1);
    }

    @Test
    void owesNothingKnownUnderSevenNights() {
        assertThat(SleepDebt.sleepDebt(asleep(repeated(6, 450)), EIGHT_HOURS).value())
                .isNull();
    }

    @Test
    void countsNapsByTheWeek() {
        Nights week = asleep(repeated(7, 450));
        // Naps of 20 and 40 minutes on one day of 7: 7 x 2 / 7 = 2, mean 30.
        NapsMetric naps = Naps.naps(with(
                week,
                day(
                        THURSDAY,
                        lasting(THURSDAY, 450, 450),
                        nap(THURSDAY + "T10:00", THURSDAY + "T10:20"),
                        nap(THURSDAY + "T14:00", THURSDAY + "T14:40"))));
        assertThat(naps.value()).isEqualTo(2.0);
        assertThat(naps.count()).isEqualTo(2);
        assertThat(naps.minutesAsleep()).isEqualTo(30.0);
        assertThat(naps.days()).containsExactly(new DayValue(THURSDAY, 60));
        // One nap in 14 days: 7 x 1 / 14 = 0.5.
        NapsMetric rare = Naps.naps(
                with(asleep(repeated(14, 450)), day(THURSDAY, nap(THURSDAY + "T10:00", THURSDAY + "T10:20"))));
        assertThat(rare.value()).isEqualTo(0.5);
        assertThat(Naps.naps(week).value()).isEqualTo(0.0);
        assertThat(Naps.naps(asleep(repeated(6, 450))).value()).isNull();
    }

    @Test
    void drawsALineThroughTheNights() {
        // 10 minutes more every night: 70 a week, without any doubt.
        TrendMetric rising = Trend.minutesAsleep(asleep(400, 410, 420, null, 440, 450, 460, 470));
        assertThat(rising.value()).isEqualTo(70.0);
        assertThat(rising.standardError()).isEqualTo(0.0);
        assertThat(rising.low()).isEqualTo(70.0);
        assertThat(rising.high()).isEqualTo(70.0);
        // 400 and 420 in turn are symmetric: slope 0. ybar = 408.571, squares 4 x 73.47 + 3 x 130.61 = 685.71, Sxx =
        // 28:
        // sqrt(685.71 / 5 / 28) = 2.2131 a day, 15.5 a week; t(0.975, 5) = 2.5706, 2.5706 x 15.492 = 39.8.
        TrendMetric level = Trend.minutesAsleep(asleep(400, 420, 400, 420, 400, 420, 400));
        assertThat(level.value()).isEqualTo(0.0);
        assertThat(level.standardError()).isEqualTo(15.5);
        assertThat(level.low()).isEqualTo(-39.8);
        assertThat(level.high()).isEqualTo(39.8);
    }

    @Test
    void drawsNoLineUnderSevenNights() {
        TrendMetric trend = Trend.minutesAsleep(asleep(400, 420, 400, 420, 400, 420));
        assertThat(trend.value()).isNull();
        assertThat(trend.low()).isNull();
        assertThat(trend.standardError()).isNull();
    }

    @Test
    void knowsStudentsQuantiles() {
        // From the usual printed tables.
        assertThat(Trend.studentQuantile(5)).isCloseTo(2.5706, within(0.002));
        assertThat(Trend.studentQuantile(10)).isCloseTo(2.2281, within(0.0002));
        assertThat(Trend.studentQuantile(30)).isCloseTo(2.0423, within(0.0001));
        assertThat(Trend.studentQuantile(1000)).isCloseTo(1.9623, within(0.0001));
    }
}
