package io.github.fitbitproxy.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.budget.UnknownBudgets;
import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.cache.Answers;
import io.github.fitbitproxy.cache.LeaseStore;
import io.github.fitbitproxy.cache.SharedFlights;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.Settings;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

class DayKeeperTest {

    private static final LeaseStore NOBODY_ELSE = new LeaseStore() {
        @Override
        public Optional<Lease> tryAcquire(String name, Duration length) {
            return Optional.empty();
        }

        @Override
        public boolean isShared() {
            return false;
        }
    };

    private final MovableClock clock = new MovableClock("2026-11-21T09:00:00Z");
    private final FakeUpstream upstream = new FakeUpstream();
    private final FakeStore store = new FakeStore();
    private final Answers answers = new Answers();
    private final DayKeeper keeper = keeper();
    private final LocatedDay today = new LocatedDay(
            new DayKey(Person.ME, "fake", ActivityDay.KIND.name(), LocalDate.of(2026, 11, 21)),
            upstream,
            ZoneOffset.UTC);

    private DayKeeper keeper() {
        ProxyConfig settings = Settings.of(Map.of());
        ScheduledExecutorService heartbeats = Executors.newSingleThreadScheduledExecutor();
        heartbeats.shutdown();
        SharedFlights replicas = new SharedFlights(NOBODY_ELSE, heartbeats, pause -> {});
        GuardedCalls calls =
                new GuardedCalls(UnknownBudgets.create(clock), person -> Optional.empty(), clock, new Random(1));
        Wearers wearers = new Wearers(
                new Sources(List.of(upstream), List.of(), List.of(upstream)),
                calls,
                new Notes(store, replicas, settings, clock),
                settings,
                clock);
        Finisher finisher = new Finisher(
                day -> String.valueOf(((ActivityDay) day).steps()).getBytes(StandardCharsets.UTF_8), settings);
        UpstreamDays days = new UpstreamDays(wearers, calls, clock, ForkJoinPool.commonPool());
        return new DayKeeper(
                store,
                new BestDays(store, new Sources(List.of(), List.of(), List.of())),
                answers,
                finisher,
                days,
                replicas,
                settings);
    }

    @Test
    void goesOnAnsweringFromMemoryWhenTheDiskIsFull() {
        store.writable = false;
        Answer told = keeper.fetch(today, null);
        assertThat(told.body().toString()).isEqualTo("7");
        assertThat(store.days).isEmpty();
        assertThat(answers.get(today.key())).isEqualTo(told);
    }

    @Test
    void remembersNothingOfAPersonWhoWasDeletedWhileTheCloudWasAsked() {
        store.forgotten = true;
        assertThat(keeper.fetch(today, null).body().toString()).isEqualTo("7");
        assertThat(store.days).isEmpty();
        assertThat(answers.get(today.key())).isNull();
    }

    @Test
    void neverLetsADayThatIsStillBeingComputedReplaceWhatWasTold() {
        Answer told = keeper.fetch(today, null);
        clock.advance(Duration.ofMinutes(10));
        upstream.tells = date -> FakeUpstream.PENDING;
        assertThat(keeper.fetch(today, told).body().toString()).isEqualTo("7");
        assertThat(store.days.get(today.key().date()).fetchedAt()).isEqualTo(told.fetchedAt());
    }

    @Test
    void findsAgainWhatItKept() {
        Answer told = keeper.fetch(today, null);
        assertThat(keeper().find(today)).isEqualTo(told);
        assertThat(upstream.asked).hasSize(1);
    }
}
