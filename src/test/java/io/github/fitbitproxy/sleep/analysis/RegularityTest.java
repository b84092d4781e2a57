package io.github.fitbitproxy.sleep.analysis;

import static io.github.fitbitproxy.sleep.analysis.TestNights.MONDAY;
import static io.github.fitbitproxy.sleep.analysis.TestNights.day;
import static io.github.fitbitproxy.sleep.analysis.TestNights.main;
import static io.github.fitbitproxy.sleep.analysis.TestNights.nap;
import static io.github.fitbitproxy.sleep.analysis.TestNights.span;
import static io.github.fitbitproxy.sleep.analysis.TestNights.successive;
import static io.github.fitbitproxy.sleep.analysis.TestNights.times;
import static io.github.fitbitproxy.sleep.analysis.TestNights.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.analysis.PhaseDeviationMetric;
import io.github.fitbitproxy.model.analysis.RegularityMetric;
import io.github.fitbitproxy.sleep.Level;
import io.github.fitbitproxy.sleep.Segment;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegularityTest {

    private static final String EARLY = "23:00-07:00";
    private static final String LATE = "00:00-08:00";

    private static String[] repeated(int times, String... spans) {
        return IntStream.range(0, times).mapToObj(i -> spans[i % spans.length]).toArray(String[]::new);
    }

    @Test
    void givesAHundredToIdenticalDays() {
        RegularityMetric index = Regularity.sleepRegularityIndex(times(repeated(8, EARLY)));
        assertThat(index.value()).isEqualTo(100.0);
        assertThat(index.agreement()).isEqualTo(100.0);
        assertThat(index.pairs()).isEqualTo(7.0);
        assertThat(index.coverage()).isEqualTo(100.0);
    }

    @Test
    void countsTheHoursThatDiffer() {
        // Every pair differs from 23 to 0 and from 7 to 8 o'clock, 2 of 24 hours: -100 + 200 x 22 / 24 = 83.3.
        RegularityMetric index = Regularity.sleepRegularityIndex(times(repeated(8, EARLY, LATE)));
        assertThat(index.value()).isEqualTo(83.3);
        assertThat(index.agreement()).isEqualTo(91.7);
    }

    @Test
    void givesMinusAHundredToOppositeDays() {
        assertThat(Regularity.sleepRegularityIndex(times(repeated(8, "12:00-00:00", "00:00-11:59")))
                        .value())
                // The clock times of these spans leave one minute a day open: of 1440 minutes one agrees in each pair.
                .isEqualTo(-99.9);
    }

    @Test
    void countsNaps() {
        // One nap of an hour makes an hour differ in two of the 7 pairs: -100 + 200 x (1 - 2 / 168) = 97.6.
        LocalDate thursday = MONDAY.plusDays(3);
        Nights nights = with(
                times(repeated(8, EARLY)),
                day(thursday, span(thursday, EARLY), nap(thursday + "T14:00", thursday + "T15:00")));
        assertThat(Regularity.sleepRegularityIndex(nights).value()).isEqualTo(97.6);
    }

    @Test
    void takesAMissingNightForUnknownNotForAwake() {
        // Ten days have 9 pairs; without the fifth day two of them are unknown: 7 / 9 = 77.8 %, and all agree.
        String[] spans = repeated(10, EARLY);
        spans[4] = "-";
        RegularityMetric index = Regularity.sleepRegularityIndex(times(spans));
        assertThat(index.value()).isEqualTo(100.0);
        assertThat(index.pairs()).isEqualTo(7.0);
        assertThat(index.coverage()).isEqualTo(77.8);
        assertThat(index.nights()).isEqualTo(9);
        assertThat(index.missing()).isEqualTo(1);
    }

    @Test
    void takesAGapInsideALogForUnknown() {
        // 23:00 to 07:00, of which 03:00 to 04:00 is not told: 23 of 24 hours of the 8 days, and of the 7 pairs, are
        // known.
        Episode[] nights = IntStream.range(0, 9)
                .mapToObj(i -> {
                    OffsetDateTime start = MONDAY.plusDays(i - 1).atTime(23, 0).atOffset(ZoneOffset.UTC);
                    Segment first = new Segment(Level.LIGHT, start, 4 * 3600);
                    Segment second = new Segment(Level.LIGHT, start.plusHours(5), 3 * 3600);
                    return new Episode(start, start.plusHours(8), true, false, 420, 480, null, List.of(first, second));
                })
                .toArray(Episode[]::new);
        RegularityMetric index = Regularity.sleepRegularityIndex(successive(nights));
        assertThat(index.coverage()).isEqualTo(95.8);
        assertThat(index.value()).isEqualTo(100.0);
    }

    @Test
    void needsAWeekOfPairs() {
        assertThat(Regularity.sleepRegularityIndex(times(repeated(7, EARLY))).value())
                .isNull();
        assertThat(Regularity.sleepRegularityIndex(times(EARLY)).coverage()).isNull();
    }

    @Test
    void givesAboutNothingToChance() {
        // 60 days of coin flips, one for each half hour: 59 x 48 = 2832 pairs of flips, each of which agrees with
        // probability
        // 1/2. Neighbouring pairs share a flip, but their agreements are uncorrelated, so the share has a standard
        // deviation of
        // 0.5 / sqrt(2832) = 0.0094 and the index, 200 times that, of 1.9. Five of those are 9.4.
        Random coin = new Random(20170612);
        Episode[] nights = IntStream.range(0, 60)
                .mapToObj(i -> {
                    OffsetDateTime noon = MONDAY.plusDays(i - 1).atTime(12, 0).atOffset(ZoneOffset.UTC);
                    List<Segment> flips = IntStream.range(0, 48)
                            .mapToObj(half -> new Segment(
                                    coin.nextBoolean() ? Level.LIGHT : Level.WAKE, noon.plusMinutes(30L * half), 1800))
                            .toList();
                    return new Episode(noon, noon.plusDays(1), true, false, 720, 1440, null, flips);
                })
                .toArray(Episode[]::new);
        assertThat(Regularity.sleepRegularityIndex(successive(nights)).value()).isCloseTo(0.0, within(9.4));
    }

    @Test
    void findsFullStabilityInIdenticalDays() {
        assertThat(Stability.interdailyStability(times(repeated(8, EARLY))).value())
                .isEqualTo(1.0);
        assertThat(Stability.interdailyStability(times(repeated(7, EARLY))).value())
                .isNull();
    }

    @Test
    void computesInterdailyStabilityAsOnPaper() {
        // Two days, asleep in hours 0-7 and 1-8. xbar = 16 / 48 = 1/3. Mean day: 1/2 in hours 0 and 8, 1 in 1-7, 0 in
        // 15 others.
        // n sum_h = 48 x (2 x (1/6)^2 + 7 x (2/3)^2 + 15 x (1/3)^2) = 48 x 4.83333 = 232
        // p sum_i = 24 x (16 x (2/3)^2 + 32 x (1/3)^2) = 24 x 10.66667 = 256; 232 / 256 = 0.90625
        double[] hours = new double[48];
        Arrays.fill(hours, 0, 8, 1);
        Arrays.fill(hours, 25, 33, 1);
        assertThat(Stability.stability(hours)).isCloseTo(0.90625, within(1e-12));
        // Asleep in the first half of one day and the second half of the next: the mean day is flat.
        double[] opposite = new double[48];
        Arrays.fill(opposite, 0, 12, 1);
        Arrays.fill(opposite, 36, 48, 1);
        assertThat(Stability.stability(opposite)).isCloseTo(0, within(1e-12));
        assertThat(Stability.stability(new double[48])).isNull();
    }

    @Test
    void followsTheClockWhenClocksChange() {
        // 23:00 to 07:00 by the clock, four nights in winter time and four in summer time.
        List<RecordedDay> days = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            LocalDate date = LocalDate.parse("2026-03-26").plusDays(i);
            String offset = i < 4 ? "+01:00" : "+02:00";
            days.add(day(date, main(date.minusDays(1) + "T23:00:00" + offset, date + "T07:00:00" + offset)));
        }
        Nights nights = new Nights(new DateRange(days.get(0).date(), days.get(7).date()), days);
        assertThat(Stability.interdailyStability(nights).value()).isEqualTo(1.0);
        // By elapsed time one pair of 7 differs by an hour at either end: -100 + 200 x (1 - 2 / 168) = 97.6.
        assertThat(Regularity.sleepRegularityIndex(nights).value()).isEqualTo(97.6);
    }

    @Test
    void addsTheWayFromTheUsualAndFromTheNightBefore() {
        // Mid-sleep 02:30 and 03:30 in turn: the mean is 03:00, every night is 30 from it and 60 from the one before:
        // sqrt(900 + 3600) = 67.08.
        PhaseDeviationMetric turns =
                PhaseDeviation.compositePhaseDeviation(times(repeated(8, "22:30-06:30", "23:30-07:30")));
        assertThat(turns.value()).isEqualTo(67.1);
        assertThat(turns.reference()).isEqualTo("03:00");
        assertThat(turns.nights()).isEqualTo(7);
        // Four nights at 03:00, then four at 04:00: the mean is 03:30; six nights are 30 from it and 0 from the one
        // before,
        // one is sqrt(900 + 3600): (6 x 30 + 67.08) / 7 = 35.3.
        String[] step = repeated(8, EARLY);
        Arrays.fill(step, 4, 8, LATE);
        assertThat(PhaseDeviation.compositePhaseDeviation(times(step)).value()).isEqualTo(35.3);
    }

    @Test
    void comparesOnlyNightsThatFollowEachOther() {
        String[] spans = repeated(9, EARLY);
        spans[3] = "-";
        PhaseDeviationMetric metric = PhaseDeviation.compositePhaseDeviation(times(spans));
        // Of 8 nights the first and the one behind the gap follow none: 6 are left, too few.
        assertThat(metric.nights()).isEqualTo(6);
        assertThat(metric.value()).isNull();
        assertThat(Collections.max(
                        metric.days().stream().map(value -> value.value()).toList()))
                .isZero();
    }
}
