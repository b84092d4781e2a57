package io.github.fitbitproxy.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How values stand in columns: instants as milliseconds since 1970, dates as {@code yyyy-MM-dd}. */
final class Columns {

    private static final LocalDate OLDEST = LocalDate.of(0, 1, 1);
    private static final LocalDate NEWEST = LocalDate.of(9999, 12, 31);

    private Columns() {}

    static Instant wholeMillis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Outside of the years 0 to 9999 the text would not sort; a date out there means "as far as there is". */
    static String text(LocalDate date) {
        return (date.isBefore(OLDEST) ? OLDEST : date.isAfter(NEWEST) ? NEWEST : date).toString();
    }
}
