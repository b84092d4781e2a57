package io.github.fitbitproxy.sleep;

import java.util.List;

/**
 * What an upstream told about the sleeps of a day.
 *
 * @param complete false if something is known to be missing or was not readable: the day stays partial
 */
public record SleepRecordings(List<RecordedSleep> sleeps, boolean complete) {

    /** The upstream has not told yet. */
    public static final SleepRecordings UNKNOWN = new SleepRecordings(List.of(), false);

    public SleepRecordings {
        sleeps = List.copyOf(sleeps);
    }
}
