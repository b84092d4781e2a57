package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Tells everything that is stored of a person's days, one at a time: memory does not grow with them. Blocks. */
@ApplicationScoped
public class Export {

    private static final Logger LOG = Logger.getLogger(Export.class);

    private final DayStore store;
    private final BestDays days;
    private final NoteStore notes;
    private final Household household;
    private final Sources sources;
    private final Finisher finisher;
    private final AnswerWriter writer;

    Export(
            DayStore store,
            BestDays days,
            NoteStore notes,
            Household household,
            Sources sources,
            Finisher finisher,
            AnswerWriter writer) {
        this.store = store;
        this.days = days;
        this.notes = notes;
        this.household = household;
        this.sources = sources;
        this.finisher = finisher;
        this.writer = writer;
    }

    /** Is told what is stored. */
    public interface Visitor {

        /** What an upstream said beside the days. */
        void note(NoteStore.NamedNote note);

        /** A day as it is answered. */
        void day(String kind, byte[] json);

        /** A day as it came. */
        void raw(RawDay raw);
    }

    /**
     * Tells the notes, then the days as they are answered, then the days as they came.
     *
     * @throws java.io.UncheckedIOException if the store cannot be read
     */
    public void tell(Person person, Visitor visitor) {
        notes.list(person).forEach(visitor::note);
        answers(person, visitor);
        store.owners().stream()
                .filter(owner -> owner.person().equals(person))
                .map(DayStore.Owner::upstream)
                .forEach(upstream -> store.kinds(person, upstream)
                        .forEach(kind -> store.extent(person, upstream, kind)
                                .ifPresent(all -> store.forEach(person, upstream, kind, all(all), visitor::raw))));
    }

    private void answers(Person person, Visitor visitor) {
        String upstream;
        try {
            upstream = household.upstreamOf(person);
        } catch (UpstreamException nobodyTellsAnyMore) {
            return;
        }
        for (DaySource<?> source : sources.all(upstream)) {
            String kind = source.kind().name();
            days.extent(person, upstream, kind)
                    .ifPresent(all -> days.forEach(person, upstream, kind, all(all), raw -> {
                        try {
                            visitor.day(kind, writer.write(finisher.settle(days.sourceOf(raw, source), raw)));
                        } catch (UpstreamException e) {
                            LOG.warnf(
                                    "%s: it is exported as it came only. %s",
                                    raw.key(), e.failure().reason());
                        }
                    }));
        }
    }

    private static DateRange all(DayStore.Extent extent) {
        return new DateRange(extent.oldest(), extent.newest());
    }
}
