package io.github.fitbitproxy.day;

import io.github.fitbitproxy.budget.UnknownBudgets;
import io.github.fitbitproxy.cache.LeaseStore;
import io.github.fitbitproxy.cache.SharedFlights;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.upstream.Sources;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;

/** The way to a {@link FakeUpstream}, in one process that shares its store with nobody. */
final class FakeDays {

    private FakeDays() {}

    static UpstreamDays of(FakeUpstream upstream, FakeStore store, ProxyConfig settings, Clock clock) {
        GuardedCalls calls =
                new GuardedCalls(UnknownBudgets.create(clock), person -> Optional.empty(), clock, new Random(1));
        Wearers wearers = new Wearers(
                new Sources(List.of(upstream), List.of(), List.of(upstream)),
                calls,
                new Notes(store, flights(), settings, clock),
                settings,
                clock);
        return new UpstreamDays(wearers, calls, clock, ForkJoinPool.commonPool());
    }

    static SharedFlights flights() {
        ScheduledExecutorService heartbeats = Executors.newSingleThreadScheduledExecutor();
        heartbeats.shutdown();
        return new SharedFlights(new NobodyElse(), heartbeats, pause -> {});
    }

    private static final class NobodyElse implements LeaseStore {

        @Override
        public boolean isShared() {
            return false;
        }

        @Override
        public Optional<Lease> tryAcquire(String name, Duration length) {
            throw new AssertionError("nobody shares this store");
        }
    }
}
