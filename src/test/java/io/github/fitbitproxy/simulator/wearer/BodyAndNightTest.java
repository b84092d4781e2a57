package io.github.fitbitproxy.simulator.wearer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BodyAndNightTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final Instant LATER = Instant.parse("2030-01-01T12:00:00Z");

    @Property(tries = 1000)
    void isPlausibleOnEveryDay(
            @ForAll long seed, @ForAll @IntRange(max = 4) int wearer, @ForAll @IntRange(max = 1500) int day) {
        WearerLife life = new WearerLife(seed, PresetWearers.ALL.get(wearer));
        LocalDate date = FIRST.plusDays(day);
        life.nightSigns(date, LATER).ifPresent(signs -> {
            assertThat(signs.rmssd()).isBetween(15.0, 80.0);
            assertThat(signs.deepRmssd()).isBetween(10.0, 85.0);
            assertThat(signs.oxygenMin()).isLessThan(signs.oxygenAverage()).isGreaterThan(85);
            assertThat(signs.oxygenMax()).isGreaterThan(signs.oxygenAverage()).isLessThanOrEqualTo(100);
            assertThat(signs.breathsPerMinute()).isBetween(11.0, 20.0);
            assertThat(signs.skinTemperatureDeviation()).isBetween(-1.5, 1.5);
        });
        life.cardioFitness(date, LATER)
                .ifPresent(fitness -> assertThat(fitness.low()).isBetween(20.0, 60.0));
        assertThat(life.weighings(date, LATER))
                .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(life.weighings(date, LATER)).allSatisfy(weighing -> {
            assertThat(weighing.at().toLocalDate()).isEqualTo(date);
            assertThat(weighing.kilograms()).isBetween(55.0, 90.0);
            assertThat(weighing.bmi()).isBetween(18.0, 30.0);
        });
    }

    @Test
    void tellsAWeighingFromItsMomentOn() {
        WearerLife alex = new WearerLife(1, PresetWearers.ALEX);
        Weighing weighing = FIRST.datesUntil(FIRST.plusDays(30))
                .flatMap(date -> alex.weighings(date, LATER).stream())
                .findFirst()
                .orElseThrow();
        LocalDate date = weighing.at().toLocalDate();
        Instant moment = weighing.at().toInstant();
        assertThat(alex.weighings(date, moment.minusSeconds(1))).isEmpty();
        assertThat(alex.weighings(date, moment)).containsExactly(weighing);
    }

    @Test
    void tellsANightOnceItsSleepIsSynced() {
        WearerLife alex = new WearerLife(1, PresetWearers.ALEX);
        assertThat(alex.nightSigns(LocalDate.of(2026, 10, 7), Instant.parse("2026-10-07T01:00:00Z")))
                .isEmpty();
        assertThat(alex.nightSigns(LocalDate.of(2026, 10, 7), Instant.parse("2026-10-07T12:00:00Z")))
                .isPresent();
    }
}
