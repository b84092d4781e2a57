package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DaySource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Whose days, from where, and in which zone.
 *
 * @param zone the wearer's
 * @param today the wearer's date now
 */
record LocatedPerson(Person person, DaySource<?> source, ZoneId zone, LocalDate today) {

    String upstream() {
        return source.upstream();
    }

    String kind() {
        return source.kind().name();
    }
}
