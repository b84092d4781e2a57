package io.github.fitbitproxy.day;

import io.github.fitbitproxy.day.Refusal.FutureDate;
import io.github.fitbitproxy.day.Refusal.RefusalException;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure.Forbidden;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Turns what a client says (a name, a word for a day) into a day of a person in that person's own calendar. */
@ApplicationScoped
public class Whereabouts {

    /** How long a request may be answered without looking at the grants again: somebody may have connected elsewhere. */
    private static final Duration BELIEVED = Duration.ofSeconds(5);

    private static final String NO_NAME = "";

    private final Household household;
    private final Wearers wearers;
    private final Sources sources;
    private final Clock clock;
    private final ConcurrentMap<String, Seen> seen = new ConcurrentHashMap<>();

    Whereabouts(Household household, Wearers wearers, Sources sources, Clock clock) {
        this.household = household;
        this.wearers = wearers;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * Finds the day, blocking.
     *
     * @throws RefusalException for an unknown person or a day in the wearer's future
     * @throws UpstreamException if the wearer's zone or upstream cannot be known
     */
    LocatedDay find(@Nullable String name, String kind, DayWord word) {
        LocatedPerson whose = locate(name, kind);
        LocalDate date = word.resolve(whose.today());
        if (date.isAfter(whose.today())) {
            throw new RefusalException(new FutureDate(date, whose.today()));
        }
        return new LocatedDay(new DayKey(whose.person(), whose.upstream(), kind, date), whose.source(), whose.zone());
    }

    /**
     * Finds who is meant, and what day it is there, blocking.
     *
     * @throws RefusalException for an unknown person
     * @throws UpstreamException if the wearer's zone or upstream cannot be known
     */
    LocatedPerson locate(@Nullable String name, String kind) {
        Person person = household.resolve(name);
        String upstream = household.upstreamOf(person);
        DaySource<?> source = sources.days(upstream, kind)
                .orElseThrow(() ->
                        new UpstreamException(new Forbidden("The upstream of this person has no data of this kind.")));
        ZoneId zone = wearers.zone(person, upstream);
        Instant now = clock.instant();
        seen.put(name == null ? NO_NAME : name, new Seen(person, upstream, zone, now.plus(BELIEVED)));
        return new LocatedPerson(person, source, zone, LocalDate.ofInstant(now, zone));
    }

    /** Looks anew for everybody who is asked for. */
    void forgetAll() {
        seen.clear();
    }

    /** The day's key if it can be told from memory alone, else {@code null}. Never blocks. */
    @Nullable
    DayKey recall(@Nullable String name, String kind, DayWord word, Instant now) {
        Seen last = seen.get(name == null ? NO_NAME : name);
        if (last == null || now.isAfter(last.until)) {
            return null;
        }
        return new DayKey(last.person, last.upstream, kind, word.resolve(LocalDate.ofInstant(now, last.zone)));
    }

    private record Seen(Person person, String upstream, ZoneId zone, Instant until) {}
}
