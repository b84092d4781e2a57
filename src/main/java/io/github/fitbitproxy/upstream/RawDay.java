package io.github.fitbitproxy.upstream;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A day as it came, with what has to be known to read it. This is what is stored: a better cleaner improves all history.
 *
 * @param fetchedAt when the upstream was asked, whole seconds
 * @param zone the wearer's time zone when it was fetched: clock values without offset are read in it
 * @param deviceSyncedAt the wearer's latest device sync known when it was fetched; {@code null} if not known
 */
public record RawDay(
        DayKey key,
        Instant fetchedAt,
        ZoneId zone,
        @Nullable Instant deviceSyncedAt,
        Parts parts) {

    /** The same day with other parts. */
    public RawDay with(Parts others) {
        return new RawDay(key, fetchedAt, zone, deviceSyncedAt, others);
    }
}
