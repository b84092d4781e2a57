package io.github.fitbitproxy.sleep;

import io.github.fitbitproxy.model.SleepLog;
import io.github.fitbitproxy.model.Stages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the minutes of one log divide.
 *
 * @param asleep {@code null} if not known
 * @param awake wake, or awake and restless; {@code null} if not known
 * @param stages {@code null} without stages
 * @param classic {@code null} without classic levels
 */
public record SleepMinutes(
        @Nullable Integer asleep,
        @Nullable Integer awake,
        @Nullable Stages stages,
        SleepLog.@Nullable Classic classic) {

    /** Nothing is known. */
    public static final SleepMinutes UNKNOWN = new SleepMinutes(null, null, null, null);

    /**
     * Counts a log. With stages its segments decide, short wakes laid over, and stated minutes only stand in for missing
     * segments. Of a classic log stated minutes per level come first: the Fitbit cloud is known to send classic segments
     * that disagree with what it says, and its own {@code minutesAsleep} then follows what it says.
     */
    static SleepMinutes of(RecordedSleep sleep) {
        SleepMinutes stated = sleep.stated();
        List<Segment> segments = sleep.hypnogram();
        if (sleep.type() == SleepLog.Type.STAGES) {
            return segments.isEmpty() ? statedStages(stated) : countedStages(segments);
        }
        if (sleep.type() == SleepLog.Type.CLASSIC) {
            SleepLog.Classic classic = stated.classic();
            if (classic != null) {
                return new SleepMinutes(classic.asleep(), classic.awake() + classic.restless(), null, classic);
            }
            if (!segments.isEmpty()) {
                return countedClassic(segments);
            }
        }
        return new SleepMinutes(stated.asleep(), stated.awake(), null, null);
    }

    /** Seconds, which are not negative, as whole minutes, rounded half up. */
    static int minutes(long seconds) {
        return (int) Math.min(Integer.MAX_VALUE, (seconds + 30) / 60);
    }

    private static SleepMinutes statedStages(SleepMinutes stated) {
        Stages stages = stated.stages();
        if (stages == null) {
            return new SleepMinutes(stated.asleep(), stated.awake(), null, null);
        }
        int slept = stages.deep() + stages.light() + stages.rem();
        return new SleepMinutes(Objects.requireNonNullElse(stated.asleep(), slept), stages.wake(), stages, null);
    }

    private static SleepMinutes countedStages(List<Segment> segments) {
        Map<Level, Long> seconds = secondsPerLevel(segments);
        long deep = seconds.getOrDefault(Level.DEEP, 0L);
        long light = seconds.getOrDefault(Level.LIGHT, 0L);
        long rem = seconds.getOrDefault(Level.REM, 0L);
        int wake = minutes(seconds.getOrDefault(Level.WAKE, 0L));
        Stages stages = new Stages(minutes(deep), minutes(light), minutes(rem), wake);
        return new SleepMinutes(minutes(deep + light + rem), wake, stages, null);
    }

    private static SleepMinutes countedClassic(List<Segment> segments) {
        Map<Level, Long> seconds = secondsPerLevel(segments);
        long restless = seconds.getOrDefault(Level.RESTLESS, 0L);
        long awake = seconds.getOrDefault(Level.AWAKE, 0L);
        int asleep = minutes(seconds.getOrDefault(Level.ASLEEP, 0L));
        SleepLog.Classic classic = new SleepLog.Classic(asleep, minutes(restless), minutes(awake));
        return new SleepMinutes(asleep, minutes(awake + restless), null, classic);
    }

    private static Map<Level, Long> secondsPerLevel(List<Segment> segments) {
        Map<Level, Long> seconds = new EnumMap<>(Level.class);
        segments.forEach(segment -> seconds.merge(segment.level(), segment.seconds(), Long::sum));
        return seconds;
    }
}
