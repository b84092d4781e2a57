package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.RawDay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps days as they came. All methods block. Safe for any number of threads and, where the implementation spans
 * processes, replicas.
 *
 * <p>All methods throw {@link java.io.UncheckedIOException} if the store cannot be reached, read or written; its message
 * is a sentence for a lay person. A stored day that turns out to be damaged counts as not stored.
 */
public interface DayStore {

    /** A version that is ahead by more than this was not fetched later: the clock was wrong when it was. */
    Duration CLOCK_TOLERANCE = Duration.ofHours(1);

    /** The stored day, or empty. */
    Optional<RawDay> find(DayKey key);

    /**
     * Keeps a day, for good once this returns: a kill at any moment leaves the old or the new version, never a mixture.
     * A version fetched earlier never replaces one fetched later, within {@link #CLOCK_TOLERANCE}. Nothing is kept that was
     * fetched before its person was {@linkplain ChangeStore#forgotten forgotten}.
     *
     * @return whether it was kept
     */
    boolean save(RawDay day);

    /**
     * Keeps several days in one step: if it fails, none of them; else each that {@link #save} would keep.
     *
     * @return those that were kept
     */
    List<RawDay> saveAll(List<RawDay> days);

    /**
     * Hands over the stored days of a range, oldest first, one at a time: memory does not grow with the range.
     * No lock or connection is held while the visitor works, so it may be slow and may use the store itself; it sees each
     * day as it is when its turn comes.
     */
    void forEach(Person person, String upstream, String kind, DateRange range, Consumer<RawDay> visitor);

    /** What is stored for one kind, or empty if nothing is. */
    default Optional<Extent> extent(Person person, String upstream, String kind) {
        return extent(person, List.of(upstream), kind);
    }

    /**
     * What is stored for one kind by any of these upstreams, or empty if nothing is. A day counts once, however many of them
     * told it.
     */
    Optional<Extent> extent(Person person, List<String> upstreams, String kind);

    /** Whose days are stored, and who told them; in order of person and upstream. */
    List<Owner> owners();

    /** The kinds of data that an upstream told of a person, in order. */
    List<String> kinds(Person person, String upstream);

    /** Forgets every day of a person, from all upstreams. */
    void deleteAll(Person person);

    /**
     * How much is stored.
     *
     * @param count days that have an entry, at least 1
     */
    record Extent(LocalDate oldest, LocalDate newest, long count) {}

    /**
     * Of whom days are stored.
     *
     * @param upstream who told them, by public name
     */
    record Owner(Person person, String upstream) {}
}
