package io.github.fitbitproxy.day;

import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.DaySource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day that is known to exist: whose, from where, and in which zone.
 *
 * @param zone the wearer's
 */
record LocatedDay(DayKey key, DaySource<?> source, ZoneId zone) {

    /** Another day of the same person, kind and upstream. */
    LocatedDay on(LocalDate date) {
        return new LocatedDay(new DayKey(key.person(), key.upstream(), key.kind(), date), source, zone);
    }
}
