package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps which history was asked for and how far it has come, one job per person and kind, so that it goes on after a
 * restart. Replicas may work on the same job: of two that write, one wins and the other is told. All methods block; all
 * throw {@link java.io.UncheckedIOException} if the store cannot be reached or written.
 */
public interface BackfillStore {

    /**
     * Asks for history, in place of whatever was asked for before.
     *
     * @param next the date to begin with; which way the job goes is the caller's choice
     * @return the job, waiting
     */
    Backfill start(Person person, String kind, DateRange range, LocalDate next, Instant now);

    Optional<Backfill> find(Person person, String kind);

    /** Every job, finished ones too, in order of person and kind. */
    List<Backfill> list();

    /**
     * Writes where a job stands, unless somebody wrote since it was read.
     *
     * @param read the job as it was read
     * @param reason why it waits or failed, for a lay person; {@code null} if there is nothing to say
     * @return the job as it now stands, or empty if somebody else was faster: read again, then decide
     */
    Optional<Backfill> update(Backfill read, LocalDate next, State state, @Nullable String reason, Instant now);

    /** Moves on to the next date; the job is running. */
    default Optional<Backfill> advance(Backfill read, LocalDate next, Instant now) {
        return update(read, next, State.RUNNING, null, now);
    }

    /** Holds the job where it is, for a while. */
    default Optional<Backfill> hold(Backfill read, String reason, Instant now) {
        return update(read, read.next(), State.WAITING, reason, now);
    }

    /** Everything was fetched. */
    default Optional<Backfill> finish(Backfill read, Instant now) {
        return update(read, read.next(), State.DONE, null, now);
    }

    /** Gives the job up where it is. */
    default Optional<Backfill> fail(Backfill read, String reason, Instant now) {
        return update(read, read.next(), State.FAILED, reason, now);
    }

    /** Forgets every job of a person. */
    void deleteAll(Person person);

    /** How far a job is. */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * One job.
     *
     * @param range what was asked for
     * @param next the next date still to fetch; without meaning once the job is done
     * @param reason why it waits or failed; {@code null} if there is nothing to say
     * @param version counts the writes of this person's jobs of this kind, from 1
     * @param updatedAt when it was last written, by the writer's clock, whole milliseconds
     */
    record Backfill(
            Person person,
            String kind,
            DateRange range,
            LocalDate next,
            State state,
            @Nullable String reason,
            long version,
            Instant updatedAt) {

        /** Whether there is work left. */
        public boolean isOpen() {
            return state == State.WAITING || state == State.RUNNING;
        }
    }
}
