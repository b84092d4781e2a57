package io.github.fitbitproxy.upstream;

import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Day;
import io.github.fitbitproxy.model.Person;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * One kind of data from one upstream. Implementations are discovered; adding one edits no existing code.
 *
 * <p>{@link #fetch} does I/O and interprets nothing; {@link #clean} interprets and does no I/O. Between them stand only
 * bytes, so everything in between works for any kind from anywhere.
 */
public interface DaySource<T extends Day<T>> {

    /** The upstream's public name, such as {@code fitbit}. */
    String upstream();

    DataKind<T> kind();

    /** The most days that one {@link #fetch} may ask for, at least 1. */
    int longestFetchDays();

    /** About how many calls to the cloud a {@link #fetch} of that range costs. Pure. */
    default int calls(DateRange range) {
        return 1;
    }

    /**
     * Whether there is no cloud behind it: its days come from imports alone. Nobody can ask it for more than is stored, and
     * what a cloud tells goes before what it told.
     */
    default boolean isArchive() {
        return false;
    }

    /**
     * Asks the cloud, blocking, its calls side by side. A call that is worth only some fields may fail without costing
     * the day: it is then named in {@link Parts#missing}.
     *
     * @param range no longer than {@link #longestFetchDays}
     * @return the parts of every day of the range; a day that the cloud has nothing for has parts that say so
     * @throws UpstreamException if no day can be told
     */
    SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) throws UpstreamException;

    /**
     * Reads what was fetched; pure, tolerant of unknown and missing fields.
     *
     * @return the day, {@code partial} if the data themselves show that they are not complete, else {@code final}
     * @throws UpstreamException with {@link UpstreamFailure.Unreadable} if the parts make no sense
     */
    T clean(RawDay raw) throws UpstreamException;
}
