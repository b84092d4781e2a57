package io.github.fitbitproxy.day;

import io.github.fitbitproxy.day.BackfillStore.Backfill;
import io.github.fitbitproxy.day.Refusal.FutureDate;
import io.github.fitbitproxy.day.Refusal.RefusalException;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure.Forbidden;
import io.github.fitbitproxy.upstream.UpstreamFailure.NotConnected;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes orders for history, and tells how far they have come. Blocks; throws as the store does. */
@ApplicationScoped
public class Backfills {

    private static final Logger LOG = Logger.getLogger(Backfills.class);

    private final BackfillStore store;
    private final Household household;
    private final Members members;
    private final Wearers wearers;
    private final Sources sources;
    private final Clock clock;

    Backfills(
            BackfillStore store, Household household, Members members, Wearers wearers, Sources sources, Clock clock) {
        this.store = store;
        this.household = household;
        this.members = members;
        this.wearers = wearers;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * Asks for history of every kind, in place of whatever was asked for before. The newest day comes first.
     *
     * @param name what {@code person} says, or {@code null}
     * @return the jobs, one a kind
     * @throws RefusalException if nobody has that name, or the range ends in the wearer's future
     * @throws UpstreamException if the person is not connected, or the wearer's zone cannot be known
     */
    public List<Backfill> ask(@Nullable String name, DateRange range) {
        Person person = household.resolve(name);
        if (members.connected().stream().noneMatch(member -> member.person().equals(person))) {
            throw new UpstreamException(new NotConnected("Nobody has connected this person yet."));
        }
        String upstream = household.upstreamOf(person);
        if (sources.all(upstream).isEmpty()) {
            throw new UpstreamException(new Forbidden("The upstream of this person is not here (any more)."));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), wearers.zone(person, upstream));
        if (range.to().isAfter(today)) {
            throw new RefusalException(new FutureDate(range.to(), today));
        }
        LOG.infof("%s: history from %s to %s was asked for.", person, range.from(), range.to());
        return sources.all(upstream).stream()
                .map(source -> store.start(person, source.kind().name(), range, range.to(), clock.instant()))
                .toList();
    }

    /** A person's jobs, one a kind, finished ones too. */
    public List<Backfill> of(Person person) {
        return store.list().stream().filter(job -> job.person().equals(person)).toList();
    }
}
