package io.github.fitbitproxy.sleep.analysis;

import org.jspecify.annotations.Nullable;

/** Figures as they are shown: no more digits than the devices justify. */
final class Rounding {

    private Rounding() {}

    /** To a tenth, half up; {@code null} for {@code null} and for what is no finite number. */
    static @Nullable Double tenths(@Nullable Double value) {
        return rounded(value, 10);
    }

    /** To a thousandth, half up. */
    static @Nullable Double thousandths(@Nullable Double value) {
        return rounded(value, 1000);
    }

    static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static @Nullable Double rounded(@Nullable Double value, int parts) {
        return value == null || !Double.isFinite(value) ? null : Math.round(value * parts) / (double) parts;
    }
}
