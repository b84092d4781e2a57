package io.github.fitbitproxy.sleep.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.analysis.SleepAnalysis;
import io.github.fitbitproxy.model.analysis.SleepMetrics;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AnalysisPropertiesTest {

    private static final Assumptions ASSUMPTIONS = Assumptions.of(null, null);

    /** A night between two noons. */
    record Span(int minutesAfterNoon, int minutes) {}

    @Provide
    Arbitrary<List<Span>> spans() {
        return Combinators.combine(
                        Arbitraries.integers().between(300, 840),
                        Arbitraries.integers().between(120, 600))
                .as(Span::new)
                .list()
                .ofMinSize(8)
                .ofMaxSize(20);
    }

    private static Nights nights(LocalDate first, List<Span> spans, ZoneOffset offset) {
        List<RecordedDay> days = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            LocalDate date = first.plusDays(i);
            OffsetDateTime noon = date.minusDays(1).atTime(12, 0).atOffset(offset);
            Span span = spans.get(i);
            days.add(TestNights.day(date, TestNights.main(noon.plusMinutes(span.minutesAfterNoon()), span.minutes())));
        }
        return new Nights(new DateRange(first, first.plusDays(spans.size() - 1)), days);
    }

    private static Nights nights(List<Span> spans) {
        return nights(TestNights.MONDAY, spans, ZoneOffset.UTC);
    }

    /** Every value of the analysis, without the dates beside them. */
    private static List<Object> values(SleepAnalysis analysis) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (RecordComponent metric : SleepMetrics.class.getRecordComponents()) {
            Object told = metric.getAccessor().invoke(analysis.metrics());
            values.add(told.getClass().getMethod("value").invoke(told));
        }
        return values;
    }

    private static List<Object> values(Nights nights) throws ReflectiveOperationException {
        return values(Analysis.of(nights, ASSUMPTIONS));
    }

    @Property(tries = 50)
    void doesNotMindTheOrderOfDays(@ForAll("spans") List<Span> spans, @ForAll long seed) {
        Nights nights = nights(spans);
        List<RecordedDay> shuffled = new ArrayList<>(nights.days());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Analysis.of(new Nights(nights.range(), shuffled), ASSUMPTIONS))
                .isEqualTo(Analysis.of(nights, ASSUMPTIONS));
    }

    @Property(tries = 50)
    void saysTheSameAWeekLater(@ForAll("spans") List<Span> spans, @ForAll @IntRange(min = 1, max = 60) int weeks)
            throws ReflectiveOperationException {
        assertThat(values(nights(TestNights.MONDAY.plusWeeks(weeks), spans, ZoneOffset.UTC)))
                .isEqualTo(values(nights(spans)));
    }

    @Property(tries = 50)
    void saysTheSameADayLaterOfAllThatKnowsNoWeekday(@ForAll("spans") List<Span> spans) {
        SleepMetrics metrics = Analysis.of(nights(spans), ASSUMPTIONS).metrics();
        SleepMetrics later = Analysis.of(nights(TestNights.MONDAY.plusDays(1), spans, ZoneOffset.UTC), ASSUMPTIONS)
                .metrics();
        assertThat(later.sleepRegularityIndex()).isEqualTo(metrics.sleepRegularityIndex());
        assertThat(later.interdailyStability()).isEqualTo(metrics.interdailyStability());
        assertThat(later.compositePhaseDeviation().value())
                .isEqualTo(metrics.compositePhaseDeviation().value());
        assertThat(later.bedtime().value()).isEqualTo(metrics.bedtime().value());
        assertThat(later.bedtime().deviation()).isEqualTo(metrics.bedtime().deviation());
        assertThat(later.trend()).isEqualTo(metrics.trend());
        assertThat(later.sleepDebt().value()).isEqualTo(metrics.sleepDebt().value());
    }

    @Property(tries = 50)
    void saysTheSameInAnotherZone(
            @ForAll("spans") List<Span> spans, @ForAll @IntRange(min = -12, max = 14) int offsetHours)
            throws ReflectiveOperationException {
        assertThat(values(nights(TestNights.MONDAY, spans, ZoneOffset.ofHours(offsetHours))))
                .isEqualTo(values(nights(spans)));
    }

    @Property(tries = 50)
    void findsAMirroredWeekAsRegular(@ForAll("spans") List<Span> spans) {
        List<Span> mirrored = new ArrayList<>();
        for (Span span : spans) {
            mirrored.add(0, new Span(1440 - span.minutesAfterNoon() - span.minutes(), span.minutes()));
        }
        SleepMetrics metrics = Analysis.of(nights(spans), ASSUMPTIONS).metrics();
        SleepMetrics backwards = Analysis.of(nights(mirrored), ASSUMPTIONS).metrics();
        assertThat(backwards.sleepRegularityIndex().value())
                .isEqualTo(metrics.sleepRegularityIndex().value());
        assertThat(backwards.interdailyStability().value())
                .isEqualTo(metrics.interdailyStability().value());
        assertThat(backwards.minutesAsleep().value())
                .isEqualTo(metrics.minutesAsleep().value());
    }

    @Property(tries = 50)
    void findsNothingToDeviateInIdenticalNights(
            @ForAll @IntRange(min = 300, max = 840) int start,
            @ForAll @IntRange(min = 120, max = 600) int minutes,
            @ForAll @IntRange(min = 8, max = 20) int count) {
        SleepMetrics metrics = Analysis.of(nights(Collections.nCopies(count, new Span(start, minutes))), ASSUMPTIONS)
                .metrics();
        assertThat(metrics.sleepRegularityIndex().value()).isEqualTo(100.0);
        assertThat(metrics.interdailyStability().value()).isEqualTo(1.0);
        assertThat(metrics.minutesAsleep().deviation()).isEqualTo(0.0);
        assertThat(metrics.bedtime().deviation()).isEqualTo(0.0);
        assertThat(metrics.bedtime().medianAbsoluteDeviation()).isEqualTo(0.0);
        assertThat(metrics.midSleep().deviation()).isEqualTo(0.0);
        assertThat(metrics.compositePhaseDeviation().value()).isEqualTo(0.0);
        assertThat(metrics.socialJetlag().value()).isEqualTo(0.0);
        assertThat(metrics.trend().value()).isEqualTo(0.0);
    }

    @Property(tries = 50)
    void staysWithinItsScales(@ForAll("spans") List<Span> spans) {
        SleepMetrics metrics = Analysis.of(nights(spans), ASSUMPTIONS).metrics();
        assertThat(metrics.sleepRegularityIndex().value()).isBetween(-100.0, 100.0);
        assertThat(metrics.interdailyStability().value()).isBetween(0.0, 1.0);
        assertThat(metrics.sleepRegularityIndex().coverage()).isEqualTo(100.0);
        assertThat(metrics.trend().value())
                .isBetween(metrics.trend().low(), metrics.trend().high());
    }

    @Test
    void knowsNothingWithoutNightsButNamesEveryMetric() throws ReflectiveOperationException {
        Nights none = new Nights(new DateRange(TestNights.MONDAY, TestNights.MONDAY.plusDays(27)), List.of());
        SleepAnalysis analysis = Analysis.of(none, ASSUMPTIONS);
        assertThat(analysis.nights()).isZero();
        assertThat(analysis.missing()).isEqualTo(28);
        assertThat(values(analysis)).hasSize(20).containsOnlyNulls();
    }
}
