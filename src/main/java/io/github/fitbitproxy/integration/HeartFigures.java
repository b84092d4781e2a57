package io.github.fitbitproxy.integration;

import static io.github.fitbitproxy.integration.Figure.Course.MEASURED;
import static io.github.fitbitproxy.integration.Unit.BEATS_PER_MINUTE;
import static io.github.fitbitproxy.integration.Unit.MILLISECONDS;

import io.github.fitbitproxy.model.HeartDay;
import java.util.List;

/** Figures of the heart today. */
final class HeartFigures {

    static final List<Figure> ALL = List.of(
            heart(
                    "restingHeartRate",
                    "resting_rate",
                    "Resting heart rate of the day",
                    "Resting heart rate, today.",
                    BEATS_PER_MINUTE),
            heart(
                    "heartRateVariability.dailyRmssdMilliseconds",
                    "variability",
                    "Heart rate variability",
                    "Heart rate variability (RMSSD), in the night that ended today.",
                    MILLISECONDS),
            heart(
                    "heartRateVariability.deepSleepRmssdMilliseconds",
                    "deep_sleep_variability",
                    "Heart rate variability in deep sleep",
                    "Heart rate variability (RMSSD) in deep sleep, in the night that ended today.",
                    MILLISECONDS));

    private HeartFigures() {}

    private static Figure heart(String path, String name, String title, String meaning, Unit unit) {
        return new Figure(HeartDay.KIND.name(), path, name, title, meaning, unit, MEASURED);
    }
}
