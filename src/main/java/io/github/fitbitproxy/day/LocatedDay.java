package io.github.fitbitproxy.day;

import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.DaySource;
import java.time.ZoneId;

/**
 * A day that is known to exist: whose, from where, and in which zone.
 *
 * @param zone the wearer's
 */
record LocatedDay(DayKey key, DaySource<?> source, ZoneId zone) {}
