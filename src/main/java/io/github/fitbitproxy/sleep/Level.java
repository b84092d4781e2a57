package io.github.fitbitproxy.sleep;

import io.github.fitbitproxy.model.SleepLog;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a segment of a night is: four levels of a log with stages, three of a classic one. */
public enum Level {
    DEEP(SleepLog.Type.STAGES),
    LIGHT(SleepLog.Type.STAGES),
    REM(SleepLog.Type.STAGES),
    WAKE(SleepLog.Type.STAGES),
    ASLEEP(SleepLog.Type.CLASSIC),
    RESTLESS(SleepLog.Type.CLASSIC),
    AWAKE(SleepLog.Type.CLASSIC);

    private final SleepLog.Type type;

    Level(SleepLog.Type type) {
        this.type = type;
    }

    /** The level of that name, in any case, or {@code null} if there is none. */
    public static @Nullable Level named(String name) {
        return Arrays.stream(values())
                .filter(level -> level.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /** The vocabulary that it belongs to. */
    public SleepLog.Type type() {
        return type;
    }

    /** Whether it counts as sleep; restless does not. */
    public boolean isAsleep() {
        return this == DEEP || this == LIGHT || this == REM || this == ASLEEP;
    }

    /** What being awake is called in the same vocabulary. */
    Level awake() {
        return type == SleepLog.Type.STAGES ? WAKE : AWAKE;
    }

    /** The public spelling, such as {@code deep}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
