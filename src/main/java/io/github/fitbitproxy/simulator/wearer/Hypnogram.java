package io.github.fitbitproxy.simulator.wearer;

import java.util.ArrayList;
import java.util.List;

/** Draws how a sleep went, level by level. */
final class Hypnogram {

    private static final int SHORTEST_STAGE_SECONDS = 240;

    private Hypnogram() {}

    /**
     * Sleep cycles of about an hour and a half: deep sleep early, dreams late. Every stretch is a multiple of 30 s and
     * longer than a short wake.
     */
    static List<Segment> stages(int spanSeconds, Dice dice) {
        List<Segment> segments = new ArrayList<>();
        if (dice.chance(0.6)) {
            add(segments, Level.WAKE, halfMinutes(dice, 4, 10), spanSeconds);
        }
        for (int cycle = 0; length(segments) < spanSeconds; cycle++) {
            add(segments, Level.LIGHT, halfMinutes(dice, 12, 30), spanSeconds);
            if (cycle < 4) {
                add(segments, Level.DEEP, halfMinutes(dice, 24 - 6 * cycle, 36 - 9 * cycle), spanSeconds);
            }
            add(segments, Level.LIGHT, halfMinutes(dice, 15, 35), spanSeconds);
            add(
                    segments,
                    Level.REM,
                    halfMinutes(dice, 5 + 4 * Math.min(cycle, 4), 12 + 6 * Math.min(cycle, 4)),
                    spanSeconds);
            if (dice.chance(0.55)) {
                add(segments, Level.WAKE, halfMinutes(dice, 4, 14), spanSeconds);
            }
        }
        return segments;
    }

    /** Wakes of 30 to 180 s inside the longer stretches of sleep, never touching their ends. */
    static List<Segment> shortWakes(List<Segment> stages, Dice dice) {
        List<Segment> wakes = new ArrayList<>();
        for (Segment stage : stages) {
            int half = stage.seconds() / 2;
            if (stage.level() != Level.WAKE && stage.seconds() >= 1200) {
                for (int part = 0; part < 2; part++) {
                    int seconds = 30 * Math.min(dice.between(1, 6), dice.between(1, 6));
                    if (dice.chance(0.6)) {
                        int offset = part * half + 30 * dice.between(1, (half - seconds) / 30 - 2);
                        wakes.add(new Segment(stage.offsetSeconds() + offset - offset % 30, Level.WAKE, seconds));
                    }
                }
            }
        }
        return wakes;
    }

    /** Asleep, now and then restless or awake; every stretch whole minutes, the sum the time in bed. */
    static List<Segment> classic(int minutesInBed, Dice dice) {
        List<Segment> segments = new ArrayList<>();
        if (dice.chance(0.5)) {
            addMinutes(segments, Level.RESTLESS, Math.min(dice.between(1, 9), minutesInBed / 4), minutesInBed);
        }
        while (length(segments) < minutesInBed * 60) {
            addMinutes(segments, Level.ASLEEP, dice.between(10, 70), minutesInBed);
            Level stirring = dice.chance(0.25) ? Level.AWAKE : Level.RESTLESS;
            addMinutes(segments, stirring, dice.between(1, stirring == Level.AWAKE ? 6 : 3), minutesInBed);
        }
        return segments;
    }

    private static void add(List<Segment> segments, Level level, int seconds, int spanSeconds) {
        int left = spanSeconds - length(segments);
        boolean restTooShort = left - seconds < SHORTEST_STAGE_SECONDS;
        LevelTotals.append(segments, level, restTooShort ? left : seconds);
    }

    private static void addMinutes(List<Segment> segments, Level level, int minutes, int minutesInBed) {
        LevelTotals.append(segments, level, Math.min(minutes * 60, minutesInBed * 60 - length(segments)));
    }

    private static int length(List<Segment> segments) {
        return segments.isEmpty() ? 0 : segments.get(segments.size() - 1).endSeconds();
    }

    private static int halfMinutes(Dice dice, int leastMinutes, int mostMinutes) {
        return 30 * dice.between(2 * leastMinutes, 2 * mostMinutes);
    }
}
