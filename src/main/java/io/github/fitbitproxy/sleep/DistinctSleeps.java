package io.github.fitbitproxy.sleep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out which recordings are one and the same sleep: versions of one log, or logs that overlap by more than half of
 * the shorter one, as two devices or a growing session produce them.
 */
final class DistinctSleeps {

    /**
     * The recording to keep stands first: one that has ended before a running one, then the longest, since a log that
     * grew is newer, then the last to end; among equals the processed one, the one with stages, the main sleep. The text
     * at the end only makes the order complete, so that the order of arrival never matters.
     */
    private static final Comparator<RecordedSleep> PREFERENCE = Comparator.comparing(
                    (RecordedSleep sleep) -> sleep.end() == null)
            .thenComparing(RecordedSleep::length, Comparator.reverseOrder())
            .thenComparing(RecordedSleep::lastSecond, Comparator.reverseOrder())
            .thenComparing(RecordedSleep::finished, Comparator.reverseOrder())
            .thenComparing(RecordedSleep::type, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(RecordedSleep::mainSleep, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(RecordedSleep::toString);

    private DistinctSleeps() {}

    /** One recording for each sleep; the order of the input does not matter. */
    static List<RecordedSleep> of(List<RecordedSleep> recorded) {
        List<RecordedSleep> kept = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (RecordedSleep sleep : recorded.stream().sorted(PREFERENCE).toList()) {
            if (ids.add(sleep.id()) && kept.stream().noneMatch(sleep::isSameSleepAs)) {
                kept.add(sleep);
            }
        }
        return kept;
    }
}
