package io.github.fitbitproxy.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.Settings;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ConnectingTest {

    private static final Person ANNA = new Person("anna");
    private static final String CALLBACK = "http://pi.local:8080/setup/callback";

    @TempDir
    Path folder;

    private final FakeProvider provider = new FakeProvider();
    private final InMemorySealedStore store = new InMemorySealedStore();
    private final MovableClock clock = new MovableClock("2026-11-21T09:15:02.5Z");
    private Vault vault;
    private Grants grants;
    private Connecting connecting;

    @BeforeEach
    void start() {
        vault = new Vault(Settings.of(folder), new SecureRandom());
        grants = grants(List.of());
        connecting = connecting(grants, "5S");
        // The provider's Date header shows the real time, which must not matter here.
        provider.setDate(clock.instant());
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void connectsByRedirect() throws ConnectingException {
        Connecting.Begun begun = begin(connecting, Person.ME, "example", null, CALLBACK);
        assertThat(begun.redirectUri()).isEqualTo(CALLBACK);
        assertThat(begun.expiresAt()).isEqualTo("2026-11-21T09:25:02Z");
        assertThat(provider.callback).isEqualTo(CALLBACK);
        assertThat(begun.consentUrl()).hasToString(provider.authorizeUrl() + "?oauth_token=tt-1");
        Grant grant = callback(connecting, "tt-1", provider.consent("tt-1"), null);
        assertThat(grant)
                .isEqualTo(new Grant(
                        Person.ME,
                        "example",
                        FakeProvider.CLIENT,
                        new TokenCredentials("at-1", "as-1"),
                        "9XYZ12",
                        clock.instant(),
                        Grant.State.ALIVE));
        assertThat(grants.find(Person.ME)).contains(grant);
        assertThat(store.list("connecting")).isEmpty();
    }

    @Test
    void connectsWithoutARedirect() throws ConnectingException {
        Connecting.Begun begun = begin(connecting, ANNA, "example", FakeProvider.CLIENT, null);
        assertThat(begun.redirectUri()).isEqualTo("oob");
        assertThat(provider.callback).isEqualTo("oob");
        connecting.finish(provider.consent("tt-1"));
        assertThat(grants.find(ANNA)).isPresent();
    }

    @Test
    void finishesAfterARestart() throws ConnectingException {
        begin(connecting, Person.ME, "example", null, CALLBACK);
        connecting(grants, "5S").finish(CALLBACK + "?oauth_token=tt-1&oauth_verifier=" + provider.consent("tt-1"));
        assertThat(grants.find(Person.ME)).isPresent();
    }

    @Test
    void replacesTheOlderGrant() throws ConnectingException {
        begin(connecting, Person.ME, "example", null, null);
        grants.markDead(connecting.finish(provider.consent("tt-1")));
        begin(connecting, Person.ME, "example", null, null);
        Grant second = connecting.finish(provider.consent("tt-2"));
        assertThat(grants.all()).containsExactly(second);
        assertThat(second.state()).isEqualTo(Grant.State.ALIVE);
    }

    @Test
    void keepsNothingInTheClearWhileItWaits() throws ConnectingException {
        begin(connecting, Person.ME, "example", null, CALLBACK);
        assertThat(store.list("connecting")).singleElement().satisfies(entry -> {
            assertThat(entry.name()).matches("[0-9a-f]{64}");
            assertThat(new String(entry.sealed(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("tt-1", "ts-1", "client");
        });
    }

    @Test
    void finishesOnceOnly() throws ConnectingException {
        begin(connecting, Person.ME, "example", null, CALLBACK);
        String verifier = provider.consent("tt-1");
        callback(connecting, "tt-1", verifier, null);
        fails(ConnectingFailure.ConnectionUnknown.class, () -> callback(connecting, "tt-1", verifier, null));
        fails(ConnectingFailure.ConnectionUnknown.class, () -> connecting.finish(verifier));
        assertThat(provider.exchanges).hasValue(1);
    }

    @Test
    void exchangesOnceWhenManyCallbacksComeAtOnce() throws ConnectingException {
        begin(connecting, Person.ME, "example", null, CALLBACK);
        String verifier = provider.consent("tt-1");
        long connected = IntStream.range(0, 8)
                .parallel()
                .filter(i -> {
                    try {
                        callback(connecting, "tt-1", verifier, null);
                        return true;
                    } catch (ConnectingException e) {
                        assertThat(e.failure()).isInstanceOf(ConnectingFailure.ConnectionUnknown.class);
                        return false;
                    }
                })
                .count();
        assertThat(connected).isEqualTo(1);
        assertThat(provider.exchanges).hasValue(1);
    }

    @Test
    void waitsTenMinutesAndThenForgets() throws ConnectingException {
        begin(connecting, Person.ME, "example", null, CALLBACK);
        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(connecting.waiting()).containsExactly(new Connecting.Waiting(Person.ME, "example"));
        clock.advance(Duration.ofSeconds(1));
        assertThat(connecting.waiting()).isEmpty();
        String verifier = provider.consent("tt-1");
        fails(ConnectingFailure.ConnectionUnknown.class, () -> callback(connecting, "tt-1", verifier, null));
        clock.advance(Duration.ofSeconds(1));
        begin(connecting, ANNA, "example", null, CALLBACK);
        assertThat(store.list("connecting")).hasSize(1);
    }

    @Test
    void asksWhichConnectionAVerifierBelongsTo() throws ConnectingException {
        begin(connecting, Person.ME, "example", null, null);
        begin(connecting, ANNA, "example", null, null);
        String verifier = provider.consent("tt-2");
        assertThat(fails(ConnectingFailure.BadRequest.class, () -> connecting.finish(verifier)))
                .contains("2 connections are waiting");
        assertThat(connecting
                        .finish("oauth_token=tt-2&oauth_verifier=" + verifier)
                        .person())
                .isEqualTo(ANNA);
        assertThat(connecting.finish(provider.consent("tt-1")).person()).isEqualTo(Person.ME);
    }

    @Test
    void letsAMistypedVerifierBeCorrected() throws ConnectingException {
        begin(connecting, Person.ME, "example", null, null);
        String verifier = provider.consent("tt-1");
        assertThat(fails(ConnectingFailure.VerifierRefused.class, () -> connecting.finish("vf-wrong")))
                .contains("verifier");
        connecting.finish(verifier);
        assertThat(grants.find(Person.ME)).isPresent();
    }

    @Test
    void takesNoVerifierForRefusedConsent() throws ConnectingException {
        begin(connecting, Person.ME, "example", null, CALLBACK);
        fails(ConnectingFailure.ConsentRefused.class, () -> callback(connecting, "tt-1", null, null));
        fails(ConnectingFailure.ConsentRefused.class, () -> callback(connecting, null, null, "tt-1"));
        fails(ConnectingFailure.ConsentRefused.class, () -> callback(connecting, null, null, null));
        fails(ConnectingFailure.ConsentRefused.class, () -> connecting.finish(CALLBACK));
        fails(ConnectingFailure.BadRequest.class, () -> callback(connecting, null, "vf", null));
        fails(ConnectingFailure.BadRequest.class, () -> connecting.finish("two words"));
        assertThat(provider.exchanges).hasValue(0);
    }

    @Test
    void knowsNoForgedToken() throws ConnectingException {
        begin(connecting, Person.ME, "example", null, CALLBACK);
        fails(ConnectingFailure.ConnectionUnknown.class, () -> callback(connecting, "tt-9", "vf", null));
        fails(ConnectingFailure.ConnectionUnknown.class, () -> callback(connecting, "tt-9", null, null));
        assertThat(provider.exchanges).hasValue(0);
    }

    @Test
    void namesWhatIsKnownOfUpstreams() {
        assertThat(fails(ConnectingFailure.UnknownUpstream.class, () -> begin(connecting, Person.ME, "x", null, null)))
                .contains("[example]");
    }

    @Test
    void namesTheSettingsOfAClientThatIsNotThere() {
        provider.configure(null);
        assertThat(fails(ConnectingFailure.BadRequest.class, () -> begin(connecting, Person.ME, "example", null, null)))
                .contains("example.client-id", "example.client-secret", "clientId", "clientSecret");
    }

    @Test
    void namesTheSettingThatConnectsAPersonAlready() {
        Grant configured = new Grant(
                Person.ME,
                "example",
                FakeProvider.CLIENT,
                new TokenCredentials("at", "as"),
                null,
                Instant.EPOCH,
                Grant.State.ALIVE);
        Connecting other = connecting(grants(List.of(() -> Optional.of(configured))), "5S");
        assertThat(fails(ConnectingFailure.Configured.class, () -> begin(other, Person.ME, "example", null, null)))
                .contains("example.token");
    }

    @Test
    void refusesRedirectAddressesThatNoBrowserComesBackTo() {
        for (String redirect :
                List.of("pi.local", "/setup", "javascript:alert(1)", "http:///x", "http://a/#b", "http://a b")) {
            fails(ConnectingFailure.BadRequest.class, () -> begin(connecting, Person.ME, "example", null, redirect));
        }
        fails(
                ConnectingFailure.BadRequest.class,
                () -> begin(connecting, Person.ME, "example", null, "http://a/" + "x".repeat(2000)));
    }

    @Test
    void saysThatTheClientIsRefused() {
        ClientCredentials wrong = new ClientCredentials(FakeProvider.CLIENT.id(), "wrong-secret");
        assertThat(fails(
                        ConnectingFailure.ClientRefused.class,
                        () -> begin(connecting, Person.ME, "example", wrong, null)))
                .contains("example.client-id", "example.client-secret", "401")
                .doesNotContain("wrong-secret");
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeProvider.Fault.class,
            names = {
                "NOT_FOUND",
                "TOO_MANY",
                "BROKEN",
                "HTML",
                "GARBAGE",
                "TWO_TOKENS",
                "NOT_CONFIRMED",
                "REDIRECT",
                "HANG_UP",
                "HUGE"
            })
    void saysThatTheProviderIsUnavailable(FakeProvider.Fault fault) {
        provider.fail(fault);
        fails(
                ConnectingFailure.ProviderUnavailable.class,
                () -> begin(connecting, Person.ME, "example", null, CALLBACK));
        assertThat(store.list("connecting")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeProvider.Fault.class,
            names = {"HANG", "HANG_IN_BODY"})
    void givesUpOnASlowProvider(FakeProvider.Fault fault) {
        provider.fail(fault);
        Connecting impatient = connecting(grants, "0.2S");
        fails(
                ConnectingFailure.ProviderUnavailable.class,
                () -> begin(impatient, Person.ME, "example", null, CALLBACK));
    }

    @Test
    void saysThatNobodyAnswers() {
        provider.close();
        fails(
                ConnectingFailure.ProviderUnavailable.class,
                () -> begin(connecting, Person.ME, "example", null, CALLBACK));
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeProvider.Fault.class,
            names = {"TOO_MANY", "BROKEN", "HTML", "GARBAGE", "HANG_UP"})
    void canBeFinishedOnceTheProviderIsBack(FakeProvider.Fault fault) throws ConnectingException {
        begin(connecting, Person.ME, "example", null, CALLBACK);
        String verifier = provider.consent("tt-1");
        provider.fail(fault);
        fails(ConnectingFailure.ProviderUnavailable.class, () -> callback(connecting, "tt-1", verifier, null));
        assertThat(grants.find(Person.ME)).isEmpty();
        provider.fail(FakeProvider.Fault.NONE);
        callback(connecting, "tt-1", verifier, null);
        assertThat(grants.find(Person.ME)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeProvider.Fault.class,
            names = {"TIMESTAMP", "OLD_DATE"})
    void saysThatTheClockIsOff(FakeProvider.Fault fault) throws ConnectingException {
        provider.fail(fault);
        assertThat(fails(ConnectingFailure.ClockOff.class, () -> begin(connecting, Person.ME, "example", null, null)))
                .contains("2026-11-21T09:15:02");
        provider.fail(FakeProvider.Fault.NONE);
        begin(connecting, Person.ME, "example", null, null);
        provider.fail(fault);
        fails(ConnectingFailure.ClockOff.class, () -> callback(connecting, "tt-1", "vf", null));
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeProvider.Fault.class,
            names = {"UNAUTHORISED", "FORBIDDEN"})
    void tellsARefusedClientFromARefusedVerifier(FakeProvider.Fault fault) throws ConnectingException {
        begin(connecting, Person.ME, "example", null, null);
        provider.fail(fault);
        fails(ConnectingFailure.ClientRefused.class, () -> begin(connecting, ANNA, "example", null, null));
        fails(ConnectingFailure.VerifierRefused.class, () -> callback(connecting, "tt-1", "vf", null));
    }

    @Test
    void tellsNobodyOfAGrantThatCouldNotBeKept() throws ConnectingException {
        begin(connecting, Person.ME, "example", null, CALLBACK);
        String verifier = provider.consent("tt-1");
        store.setFailing(true);
        assertThatThrownBy(() -> callback(connecting, "tt-1", verifier, null)).isInstanceOf(UncheckedIOException.class);
        store.setFailing(false);
        assertThat(grants.find(Person.ME)).isEmpty();
        callback(connecting, "tt-1", verifier, null);
        assertThat(grants.find(Person.ME)).isPresent();
    }

    /** Runs it, and tells the reason after making sure that no secret stands in it, nor in any cause. */
    private static String fails(Class<? extends ConnectingFailure> kind, ThrowingCallable call) {
        ConnectingException thrown = catchThrowableOfType(ConnectingException.class, call);
        assertThat(thrown).as("%s", kind).isNotNull();
        assertThat(thrown.failure()).isInstanceOf(kind);
        assertThat(thrown.getCause()).isNull();
        assertThat(thrown.getMessage())
                .isEqualTo(thrown.failure().reason())
                .endsWith(".")
                .doesNotContain("secret-in-body", FakeProvider.CLIENT.secret(), "tt-1", "ts-1", "at-1", "as-1", "vf-");
        return thrown.failure().reason();
    }

    private Grants grants(List<ConfiguredGrant> configured) {
        return new Grants(store, vault, clock, Settings.of(folder), configured);
    }

    private Connecting connecting(Grants grants, String timeout) {
        OAuth1 oauth1 = new OAuth1(
                clock,
                new SecureRandom(),
                Settings.of(Map.of("proxy.data-dir", folder.toString(), "proxy.upstream-timeout", timeout)));
        OAuth2 oauth2 = new OAuth2(new SecureRandom(), Settings.of(folder));
        ConsentFlows flows = new ConsentFlows(List.of(provider), List.of(), oauth1, oauth2, clock);
        return new Connecting(flows, new ConfiguredConnections(grants, flows), grants, store, vault, clock);
    }

    private static Connecting.Begun begin(
            Connecting connecting, Person person, String upstream, ClientCredentials client, String redirectUri)
            throws ConnectingException {
        return connecting.begin(new Connecting.Wish(
                person,
                upstream,
                null,
                client == null ? null : client.id(),
                client == null ? null : client.secret(),
                redirectUri == null ? "oob" : redirectUri,
                CALLBACK));
    }

    private static Grant callback(Connecting connecting, String token, String verifier, String denied)
            throws ConnectingException {
        Map<String, List<String>> query = new HashMap<>();
        query.put("oauth_token", token == null ? List.of() : List.of(token));
        query.put("oauth_verifier", verifier == null ? List.of() : List.of(verifier));
        query.put("denied", denied == null ? List.of() : List.of(denied));
        return connecting.callback(query);
    }
}
