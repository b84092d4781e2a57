package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.Person;
import java.time.Instant;
import java.util.List;

/**
 * Remembers the last thing that was done to all that is stored of a person, so that every replica hears of it. All methods
 * block; all throw {@link java.io.UncheckedIOException} if the store cannot be reached or written.
 */
public interface ChangeStore {

    /**
     * A person is forgotten: from now on the day and note stores keep nothing of this person that was fetched at that moment
     * or before, whoever is still busy fetching it. Lasts until {@link #importBegun} or {@link #drop}.
     */
    void forgotten(Person person, Instant at);

    /** An import for a person has begun: whoever was forgotten before is no longer. */
    void importBegun(Person person, Instant at);

    /** Days were imported for a person, unless the person was forgotten since that import began: then that is remembered. */
    void imported(Person person, Instant at);

    /** The last change of each person, in order of person. */
    List<Change> list();

    /** No longer remembers a change, unless another has come since. */
    void drop(Change change);

    /** Removes what is left of deleted rows from files and logs of the database, as far as it can do that. */
    void scrub();

    /** What was done. */
    enum What {
        FORGOTTEN,
        IMPORTED
    }

    /** @param at whole milliseconds, by the clock of whoever did it */
    record Change(Person person, What what, Instant at) {}
}
