package io.github.fitbitproxy.integration;

import static io.github.fitbitproxy.integration.Figure.Course.MEASURED;
import static io.github.fitbitproxy.integration.Unit.COUNT;
import static io.github.fitbitproxy.integration.Unit.MINUTES;
import static io.github.fitbitproxy.integration.Unit.PERCENT;
import static io.github.fitbitproxy.integration.Unit.TIME;

import io.github.fitbitproxy.model.SleepDay;
import java.util.List;

/** Figures of the night that ended today. */
final class SleepFigures {

    static final List<Figure> ALL = List.of(
            sleep("minutesAsleep", "asleep", "Time asleep", "Time asleep in the main sleep", MINUTES),
            sleep("minutesAwake", "awake", "Time awake", "Time awake in bed during the main sleep", MINUTES),
            sleep("minutesInBed", "in_bed", "Time in bed", "Length of the main sleep from start to end", MINUTES),
            sleep("minutesToFallAsleep", "to_fall_asleep", "Time to fall asleep", "Time until asleep", MINUTES),
            sleep("totalMinutesAsleep", "total_asleep", "Time asleep in all", "Time asleep, naps included", MINUTES),
            sleep("efficiency", "efficiency", "Sleep efficiency", "Share of the time in bed spent asleep", PERCENT),
            sleep("startTime", "start", "Sleep start", "Start of the main sleep", TIME),
            sleep("endTime", "end", "Sleep end", "End of the main sleep", TIME),
            sleep("stages.deep", "deep", "Deep sleep", "Deep sleep in the main sleep", MINUTES),
            sleep("stages.light", "light", "Light sleep", "Light sleep in the main sleep", MINUTES),
            sleep("stages.rem", "rem", "REM sleep", "REM sleep in the main sleep", MINUTES),
            sleep("stages.wake", "wake", "Wake", "The stage wake in the main sleep", MINUTES),
            sleep("naps.count", "naps", "Naps", "How many naps", COUNT),
            sleep("naps.minutesAsleep", "nap_asleep", "Time asleep in naps", "Time asleep in naps", MINUTES));

    private SleepFigures() {}

    private static Figure sleep(String path, String name, String title, String meaning, Unit unit) {
        return new Figure(
                SleepDay.KIND.name(), path, name, title, meaning + ", in the night that ended today.", unit, MEASURED);
    }
}
