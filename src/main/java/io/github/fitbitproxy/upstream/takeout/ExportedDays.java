package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Day;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Parts;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One kind of data that account exports tell. Implementations are discovered; one that names its files is read by every
 * import.
 */
interface ExportedDays<T extends Day<T>> extends DaySource<T> {

    /** The files that this kind is made of. Others may be made of the same ones. */
    List<ExportFile> files();

    @Override
    default String upstream() {
        return TakeoutWearer.NAME;
    }

    @Override
    default boolean isArchive() {
        return true;
    }

    @Override
    default int longestFetchDays() {
        return 365;
    }

    /** What an export has to say when it is asked for days that were not imported: nothing, not even that nothing happened. */
    @Override
    default SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
        SortedMap<LocalDate, Parts> days = new TreeMap<>();
        range.stream().forEach(date -> days.put(date, new Parts(new TreeMap<>(), new TreeSet<>())));
        return days;
    }
}
