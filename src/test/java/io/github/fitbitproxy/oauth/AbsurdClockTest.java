package io.github.fitbitproxy.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.cache.SharedFlights;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.InMemoryLeaseStore;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever the clock of a small board does, a grant lives, and each refused token is followed by a good one. */
class AbsurdClockTest {

    private static final Instant START = Instant.parse("2026-11-21T09:15:02Z");

    /** What happens to somebody: the clock jumps, then a call is made whose token may be refused. */
    record Step(Instant clock, boolean refused) {}

    @Provide
    Arbitrary<List<Step>> lives() {
        Arbitrary<Instant> clocks = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 1_000_000).map(Instant::ofEpochSecond),
                Arbitraries.longs().between(-7200, 7200).map(START::plusSeconds),
                Arbitraries.longs().between(0, 100_000_000).map(START::plusSeconds));
        return clocks.flatMap(clock -> Arbitraries.of(true, false).map(refused -> new Step(clock, refused)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void outlivesAnyClock(@ForAll("lives") List<Step> life) throws IOException, RefreshException {
        Path folder = Files.createTempDirectory("absurd-clock");
        MovableClock clock = new MovableClock(START);
        ScheduledExecutorService heartbeats = Executors.newSingleThreadScheduledExecutor();
        try (FakeTokenEndpoint provider = new FakeTokenEndpoint()) {
            Grants grants = new Grants(
                    new InMemorySealedStore(),
                    new Vault(Settings.of(folder), new SecureRandom()),
                    clock,
                    Settings.of(folder),
                    List.of());
            grants.save(new Grant(
                    Person.ME,
                    "example-2",
                    FakeTokenEndpoint.CLIENT,
                    OAuth2Tokens.ofRefreshToken("rt-0"),
                    null,
                    START,
                    Grant.State.ALIVE));
            RefreshedTokens tokens = new RefreshedTokens(
                    grants,
                    List.of(provider),
                    new OAuth2(new SecureRandom(), Settings.of(folder)),
                    // The leases are the store's, on its own clock.
                    new SharedFlights(new InMemoryLeaseStore(Clock.systemUTC()), heartbeats, pause -> {}),
                    Settings.of(folder),
                    clock,
                    new Random(1));
            for (Step step : life) {
                clock.set(step.clock);
                String token = tokens.current(me(grants));
                if (step.refused) {
                    assertThat(tokens.after(me(grants), token)).isNotEqualTo(token);
                }
                assertThat(me(grants).state()).isEqualTo(Grant.State.ALIVE);
                assertThat(((OAuth2Tokens) me(grants).credentials()).refreshToken())
                        .isEqualTo(provider.goodRefreshToken());
            }
        } finally {
            heartbeats.shutdownNow();
        }
    }

    private static Grant me(Grants grants) {
        return grants.find(Person.ME).orElseThrow();
    }
}
