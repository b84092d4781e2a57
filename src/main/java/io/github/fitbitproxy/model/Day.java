package io.github.fitbitproxy.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of data looks like on one day, as the public JSON shows it.
 *
 * @param <T> the kind's own record
 */
public interface Day<T extends Day<T>> {

    /** The calendar day in the wearer's time zone. */
    LocalDate date();

    /** How settled the figures are. */
    DayStatus status();

    /** The same day, said to be this settled. */
    T withStatus(DayStatus status);

    /** Whether anything is known of the day at all. */
    boolean hasFigures();

    /** Who told: the name of the upstream, with {@code demo-} in front where a simulator did. */
    String upstream();

    /** When the upstream was last asked for this day. */
    Instant fetchedAt();

    /** When the wearer's device had last synced, as far as known when the day was fetched. */
    @Nullable
    Instant deviceSyncedAt();
}
