package io.github.fitbitproxy.upstream.takeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class WeightUnitTest {

    /** Of anybody between 1.42 and 2.03 m: the index is rounded, so that no height is told exactly. */
    @Property
    void tellsTheUnitFromTheBodyMassIndex(
            @ForAll @DoubleRange(min = 35, max = 220) double kilograms,
            @ForAll @DoubleRange(min = 1.42, max = 2.03) double metres,
            @ForAll WeightUnit unit) {
        BigDecimal shown = in(unit, kilograms);
        BigDecimal index = BigDecimal.valueOf(kilograms / (metres * metres)).setScale(2, RoundingMode.HALF_UP);

        // Half of a tenth of a stone is 320 g.
        assertThat(WeightUnit.kilograms(shown, index)).isCloseTo(kilograms, within(0.33));
        assertThat(WeightUnit.isSame(shown, WeightUnit.kilograms(shown, index))).isTrue();
    }

    private static BigDecimal in(WeightUnit unit, double kilograms) {
        double shown = switch (unit) {
            case KILOGRAMS -> kilograms;
            case POUNDS -> kilograms / 0.45359237;
            case STONES -> kilograms / 6.35029318;
        };
        return BigDecimal.valueOf(shown).setScale(1, RoundingMode.HALF_UP);
    }
}
