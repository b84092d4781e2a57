package io.github.fitbitproxy.day;

import io.github.fitbitproxy.day.DayStore.Extent;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stored version of each day that is answered, where several have told it: the cloud that the person is connected to, one
 * that the person was connected to before, an import. The rule, for each date by itself:
 *
 * <ol>
 *   <li>what the person's upstream told, if there is any figure in it;
 *   <li>else what another cloud told, if there is any figure in that;
 *   <li>else what was imported, if there is any figure in that;
 *   <li>else whatever is stored, in the same order.
 * </ol>
 *
 * <p>Blocks; throws as the store does.
 */
@ApplicationScoped
class BestDays {

    private final DayStore store;
    private final Sources sources;

    BestDays(DayStore store, Sources sources) {
        this.store = store;
        this.sources = sources;
    }

    /** @param key names the person's upstream; the day that is found names who told it */
    Optional<RawDay> find(DayKey key) {
        RawDay told = store.find(key).orElse(null);
        return Optional.ofNullable(told == null ? toldElsewhere(key) : better(told));
    }

    /** As {@link DayStore#forEach}, each date once. */
    void forEach(Person person, String upstream, String kind, DateRange range, Consumer<RawDay> visitor) {
        forEach(person, upstreams(upstream), kind, range, visitor);
    }

    Optional<Extent> extent(Person person, String upstream, String kind) {
        return store.extent(person, upstreams(upstream), kind);
    }

    /**
     * The source that reads a stored day.
     *
     * @param asked the source of the person's own upstream
     */
    DaySource<?> sourceOf(RawDay raw, DaySource<?> asked) {
        return asked.upstream().equals(raw.key().upstream())
                ? asked
                : sources.of(raw).orElse(asked);
    }

    /** Dates that the first upstream has not told are filled by the next. */
    private void forEach(
            Person person, List<String> upstreams, String kind, DateRange range, Consumer<RawDay> visitor) {
        List<String> others = upstreams.subList(1, upstreams.size());
        if (others.isEmpty()) {
            store.forEach(person, upstreams.get(0), kind, range, visitor);
            return;
        }
        Gap gap = new Gap(range.from());
        store.forEach(person, upstreams.get(0), kind, range, raw -> {
            gap.before(raw.key().date()).ifPresent(dates -> forEach(person, others, kind, dates, visitor));
            visitor.accept(better(raw));
        });
        gap.before(range.to().plusDays(1)).ifPresent(dates -> forEach(person, others, kind, dates, visitor));
    }

    /** The dates that have been passed over. */
    private static final class Gap {

        private LocalDate next;

        Gap(LocalDate from) {
            this.next = from;
        }

        /** Those before a date, which itself is not passed over. */
        Optional<DateRange> before(LocalDate date) {
            LocalDate from = next;
            next = date.plusDays(1);
            return from.isBefore(date) ? Optional.of(new DateRange(from, date.minusDays(1))) : Optional.empty();
        }
    }

    private RawDay better(RawDay told) {
        if (hasFigures(told)) {
            return told;
        }
        return versions(told.key())
                .filter(this::hasFigures)
                .findFirst()
                .map(version -> checked(version, told.fetchedAt()))
                .orElse(told);
    }

    /**
     * An import is as fresh as the answer of the cloud that had nothing more to tell: nothing else renews it, so the cloud
     * would be asked each time the day is read.
     */
    private RawDay checked(RawDay version, Instant at) {
        return sources.archives().contains(version.key().upstream()) && at.isAfter(version.fetchedAt())
                ? new RawDay(version.key(), at, version.zone(), version.deviceSyncedAt(), version.parts())
                : version;
    }

    private @Nullable RawDay toldElsewhere(DayKey key) {
        List<RawDay> versions = versions(key).toList();
        return versions.stream()
                .filter(this::hasFigures)
                .findFirst()
                .orElse(versions.isEmpty() ? null : versions.get(0));
    }

    /** What others have told of a day. */
    private Stream<RawDay> versions(DayKey key) {
        return sources.others(key.upstream()).stream()
                .map(other -> store.find(new DayKey(key.person(), other, key.kind(), key.date()))
                        .orElse(null))
                .filter(Objects::nonNull);
    }

    private boolean hasFigures(RawDay raw) {
        try {
            return sources.of(raw).map(source -> source.clean(raw).hasFigures()).orElse(false);
        } catch (UpstreamException unreadable) {
            return false;
        }
    }

    private List<String> upstreams(String asked) {
        List<String> upstreams = new ArrayList<>(List.of(asked));
        upstreams.addAll(sources.others(asked));
        return upstreams;
    }
}
