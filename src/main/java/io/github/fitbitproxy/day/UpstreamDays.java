package io.github.fitbitproxy.day;

import io.github.fitbitproxy.budget.Purpose;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Asks an upstream for days, in one guarded call, and for what has to be known to read the answer. Blocks. */
@ApplicationScoped
class UpstreamDays {

    private final Wearers wearers;
    private final GuardedCalls calls;
    private final Clock clock;
    private final ExecutorService executor;

    UpstreamDays(Wearers wearers, GuardedCalls calls, Clock clock, ExecutorService executor) {
        this.wearers = wearers;
        this.calls = calls;
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * The days of a range, as they came.
     *
     * @param range no longer than {@link DaySource#longestFetchDays}
     * @param purpose for whom, which decides how much of the call budget may be spent
     * @throws UpstreamException if no day can be told
     */
    SortedMap<LocalDate, RawDay> fetch(
            Person person, DaySource<?> source, ZoneId zone, DateRange range, Purpose purpose) {
        return calls.call(person, source.upstream(), purpose, () -> ask(person, source, zone, range));
    }

    private SortedMap<LocalDate, RawDay> ask(Person person, DaySource<?> source, ZoneId zone, DateRange range) {
        Instant fetchedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        CompletableFuture<@Nullable Instant> synced =
                CompletableFuture.supplyAsync(() -> wearers.syncedAt(person, source.upstream(), zone), executor);
        SortedMap<LocalDate, Parts> parts = source.fetch(person, range);
        Instant syncedAt = synced.join();
        SortedMap<LocalDate, RawDay> days = new TreeMap<>();
        parts.forEach((date, told) -> {
            DayKey key = new DayKey(person, source.upstream(), source.kind().name(), date);
            days.put(date, new RawDay(key, fetchedAt, zone, syncedAt, told));
        });
        return days;
    }
}
