package io.github.fitbitproxy.integration;

import static io.github.fitbitproxy.integration.Figure.Course.MEASURED;
import static io.github.fitbitproxy.integration.Unit.BREATHS_PER_MINUTE;
import static io.github.fitbitproxy.integration.Unit.DEGREES_CELSIUS_APART;
import static io.github.fitbitproxy.integration.Unit.PERCENT;

import io.github.fitbitproxy.model.VitalsDay;
import java.util.List;

/** Figures of the vitals of the night that ended today, and of the fitness estimated. */
final class VitalsFigures {

    static final List<Figure> ALL = List.of(
            night(
                    "oxygenSaturation.averagePercent",
                    "oxygen_saturation",
                    "Oxygen saturation",
                    "Mean blood oxygen saturation (SpO2)",
                    PERCENT),
            night(
                    "oxygenSaturation.minPercent",
                    "lowest_oxygen_saturation",
                    "Lowest oxygen saturation",
                    "Lowest blood oxygen saturation (SpO2)",
                    PERCENT),
            night(
                    "oxygenSaturation.maxPercent",
                    "highest_oxygen_saturation",
                    "Highest oxygen saturation",
                    "Highest blood oxygen saturation (SpO2)",
                    PERCENT),
            night("breathsPerMinute", "breathing_rate", "Breathing rate", "Breaths a minute", BREATHS_PER_MINUTE),
            night(
                    "skinTemperatureDeviationCelsius",
                    "skin_temperature_deviation",
                    "Skin temperature deviation",
                    "Skin temperature above or below the wearer's own baseline",
                    DEGREES_CELSIUS_APART),
            fitness("cardioFitness.vo2MaxLow", "fitness_low", "Cardio fitness, low end", "lower"),
            fitness("cardioFitness.vo2MaxHigh", "fitness_high", "Cardio fitness, high end", "upper"));

    private VitalsFigures() {}

    private static Figure night(String path, String name, String title, String meaning, Unit unit) {
        return new Figure(
                VitalsDay.KIND.name(), path, name, title, meaning + ", in the night that ended today.", unit, MEASURED);
    }

    private static Figure fitness(String path, String name, String title, String end) {
        return new Figure(
                VitalsDay.KIND.name(),
                path,
                name,
                title,
                "Estimated maximal oxygen uptake (VO2 max), " + end + " end of the span, today.",
                Unit.MILLILITERS_PER_KILOGRAM_AND_MINUTE,
                MEASURED);
    }
}
