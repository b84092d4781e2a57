package io.github.fitbitproxy.upstream;

import io.github.fitbitproxy.sleep.SleepRecordings;

/**
 * An upstream that tells sleep as it was recorded, segment by segment, not only as a day's figures. Implementations are
 * discovered, like those of {@link DaySource}; the one class of an upstream that reads its sleep is both.
 */
public interface SleepSource {

    /** The upstream's public name, such as {@code fitbit}. */
    String upstream();

    /**
     * Reads what was fetched for a day of sleep; pure, tolerant of unknown and missing fields.
     *
     * @throws UpstreamException with {@link UpstreamFailure.Unreadable} if the parts make no sense
     */
    SleepRecordings recordings(RawDay raw) throws UpstreamException;
}
