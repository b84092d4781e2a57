package io.github.fitbitproxy.integration;

import org.jspecify.annotations.Nullable;

/** What a figure is counted in, as the public JSON, Home Assistant and Prometheus each write it. */
public enum Unit {
    MINUTES("min", "duration", "seconds", 60),
    METERS("m", "distance", "meters", 1),
    /** Home Assistant's class {@code energy} is for the house's meters. */
    KILOCALORIES("kcal", null, "joules", 4184),
    PERCENT("%", null, "ratio", 0.01),
    BEATS_PER_MINUTE("bpm", null, "bpm", 1),
    BREATHS_PER_MINUTE("breaths/min", null, "brpm", 1),
    MILLISECONDS("ms", "duration", "seconds", 0.001),
    KILOGRAMS("kg", "weight", "grams", 1000),
    KILOGRAMS_PER_SQUARE_METER("kg/m²", null, null, 1),
    /** A difference: Home Assistant's class {@code temperature} would add 32 to make Fahrenheit of it. */
    DEGREES_CELSIUS_APART("°C", null, "celsius", 1),
    MILLILITERS_PER_KILOGRAM_AND_MINUTE("ml/(kg·min)", null, null, 1),
    STEPS("steps", null, null, 1),
    FLOORS("floors", null, null, 1),
    COUNT(null, null, null, 1),
    /** A moment, with its offset. */
    TIME(null, "timestamp", "timestamp_seconds", 1);

    private final @Nullable String symbol;
    private final @Nullable String deviceClass;
    private final @Nullable String baseUnit;
    private final double baseUnits;

    Unit(@Nullable String symbol, @Nullable String deviceClass, @Nullable String baseUnit, double baseUnits) {
        this.symbol = symbol;
        this.deviceClass = deviceClass;
        this.baseUnit = baseUnit;
        this.baseUnits = baseUnits;
    }

    /** As it is written behind the number in the public JSON's own unit; {@code null} for a bare number. */
    public @Nullable String symbol() {
        return symbol;
    }

    /** Home Assistant's class of sensors in this unit; {@code null} where it has none that fits. */
    public @Nullable String deviceClass() {
        return deviceClass;
    }

    /** Prometheus' base unit (Prometheus, "Metric and label naming", Base units); {@code null} for a bare number. */
    public @Nullable String baseUnit() {
        return baseUnit;
    }

    /** How many of Prometheus' base units one of ours is. */
    public double baseUnits() {
        return baseUnits;
    }
}
