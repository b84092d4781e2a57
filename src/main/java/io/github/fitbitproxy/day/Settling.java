package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.upstream.RawDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * How settled a day is, and how long an answer for it is fresh. Pure.
 *
 * <p>Everything is judged at the moment of fetching, not of answering: what was fetched while a day was young does not
 * become settled by lying in a store.
 */
public final class Settling {

    /** An answer is fresh for this fraction of the day's age: re-checks become rarer as late syncs become unlikely. */
    private static final int FRACTION_OF_AGE = 8;

    private static final Duration LONGEST_LIFETIME = Duration.ofDays(1);

    private Settling() {}

    /**
     * How settled the day was when it was fetched, by the clock and the device's sync. Where the sync is not known, the
     * wearer is given until noon of the next day to open the phone app.
     *
     * @param archive whether it was imported: then it was fetched when the archive was made, not when it was brought
     */
    public static DayStatus status(RawDay raw, boolean archive, Duration lateSyncWindow) {
        ZonedDateTime end = end(raw);
        Instant fetchedAt = archive ? toldAt(raw) : raw.fetchedAt();
        if (fetchedAt.isBefore(end.toInstant())) {
            return DayStatus.PARTIAL;
        }
        boolean synced = raw.deviceSyncedAt() == null
                ? !fetchedAt.isBefore(end.with(LocalTime.NOON).toInstant())
                : !raw.deviceSyncedAt().isBefore(end.toInstant());
        if (!synced) {
            return DayStatus.PARTIAL;
        }
        // Whole days by the calendar, so that a change of clocks inside the window does not move its end.
        Instant windowEnd = end.plusDays(lateSyncWindow.toDays())
                .plus(lateSyncWindow.minusDays(lateSyncWindow.toDays()))
                .toInstant();
        return fetchedAt.isBefore(windowEnd) ? DayStatus.PROVISIONAL : DayStatus.FINAL;
    }

    /**
     * The end of the freshness lifetime: a few minutes for a day that is not over, then an eighth of the time since it
     * ended, a day at most.
     *
     * @param status the day's own, which may be less settled than the clock says
     * @param shortest the lifetime of today's answer
     * @return {@link Instant#MAX} for a final day
     */
    public static Instant freshUntil(RawDay raw, DayStatus status, Duration shortest) {
        if (status == DayStatus.FINAL) {
            return Instant.MAX;
        }
        Duration sinceEnd = Duration.between(end(raw).toInstant(), raw.fetchedAt());
        Duration lifetime = sinceEnd.dividedBy(FRACTION_OF_AGE);
        if (lifetime.compareTo(LONGEST_LIFETIME) > 0) {
            lifetime = LONGEST_LIFETIME;
        }
        return raw.fetchedAt().plus(lifetime.compareTo(shortest) < 0 ? shortest : lifetime);
    }

    /** Days that earlier versions imported do not say where their archive ends. */
    private static Instant toldAt(RawDay raw) {
        Instant end = raw.deviceSyncedAt();
        return end != null && end.isBefore(raw.fetchedAt()) ? end : raw.fetchedAt();
    }

    /** The moment at which the day is over for the wearer. */
    private static ZonedDateTime end(RawDay raw) {
        return raw.key().date().plusDays(1).atStartOfDay(raw.zone());
    }
}
