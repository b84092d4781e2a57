package io.github.fitbitproxy.upstream.takeout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The units that weights stand in: that of the account's display, of which an export says nothing. The body mass index beside
 * the weight shows it, since only one unit makes a human height of the two.
 */
enum WeightUnit {
    KILOGRAMS("1"),
    POUNDS("0.45359237"),
    STONES("6.35029318");

    /** The squares of 1.40 and 2.05 m. Between them no two units fit the same figures. */
    private static final BigDecimal LEAST_SQUARE_METRES = new BigDecimal("1.96");

    private static final BigDecimal MOST_SQUARE_METRES = new BigDecimal("4.2025");

    /** Half of what the coarsest display rounds to: a tenth of a kilogram, or of a pound. */
    private static final BigDecimal ROUNDING_KILOGRAMS = new BigDecimal("0.06");

    private final BigDecimal kilograms;

    WeightUnit(String kilograms) {
        this.kilograms = new BigDecimal(kilograms);
    }

    /** The weight in kilograms, to ten grams; {@code null} if its unit cannot be told. */
    static @Nullable Double kilograms(BigDecimal weight, @Nullable BigDecimal bodyMassIndex) {
        if (bodyMassIndex == null || bodyMassIndex.signum() <= 0) {
            return null;
        }
        return Arrays.stream(values())
                .map(unit -> weight.multiply(unit.kilograms))
                .filter(inKilograms -> isHuman(inKilograms.divide(bodyMassIndex, 4, RoundingMode.HALF_UP)))
                .findFirst()
                .map(inKilograms ->
                        inKilograms.setScale(2, RoundingMode.HALF_UP).doubleValue())
                .orElse(null);
    }

    /** Whether a weight in one of the units is that many kilograms. */
    static boolean isSame(BigDecimal weight, double kilograms) {
        return Arrays.stream(values())
                .map(unit -> weight.multiply(unit.kilograms).subtract(BigDecimal.valueOf(kilograms)))
                .anyMatch(difference -> difference.abs().compareTo(ROUNDING_KILOGRAMS) <= 0);
    }

    private static boolean isHuman(BigDecimal squareMetres) {
        return squareMetres.compareTo(LEAST_SQUARE_METRES) >= 0 && squareMetres.compareTo(MOST_SQUARE_METRES) <= 0;
    }
}
