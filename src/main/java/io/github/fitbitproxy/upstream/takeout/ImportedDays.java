package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.upstream.Parts;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an export has to say when it is asked for days that were not imported: nothing. */
final class ImportedDays {

    static final int MOST_DAYS = 365;

    private ImportedDays() {}

    /** Days of which nothing is known, not even that nothing happened. */
    static SortedMap<LocalDate, Parts> nothing(DateRange range) {
        SortedMap<LocalDate, Parts> days = new TreeMap<>();
        range.stream().forEach(date -> days.put(date, new Parts(new TreeMap<>(), new TreeSet<>())));
        return days;
    }
}
