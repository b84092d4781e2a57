package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.cache.Answers;
import io.github.fitbitproxy.cache.CacheStrategy;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells everybody's today from what is at hand, for those who watch. No upstream is ever asked. Blocks. */
@ApplicationScoped
public class KnownDays {

    private final Members members;
    private final Sources sources;
    private final Wearers wearers;
    private final DayKeeper keeper;
    private final Answers answers;
    private final Clock clock;

    KnownDays(Members members, Sources sources, Wearers wearers, DayKeeper keeper, Answers answers, Clock clock) {
        this.members = members;
        this.sources = sources;
        this.wearers = wearers;
        this.keeper = keeper;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * The day that it is for each person now, once for each kind of data that the person's upstream has, known or not; of
     * somebody whose time zone nobody has told yet, none.
     *
     * @throws java.io.UncheckedIOException if the store cannot be read
     */
    public List<KnownDay> today() {
        Instant now = clock.instant();
        List<KnownDay> days = new ArrayList<>();
        for (Member member : members.all()) {
            String upstream = member.upstream();
            ZoneId zone = upstream == null
                    ? null
                    : wearers.knownZone(member.person(), upstream).orElse(null);
            if (upstream == null || zone == null) {
                continue;
            }
            LocalDate today = LocalDate.ofInstant(now, zone);
            for (DaySource<?> source : sources.all(upstream)) {
                DayKey key = new DayKey(member.person(), upstream, source.kind().name(), today);
                days.add(new KnownDay(key.person(), key.kind(), today, newest(new LocatedDay(key, source, zone), now)));
            }
        }
        return days;
    }

    /** Memory's version if it is fresh, else the store's, which another replica may have renewed. */
    private @Nullable Answer newest(LocatedDay day, Instant now) {
        Answer inMemory = answers.get(day.key());
        if (inMemory != null && CacheStrategy.isFresh(inMemory, now)) {
            return inMemory;
        }
        Answer inStore = keeper.find(day);
        return inStore != null ? inStore : inMemory;
    }
}
