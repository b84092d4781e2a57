package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.model.Person;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known here of one day.
 *
 * @param kind the kind of data, such as {@code sleep}
 * @param date in the wearer's time zone
 * @param answer the newest version at hand, of any age; {@code null} if nothing is known
 */
public record KnownDay(
        Person person,
        String kind,
        LocalDate date,
        @Nullable Answer answer) {}
