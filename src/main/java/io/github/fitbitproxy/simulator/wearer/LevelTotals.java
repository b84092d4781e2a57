package io.github.fitbitproxy.simulator.wearer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often and how long each level of a log came. Stages are counted with the short wakes laid over them. */
public record LevelTotals(Map<Level, Integer> counts, Map<Level, Integer> minutes) {

    private static final List<Level> STAGES = List.of(Level.DEEP, Level.LIGHT, Level.REM, Level.WAKE);
    private static final List<Level> CLASSIC = List.of(Level.ASLEEP, Level.RESTLESS, Level.AWAKE);

    public static LevelTotals of(SleepLog log) {
        List<Level> levels = log.stages() ? STAGES : CLASSIC;
        Map<Level, Integer> counts = new EnumMap<>(Level.class);
        Map<Level, Integer> seconds = new EnumMap<>(Level.class);
        levels.forEach(level -> {
            counts.put(level, 0);
            seconds.put(level, 0);
        });
        for (Segment run : overlay(log.segments(), log.shortWakes())) {
            counts.merge(run.level(), 1, Integer::sum);
            seconds.merge(run.level(), run.seconds(), Integer::sum);
        }
        return new LevelTotals(counts, wholeMinutes(levels, seconds, log.minutesInBed()));
    }

    public int count(Level level) {
        return counts.getOrDefault(level, 0);
    }

    public int minutes(Level level) {
        return minutes.getOrDefault(level, 0);
    }

    /** The uninterrupted runs that are left once the wakes lie on top. Segments and wakes are in order of time. */
    static List<Segment> overlay(List<Segment> segments, List<Segment> wakes) {
        List<Segment> runs = new ArrayList<>();
        for (Segment segment : segments) {
            int position = segment.offsetSeconds();
            for (Segment wake : wakes) {
                if (wake.offsetSeconds() >= segment.offsetSeconds() && wake.endSeconds() <= segment.endSeconds()) {
                    append(runs, segment.level(), wake.offsetSeconds() - position);
                    append(runs, wake.level(), wake.seconds());
                    position = wake.endSeconds();
                }
            }
            append(runs, segment.level(), segment.endSeconds() - position);
        }
        return runs;
    }

    /** Adds a stretch, or lengthens the last one if it has the same level. */
    static void append(List<Segment> runs, Level level, int seconds) {
        Segment last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (seconds == 0) {
            return;
        }
        if (last != null && last.level() == level) {
            runs.set(runs.size() - 1, new Segment(last.offsetSeconds(), level, last.seconds() + seconds));
        } else {
            runs.add(new Segment(last == null ? 0 : last.endSeconds(), level, seconds));
        }
    }

    /** Cuts to minutes so that they add up: the largest remainders are the ones rounded up. */
    private static Map<Level, Integer> wholeMinutes(List<Level> levels, Map<Level, Integer> seconds, int total) {
        Map<Level, Integer> minutes = new EnumMap<>(Level.class);
        levels.forEach(level -> minutes.put(level, seconds.getOrDefault(level, 0) / 60));
        int missing =
                total - minutes.values().stream().mapToInt(Integer::intValue).sum();
        levels.stream()
                .sorted(Comparator.comparing(level -> -(seconds.getOrDefault(level, 0) % 60)))
                .limit(missing)
                .forEach(level -> minutes.merge(level, 1, Integer::sum));
        return minutes;
    }
}
