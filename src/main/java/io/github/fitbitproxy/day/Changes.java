package io.github.fitbitproxy.day;

import io.github.fitbitproxy.budget.Budgets;
import io.github.fitbitproxy.cache.Answers;
import io.github.fitbitproxy.day.ChangeStore.Change;
import io.github.fitbitproxy.day.ChangeStore.What;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Grants;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Deletes people with all that is stored of them, and has every replica drop from memory what an import or a deletion, here
 * or elsewhere, has made untrue. Blocks.
 */
@ApplicationScoped
public class Changes {

    private static final Logger LOG = Logger.getLogger(Changes.class);

    /** Longer than anybody can be busy with an answer of a cloud that was asked before. */
    private static final Duration STRAGGLERS = Duration.ofMinutes(15);

    /** Longer than a replica is out of touch with the store and still answers. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final ChangeStore store;
    private final DayStore days;
    private final NoteStore notes;
    private final BackfillStore backfills;
    private final Budgets budgets;
    private final Grants grants;
    private final Answers answers;
    private final Notes knownNotes;
    private final Whereabouts whereabouts;
    private final Clock clock;
    private Set<Change> seen = Set.of();

    Changes(
            ChangeStore store,
            DayStore days,
            NoteStore notes,
            BackfillStore backfills,
            Budgets budgets,
            Grants grants,
            Answers answers,
            Notes knownNotes,
            Whereabouts whereabouts,
            Clock clock) {
        this.store = store;
        this.days = days;
        this.notes = notes;
        this.backfills = backfills;
        this.budgets = budgets;
        this.grants = grants;
        this.answers = answers;
        this.knownNotes = knownNotes;
        this.whereabouts = whereabouts;
        this.clock = clock;
    }

    /** Whether anything is stored of a person. */
    public boolean isKnown(Person person) {
        return grants.isKept(person)
                || days.owners().stream().anyMatch(owner -> owner.person().equals(person))
                || !notes.list(person).isEmpty()
                || backfills.list().stream().anyMatch(job -> job.person().equals(person));
    }

    /**
     * Deletes everything that is stored of a person. The grant must be gone already, so that nobody asks the cloud any more;
     * what is still on its way from there is not kept. After a kill midway it can be called again.
     *
     * @throws UncheckedIOException if the store fails; some of it may be gone then
     */
    public void forget(Person person) {
        store.forgotten(person, clock.instant());
        delete(person);
        dropFromMemory();
        store.scrub();
        LOG.infof("%s: everything that was stored is deleted.", person);
    }

    /** Days of a person were imported, here. */
    void imported(Person person) {
        store.imported(person, clock.instant());
        dropFromMemory();
    }

    /** Hears of what others did: to be called every few seconds. */
    void tick() {
        try {
            List<Change> changes = store.list();
            if (!seen.containsAll(changes)) {
                dropFromMemory();
            }
            seen = new HashSet<>(changes);
            changes.forEach(this::sweep);
        } catch (UncheckedIOException e) {
            LOG.debugf("Nobody hears of changes while the store fails. %s", e.getMessage());
        }
    }

    /** Deletes what stragglers left behind, until there can be none. */
    private void sweep(Change change) {
        Instant now = clock.instant();
        if (change.at().plus(REMEMBERED).isBefore(now)) {
            store.drop(change);
        }
        if (change.what() == What.FORGOTTEN
                && change.at().plus(STRAGGLERS).isAfter(now)
                && !grants.isKept(change.person())) {
            delete(change.person());
            dropFromMemory();
        }
    }

    private void delete(Person person) {
        backfills.deleteAll(person);
        days.deleteAll(person);
        notes.deleteAll(person);
        budgets.forget(person);
    }

    private void dropFromMemory() {
        answers.forgetAll();
        knownNotes.forgetAll();
        whereabouts.forgetAll();
    }
}
