package io.github.fitbitproxy.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fitbitproxy.cache.SharedFlights;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.FakeTokenEndpoint.Fault;
import io.github.fitbitproxy.oauth.RefreshFailure.ClientRefused;
import io.github.fitbitproxy.oauth.RefreshFailure.GrantEnded;
import io.github.fitbitproxy.oauth.RefreshFailure.ProviderUnavailable;
import io.github.fitbitproxy.support.InMemoryLeaseStore;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RefreshedTokensTest {

    private static final Instant START = Instant.parse("2026-11-21T09:15:02Z");

    /** Draws the longest pause. */
    private static final RandomGenerator LONGEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    @TempDir
    Path folder;

    private final FakeTokenEndpoint provider = new FakeTokenEndpoint();
    private final InMemorySealedStore store = new InMemorySealedStore();
    private final MovableClock clock = new MovableClock(START.toString());
    private final InMemoryLeaseStore leases = new InMemoryLeaseStore(clock);
    private final ScheduledExecutorService heartbeats = Executors.newSingleThreadScheduledExecutor();
    private Grants grants;
    private RefreshedTokens tokens;

    @BeforeEach
    void start() {
        grants = grants(List.of());
        tokens = tokens(grants);
        grants.save(grant("at-0", START.plusSeconds(30), "rt-0"));
    }

    @AfterEach
    void stop() {
        heartbeats.shutdownNow();
        provider.close();
    }

    @Test
    void asksNobodyWhileTheTokenIsGood() throws RefreshException {
        Grant good = grant("at-0", START.plusSeconds(61), "rt-0");
        assertThat(tokens.current(good)).isEqualTo("at-0");
        assertThat(tokens.current(grant("at-0", null, "rt-0"))).isEqualTo("at-0");
        assertThat(provider.requests).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(OAuth2Provider.ClientAuthentication.class)
    void refreshesATokenThatIsAboutToEnd(OAuth2Provider.ClientAuthentication authentication) throws RefreshException {
        provider.authentication = authentication;
        provider.refreshLifetimeSeconds = 604_799L;
        assertThat(tokens.current(me())).isEqualTo("at-1");
        assertThat(stored())
                .isEqualTo(new OAuth2Tokens(
                        "at-1",
                        START.plusSeconds(3600),
                        "rt-1",
                        START.plusSeconds(604_799),
                        new TreeSet<>(List.of("nights", "steps"))));
        assertThat(tokens.current(me())).isEqualTo("at-1");
        assertThat(provider.refreshes()).isEqualTo(1);
    }

    @Test
    void keepsTheRefreshTokenOfAProviderThatDoesNotReplaceIt() throws RefreshException {
        provider.rotates = false;
        provider.scope = "";
        grants.save(grant("at-0", START, "rt-0", START.plusSeconds(86_400), new TreeSet<>(List.of("nights"))));
        assertThat(tokens.current(me())).isEqualTo("at-1");
        assertThat(stored())
                .isEqualTo(new OAuth2Tokens(
                        "at-1",
                        START.plusSeconds(3600),
                        "rt-0",
                        START.plusSeconds(86_400),
                        new TreeSet<>(List.of("nights"))));
    }

    @Test
    void exchangesOnceForTwoHundredCallersAtOnce() {
        provider.delay = Duration.ofMillis(300);
        assertThat(atOnce(200, List.of(tokens))).containsOnly("at-1").hasSize(200);
        assertThat(provider.refreshes()).isEqualTo(1);
    }

    @Test
    void exchangesOnceForCallersOfThreeReplicas() {
        provider.repeats = false;
        provider.delay = Duration.ofMillis(300);
        List<RefreshedTokens> replicas = List.of(tokens, tokens(grants(List.of())), tokens(grants(List.of())));
        assertThat(atOnce(200, replicas)).containsOnly("at-1").hasSize(200);
        assertThat(provider.refreshes()).isEqualTo(1);
    }

    private List<String> atOnce(int callers, List<RefreshedTokens> replicas) {
        Grant read = me();
        ExecutorService executor = Executors.newFixedThreadPool(callers);
        try {
            List<CompletableFuture<String>> answers = IntStream.range(0, callers)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> current(replicas.get(i % replicas.size()), read), executor))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            executor.shutdownNow();
        }
    }

    private static String current(RefreshedTokens tokens, Grant grant) {
        try {
            return tokens.current(grant);
        } catch (RefreshException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refreshesARefusedTokenWhateverTheClockSays() throws RefreshException {
        grants.save(grant("at-0", START.plusSeconds(3600), "rt-0"));
        assertThat(tokens.after(me(), "at-0")).isEqualTo("at-1");
        assertThat(tokens.after(grant("at-0", START.plusSeconds(3600), "rt-0"), "at-0"))
                .as("somebody has refreshed since")
                .isEqualTo("at-1");
        assertThat(provider.refreshes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:10Z", "2028-11-21T09:15:02Z"})
    void outlivesAnAbsurdClock(String absurd) throws RefreshException {
        clock.set(Instant.parse(absurd));
        String token = tokens.after(me(), "at-0");
        assertThat(token).isEqualTo("at-1");
        clock.set(START);
        assertThat(tokens.after(me(), token)).as("the right time again").isEqualTo("at-2");
        assertThat(me().state()).isEqualTo(Grant.State.ALIVE);
        clock.advance(Duration.ofHours(2));
        assertThat(tokens.current(me())).isEqualTo("at-3");
    }

    @Test
    void isNotHeldBackByAPauseOfAnAbsurdClock() throws RefreshException {
        clock.set(START.plus(Duration.ofDays(730)));
        provider.fail(Fault.BAD_GATEWAY);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> tokens.after(me(), "at-0")).isInstanceOf(RefreshException.class);
        }
        provider.fail(Fault.NONE);
        clock.set(START);
        assertThat(tokens.after(me(), "at-0")).isEqualTo("at-1");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "INVALID_GRANT", "INVALID_GRANT_IN_A_LIST"})
    void leavesTheGrantAliveInTrouble(Fault fault) throws RefreshException {
        provider.fail(fault);
        RefreshException trouble = catchThrowableOfType(RefreshException.class, () -> tokens.after(me(), "at-0"));
        assertThat(trouble.failure())
                .isInstanceOf(fault == Fault.INVALID_CLIENT ? ClientRefused.class : ProviderUnavailable.class);
        assertThat(everythingIn(trouble)).doesNotContain("secret-in-body", "rt-0", "at-0");
        assertThat(tokens.current(me())).as("good for thirty seconds more").isEqualTo("at-0");
        assertThat(me().state()).isEqualTo(Grant.State.ALIVE);
        provider.fail(Fault.NONE);
        clock.advance(Duration.ofMinutes(10));
        assertThat(tokens.current(me())).startsWith("at-").isNotEqualTo("at-0");
    }

    private static String everythingIn(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(names = {"INVALID_GRANT", "INVALID_GRANT_IN_A_LIST"})
    void endsTheGrantWhenTheProviderSaysSo(Fault fault) {
        provider.fail(fault);
        Grant read = me();
        for (int minute = 0; minute < 60; minute++) {
            RefreshException ended = catchThrowableOfType(RefreshException.class, () -> tokens.current(read));
            assertThat(ended.failure()).isInstanceOf(GrantEnded.class);
            assertThat(everythingIn(ended)).doesNotContain("secret-in-body", "rt-0");
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(provider.requests).as("asked once in an hour").hasSize(1);
        assertThat(me().state()).isEqualTo(Grant.State.DEAD);
        assertThat(grants(List.of()).find(Person.ME))
                .hasValueSatisfying(grant -> assertThat(grant.state()).isEqualTo(Grant.State.DEAD));
    }

    @Test
    void triesAGrantThatWasConnectedAnew() throws RefreshException {
        provider.fail(Fault.INVALID_GRANT);
        assertThatThrownBy(() -> tokens.current(me())).isInstanceOf(RefreshException.class);
        provider.fail(Fault.NONE);
        clock.advance(Duration.ofMinutes(1));
        grants.save(new Grant(
                Person.ME,
                "example-2",
                FakeTokenEndpoint.CLIENT,
                OAuth2Tokens.ofRefreshToken("rt-0"),
                null,
                clock.instant(),
                Grant.State.ALIVE));
        assertThat(tokens.current(me())).isEqualTo("at-1");
    }

    @Test
    void leavesAProviderInTroubleAlone() {
        provider.fail(Fault.BAD_GATEWAY);
        clock.advance(Duration.ofMinutes(5));
        for (int second = 0; second < 3600; second += 5) {
            assertThatThrownBy(() -> tokens.current(me())).isInstanceOf(RefreshException.class);
            clock.advance(Duration.ofSeconds(5));
        }
        assertThat(provider.refreshes()).isBetween(10L, 30L);
    }

    @Test
    void comesBackWhenTheProviderSays() {
        provider.fail(Fault.BUSY);
        clock.advance(Duration.ofMinutes(5));
        for (int second = 0; second < 90; second++) {
            RefreshException busy = catchThrowableOfType(RefreshException.class, () -> tokens.current(me()));
            assertThat(((ProviderUnavailable) busy.failure()).retryAt()).isEqualTo(START.plus(Duration.ofSeconds(390)));
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(provider.refreshes()).isEqualTo(1);
    }

    @Test
    void survivesAnAnswerThatWasLost() throws RefreshException {
        provider.fail(Fault.LOST_ANSWER);
        assertThatThrownBy(() -> tokens.after(me(), "at-0")).isInstanceOf(RefreshException.class);
        provider.fail(Fault.NONE);
        RefreshedTokens afterTheKill = tokens(grants(List.of()));
        assertThat(afterTheKill.current(me())).isEqualTo("at-1");
        assertThat(stored().refreshToken()).isEqualTo("rt-1");
    }

    @Test
    void spendsNoRefreshTokenThatItCouldNotReplace() throws RefreshException {
        Grant read = me();
        store.setFailing(true);
        assertThat(tokens.current(read)).as("good for thirty seconds more").isEqualTo("at-0");
        assertThatThrownBy(() -> tokens.after(read, "at-0")).isInstanceOf(RefreshException.class);
        assertThat(provider.requests).isEmpty();
        store.setFailing(false);
        clock.advance(Duration.ofMinutes(1));
        assertThat(tokens.current(read)).isEqualTo("at-1");
    }

    @Test
    void spendsNoRefreshTokenWhileTheDiskIsFull() throws RefreshException {
        store.setReadOnly(true);
        assertThat(tokens.current(me())).as("good for thirty seconds more").isEqualTo("at-0");
        assertThatThrownBy(() -> tokens.after(me(), "at-0")).isInstanceOf(RefreshException.class);
        assertThat(provider.requests).isEmpty();
        store.setReadOnly(false);
        assertThat(tokens.current(me())).isEqualTo("at-1");
    }

    @Test
    void keepsTokensInMemoryUntilTheStoreWorksAgain() throws RefreshException {
        Grant read = me();
        provider.repeats = false;
        provider.hold = new CompletableFuture<>();
        CompletableFuture<String> refreshed = CompletableFuture.supplyAsync(() -> current(tokens, read));
        while (provider.requests.isEmpty()) {
            LockSupport.parkNanos(1_000_000);
        }
        store.setFailing(true);
        provider.hold.complete(null);
        assertThat(refreshed.join()).isEqualTo("at-1");
        assertThat(tokens.after(read, "at-0")).as("from memory").isEqualTo("at-1");
        store.setFailing(false);
        assertThat(stored().refreshToken()).isEqualTo("rt-0");
        assertThat(tokens.current(me())).isEqualTo("at-1");
        assertThat(stored().refreshToken()).isEqualTo("rt-1");
        assertThat(provider.refreshes()).isEqualTo(1);
    }

    @Test
    void doesNotTakeAReplacedRefreshTokenForTheEnd() throws RefreshException {
        provider.repeats = false;
        RefreshedTokens other = tokens(grants(List.of()), new InMemoryLeaseStore(clock));
        store.afterNextReplace(() -> current(other, grant("at-0", START, "rt-0")));
        assertThat(tokens.current(grant("at-0", START, "rt-0"))).isEqualTo("at-1");
        assertThat(me().state()).isEqualTo(Grant.State.ALIVE);
    }

    @Test
    void saysThatAGrantCannotBeDecrypted() {
        Grant read = me();
        store.compareAndReplace("grant", "me", 1, new byte[60], START);
        assertThatThrownBy(() -> tokens.current(read)).isInstanceOf(VaultException.class);
        assertThat(provider.requests).isEmpty();
    }

    @Test
    void givesNothingToSomebodyWhoWasDisconnectedMeanwhile() {
        Grant read = me();
        grants.forget(Person.ME);
        assertThatThrownBy(() -> tokens.current(read)).isInstanceOf(RefreshException.class);
        assertThat(provider.requests).isEmpty();
        assertThat(grants.find(Person.ME)).isEmpty();
    }

    @Test
    void remembersWhatFollowsOnAConfiguredGrant() throws RefreshException {
        Grant configured = configured("rt-0");
        assertThat(current(replica(configured), configured)).isEqualTo("at-1");
        Grants restarted = grants(List.of(() -> Optional.of(configured)));
        Grant found = restarted.find(Person.ME).orElseThrow();
        assertThat(((OAuth2Tokens) found.credentials()).refreshToken()).isEqualTo("rt-1");
        assertThat(restarted.all()).containsExactly(found);
        assertThat(tokens(restarted).current(found)).isEqualTo("at-1");
        assertThat(provider.refreshes()).isEqualTo(1);
    }

    @Test
    void startsAfreshWhenTheConfigurationChanges() {
        Grant configured = configured("rt-0");
        assertThat(current(replica(configured), configured)).isEqualTo("at-1");
        Grant changed = configured("rt-1");
        Grants restarted = grants(List.of(() -> Optional.of(changed)));
        assertThat(restarted.find(Person.ME)).contains(changed);
        assertThat(current(tokens(restarted), changed)).isEqualTo("at-2");
        assertThat(store.list("configured")).as("the older one is gone").hasSize(1);
    }

    @Test
    void asksOnceAfterEachStartForAConfiguredGrantThatHasEnded() {
        Grant configured = configured("rt-gone");
        Grants here = grants(List.of(() -> Optional.of(configured)));
        RefreshedTokens replica = tokens(here);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> replica.current(here.find(Person.ME).orElseThrow()))
                    .isInstanceOf(RefreshException.class);
        }
        assertThat(provider.refreshes()).isEqualTo(1);
        assertThat(here.find(Person.ME).orElseThrow().state()).isEqualTo(Grant.State.DEAD);
    }

    private RefreshedTokens replica(Grant configured) {
        return tokens(grants(List.of(() -> Optional.of(configured))));
    }

    private Grant configured(String refreshToken) {
        return new Grant(
                Person.ME,
                "example-2",
                FakeTokenEndpoint.CLIENT,
                OAuth2Tokens.ofRefreshToken(refreshToken),
                null,
                Instant.EPOCH,
                Grant.State.ALIVE);
    }

    private Grants grants(List<ConfiguredGrant> configured) {
        return new Grants(
                store, new Vault(Settings.of(folder), new SecureRandom()), clock, Settings.of(folder), configured);
    }

    private RefreshedTokens tokens(Grants grants) {
        return tokens(grants, leases);
    }

    private RefreshedTokens tokens(Grants grants, InMemoryLeaseStore leases) {
        var settings = Settings.of(Map.of("proxy.data-dir", folder.toString(), "proxy.upstream-timeout", "5S"));
        return new RefreshedTokens(
                grants,
                List.of(provider),
                new OAuth2(new SecureRandom(), settings),
                new SharedFlights(leases, heartbeats, pause -> LockSupport.parkNanos(pause.toNanos())),
                settings,
                clock,
                LONGEST);
    }

    private Grant me() {
        return grants.find(Person.ME).orElseThrow();
    }

    private OAuth2Tokens stored() {
        return (OAuth2Tokens) grants.read(Person.ME).orElseThrow().grant().credentials();
    }

    private static Grant grant(String accessToken, Instant expiresAt, String refreshToken) {
        return grant(accessToken, expiresAt, refreshToken, null, new TreeSet<>());
    }

    private static Grant grant(
            String accessToken,
            Instant expiresAt,
            String refreshToken,
            Instant refreshExpiresAt,
            SortedSet<String> scopes) {
        return new Grant(
                Person.ME,
                "example-2",
                FakeTokenEndpoint.CLIENT,
                new OAuth2Tokens(accessToken, expiresAt, refreshToken, refreshExpiresAt, scopes),
                null,
                START,
                Grant.State.ALIVE);
    }
}
