package io.github.fitbitproxy.sleep;

import io.github.fitbitproxy.model.SleepLog;
import org.jspecify.annotations.Nullable;

/**
 * One sleep in its place in the day.
 *
 * @param mainSleep whether it counts as the night: of all sleeps of a day at most one does
 */
public record DaySleep(RecordedSleep recorded, boolean mainSleep) {

    private static final int NAP_ENDS_MINUTES = 180;

    /**
     * Whether it is a nap: the upstream's word where it gives one, else shorter than 3 hours and not the main sleep. The
     * other half of a split night is neither.
     */
    public boolean nap() {
        if (mainSleep) {
            return false;
        }
        Boolean said = recorded.nap();
        if (said != null) {
            return said;
        }
        Integer minutesInBed = recorded.inBed();
        return minutesInBed != null && minutesInBed < NAP_ENDS_MINUTES;
    }

    /** The sleep as the public day shows it. */
    public SleepLog toLog() {
        SleepMinutes minutes = SleepMinutes.of(recorded);
        Integer minutesInBed = recorded.inBed();
        return new SleepLog(
                recorded.id(),
                mainSleep,
                recorded.type(),
                recorded.start(),
                recorded.end(),
                minutes.asleep(),
                minutes.awake(),
                minutesInBed,
                efficiency(minutes.asleep(), minutesInBed),
                minutes.stages(),
                minutes.classic());
    }

    private static @Nullable Integer efficiency(@Nullable Integer minutesAsleep, @Nullable Integer minutesInBed) {
        if (minutesAsleep == null || minutesInBed == null || minutesInBed == 0) {
            return null;
        }
        return (int) Math.min(Integer.MAX_VALUE, Math.round(100.0 * minutesAsleep / minutesInBed));
    }
}
