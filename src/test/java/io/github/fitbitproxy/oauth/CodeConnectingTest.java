package io.github.fitbitproxy.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.FakeTokenEndpoint.Fault;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Connecting with OAuth 2.0. */
@Timeout(60)
class CodeConnectingTest {

    private static final Person ANNA = new Person("anna");
    private static final String CALLBACK = "https://pi.example.org/setup/callback";

    @TempDir
    Path folder;

    private final FakeTokenEndpoint provider = new FakeTokenEndpoint();
    private final FakeProvider signedProvider = new FakeProvider();
    private final InMemorySealedStore store = new InMemorySealedStore();
    private final MovableClock clock = new MovableClock("2026-11-21T09:15:02.5Z");
    private Vault vault;
    private Grants grants;
    private Connecting connecting;

    @BeforeEach
    void start() {
        vault = new Vault(Settings.of(folder), new SecureRandom());
        grants = grants(List.of());
        connecting = connecting(grants);
        signedProvider.setDate(clock.instant());
    }

    @AfterEach
    void stop() {
        provider.close();
        signedProvider.close();
    }

    @Test
    void asksForConsentWithStateAndChallenge() throws ConnectingException {
        Connecting.Begun begun = begin(Person.ME, null);
        Map<String, String> query = FakeTokenEndpoint.form(begun.consentUrl().getRawQuery());
        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "example-app-2")
                .containsEntry("redirect_uri", CALLBACK)
                .containsEntry("scope", "nights steps")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("access_type", "offline")
                .hasSize(8);
        assertThat(query.get("state")).hasSize(43);
        assertThat(query.get("code_challenge")).hasSize(43).isNotEqualTo(query.get("state"));
        assertThat(state(begin(Person.ME, null))).isNotEqualTo(query.get("state"));
        assertThat(begun.expiresAt()).isEqualTo(Instant.parse("2026-11-21T09:25:02Z"));
        assertThat(store.list("connecting"))
                .allSatisfy(entry -> assertThat(new String(entry.sealed(), StandardCharsets.ISO_8859_1))
                        .doesNotContain(query.get("state"), "client secret"));
    }

    @ParameterizedTest
    @EnumSource(OAuth2Provider.ClientAuthentication.class)
    void connectsByRedirect(OAuth2Provider.ClientAuthentication authentication) throws ConnectingException {
        provider.authentication = authentication;
        provider.refreshLifetimeSeconds = 604_799L;
        Connecting.Begun begun = begin(Person.ME, null);
        String code = provider.consent(begun.consentUrl());
        Grant grant =
                callback(Map.of("state", List.of(state(begun)), "code", List.of(code), "scope", List.of("nights")));
        Instant now = Instant.parse("2026-11-21T09:15:02Z");
        assertThat(grant)
                .isEqualTo(new Grant(
                        Person.ME,
                        "example-2",
                        FakeTokenEndpoint.CLIENT,
                        new OAuth2Tokens(
                                "at-2",
                                now.plusSeconds(3600),
                                "rt-2",
                                now.plusSeconds(604_799),
                                new TreeSet<>(List.of("nights", "steps"))),
                        "9XYZ12",
                        clock.instant(),
                        Grant.State.ALIVE));
        assertThat(grants.find(Person.ME)).contains(grant);
        assertThat(connecting.waiting()).isEmpty();
    }

    @Test
    void connectsByPasting() throws ConnectingException {
        Connecting.Begun begun = begin(Person.ME, null);
        String code = provider.consent(begun.consentUrl());
        assertThat(connecting
                        .finish(CALLBACK + "?state=" + state(begun) + "&code=" + code + "#_=_")
                        .person())
                .isEqualTo(Person.ME);
        Connecting.Begun another = begin(ANNA, null);
        assertThat(connecting.finish(provider.consent(another.consentUrl())).person())
                .isEqualTo(ANNA);
    }

    @Test
    void tellsThatACodeAloneIsNotEnoughForTwo() throws ConnectingException {
        Connecting.Begun first = begin(Person.ME, null);
        Connecting.Begun second = begin(ANNA, null);
        String code = provider.consent(second.consentUrl());
        assertThat(fails(ConnectingFailure.BadRequest.class, () -> connecting.finish(code)))
                .contains("2 connections are waiting");
        assertThat(connecting.finish("code=" + code + "&state=" + state(second)).person())
                .isEqualTo(ANNA);
        assertThat(connecting.finish(provider.consent(first.consentUrl())).person())
                .isEqualTo(Person.ME);
    }

    @Test
    void refusesForgedReplayedAndExpiredStates() throws ConnectingException {
        Connecting.Begun begun = begin(Person.ME, null);
        String code = provider.consent(begun.consentUrl());
        Map<String, List<String>> honest = Map.of("state", List.of(state(begun)), "code", List.of(code));
        fails(
                ConnectingFailure.ConnectionUnknown.class,
                () -> callback(Map.of("state", List.of("forged"), "code", List.of(code))));
        fails(ConnectingFailure.BadRequest.class, () -> callback(Map.of("code", List.of(code))));
        fails(
                ConnectingFailure.BadRequest.class,
                () -> callback(Map.of("state", List.of(state(begun), "forged"), "code", List.of(code))));
        fails(
                ConnectingFailure.ConnectionUnknown.class,
                () -> callback(Map.of("state", List.of("forged"), "error", List.of("access_denied"))));
        assertThat(provider.requests).isEmpty();
        callback(honest);
        fails(ConnectingFailure.ConnectionUnknown.class, () -> callback(honest));
        Connecting.Begun late = begin(Person.ME, null);
        clock.advance(Duration.ofMinutes(10));
        fails(
                ConnectingFailure.ConnectionUnknown.class,
                () -> callback(
                        Map.of("state", List.of(state(late)), "code", List.of(provider.consent(late.consentUrl())))));
    }

    @Test
    void finishesOnceHoweverManyCome() throws ConnectingException {
        Connecting.Begun begun = begin(Person.ME, null);
        String pasted = "state=" + state(begun) + "&code=" + provider.consent(begun.consentUrl());
        provider.delay = Duration.ofMillis(100);
        AtomicInteger connected = new AtomicInteger();
        IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    try {
                        connecting.finish(pasted);
                        connected.incrementAndGet();
                    } catch (ConnectingException e) {
                        assertThat(e.failure()).isInstanceOf(ConnectingFailure.ConnectionUnknown.class);
                    }
                }))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(connected).hasValue(1);
        assertThat(provider.requests).hasSize(1);
    }

    @Test
    void letsThePersonTryAgainAfterARefusal() throws ConnectingException {
        Connecting.Begun begun = begin(Person.ME, null);
        String state = state(begun);
        fails(
                ConnectingFailure.ConsentRefused.class,
                () -> callback(Map.of("state", List.of(state), "error", List.of("access_denied"))));
        assertThat(fails(
                        ConnectingFailure.VerifierRefused.class,
                        () -> connecting.finish("state=" + state + "&code=mistyped")))
                .contains("code");
        assertThat(connecting
                        .finish("state=" + state + "&code=" + provider.consent(begun.consentUrl()))
                        .state())
                .isEqualTo(Grant.State.ALIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_CLIENT, ClientRefused",
        "BAD_GATEWAY, ProviderUnavailable",
        "HTML, ProviderUnavailable",
        "HTML_401, ProviderUnavailable",
        "GARBAGE, ProviderUnavailable",
        "NO_ACCESS_TOKEN, ProviderUnavailable",
        "CONTROL_CHARACTERS, ProviderUnavailable",
        "REDIRECT, ProviderUnavailable",
        "HANG, ProviderUnavailable",
        "HANG_UP, ProviderUnavailable",
        "HUGE, ProviderUnavailable"
    })
    void tellsTroubleInWordsAndGoesOnAfterwards(Fault fault, String failure) throws ConnectingException {
        Connecting.Begun begun = begin(Person.ME, null);
        String pasted = "state=" + state(begun) + "&code=" + provider.consent(begun.consentUrl());
        provider.fail(fault);
        ConnectingException trouble = catchThrowableOfType(ConnectingException.class, () -> connecting.finish(pasted));
        assertThat(trouble.failure().getClass().getSimpleName()).isEqualTo(failure);
        StringWriter text = new StringWriter();
        trouble.printStackTrace(new PrintWriter(text));
        assertThat(text.toString()).doesNotContain("secret-in-body", state(begun), "code-1");
        provider.fail(Fault.NONE);
        assertThat(connecting.finish(pasted).person()).isEqualTo(Person.ME);
    }

    @Test
    void letsThePersonTryAgainAfterAKill() throws ConnectingException {
        Connecting.Begun begun = begin(Person.ME, null);
        String pasted = "state=" + state(begun) + "&code=" + provider.consent(begun.consentUrl());
        Grants killed = new Grants(store, vault, clock, Settings.of(folder), List.of()) {
            @Override
            public void save(Grant grant) {
                throw new IllegalStateException("killed before it could write");
            }
        };
        assertThatThrownBy(() -> connecting(killed).finish(pasted)).isInstanceOf(IllegalStateException.class);
        fails(ConnectingFailure.ConnectionUnknown.class, () -> connecting.finish(pasted));
        clock.advance(Duration.ofMinutes(1));
        assertThat(connecting
                        .finish("state=" + state(begun) + "&code=" + provider.consent(begun.consentUrl()))
                        .person())
                .as("with a new code, from the same consent page")
                .isEqualTo(Person.ME);
    }

    @Test
    void refusesAGrantThatWouldEndWithinHours() throws ConnectingException {
        Connecting.Begun begun = begin(Person.ME, null);
        provider.upstream = "example-2";
        String code = provider.consent(begun.consentUrl());
        provider.withoutRefreshToken = true;
        assertThat(fails(ConnectingFailure.VerifierRefused.class, () -> connecting.finish(code)))
                .contains("refresh token");
        assertThat(grants.find(Person.ME)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://192.168.1.20:8080/setup/callback, http://localhost:8080/setup/callback",
        "http://raspberrypi.local:8080/setup/callback, http://localhost:8080/setup/callback",
        "http://localhost:9090/setup/callback, http://localhost:9090/setup/callback",
        "http://127.0.0.1:8080/setup/callback, http://127.0.0.1:8080/setup/callback",
        "http://[::1]:8080/setup/callback, http://[::1]:8080/setup/callback",
        "https://pi.tailnet.ts.net/setup/callback, https://pi.tailnet.ts.net/setup/callback"
    })
    void comesBackToWhatProvidersAccept(String callback, String redirectUri) throws ConnectingException {
        Connecting.Begun begun =
                connecting.begin(new Connecting.Wish(Person.ME, "example-2", null, null, null, null, callback));
        assertThat(begun.redirectUri()).isEqualTo(redirectUri);
        assertThat(connecting.finish(provider.consent(begun.consentUrl())).person())
                .isEqualTo(Person.ME);
    }

    @Test
    void hasNoOutOfBandWay() {
        fails(ConnectingFailure.BadRequest.class, () -> begin(Person.ME, "oob"));
    }

    @Test
    void takesTheWayThatIsAskedFor() throws ConnectingException {
        provider.upstream = "example";
        assertThat(connecting.begin(wish("example", null)).consentUrl().getPath())
                .isEqualTo("/authorize");
        assertThat(begun("example", null)).contains("code_challenge");
        assertThat(begun("example", Auth.OAUTH2)).contains("code_challenge");
        assertThat(begun("example", Auth.OAUTH1)).startsWith("oauth_token=");
        provider.isDefault = false;
        assertThat(begun("example", null)).startsWith("oauth_token=");
        assertThat(begun("example", Auth.OAUTH2)).contains("code_challenge");
        provider.upstream = "example-2";
        assertThat(begun("example-2", null)).as("its only way").contains("code_challenge");
        assertThat(fails(ConnectingFailure.BadRequest.class, () -> begun("example-2", Auth.OAUTH1)))
                .contains("oauth1");
    }

    private String begun(String upstream, Auth auth) throws ConnectingException {
        return connecting.begin(wish(upstream, auth)).consentUrl().getQuery();
    }

    @Test
    void neverBlanksCredentialsThatAreKnown() throws ConnectingException {
        connect(new Connecting.Wish(ANNA, "example-2", null, "example-app-2", "client secret/2", null, CALLBACK));
        provider.configured = Optional.empty();
        assertThat(connect(new Connecting.Wish(ANNA, "example-2", null, null, null, null, CALLBACK)))
                .as("both as before")
                .isEqualTo(FakeTokenEndpoint.CLIENT);
        assertThat(connect(new Connecting.Wish(ANNA, "example-2", null, "example-app-2", null, null, CALLBACK)))
                .as("the secret as before")
                .isEqualTo(FakeTokenEndpoint.CLIENT);
        fails(
                ConnectingFailure.BadRequest.class,
                () -> connecting.begin(
                        new Connecting.Wish(ANNA, "example-2", null, null, "client secret/2", null, CALLBACK)));
        fails(
                ConnectingFailure.BadRequest.class,
                () -> connecting.begin(
                        new Connecting.Wish(ANNA, "example-2", null, "another-app", null, null, CALLBACK)));
        fails(ConnectingFailure.BadRequest.class, () -> begin(Person.ME, null));
    }

    private ClientCredentials connect(Connecting.Wish wish) throws ConnectingException {
        return connecting
                .finish(provider.consent(connecting.begin(wish).consentUrl()))
                .client();
    }

    @Test
    void namesTheScopesThatWereLeftOut() throws ConnectingException {
        GrantedScopes scopes = new GrantedScopes(List.of(provider));
        provider.scope = "steps";
        Grant partial =
                connecting.finish(provider.consent(begin(Person.ME, null).consentUrl()));
        assertThat(scopes.missing(partial)).containsExactly("sleep");
        provider.scope = "steps nights";
        assertThat(scopes.missing(connecting.finish(
                        provider.consent(begin(Person.ME, null).consentUrl()))))
                .isEmpty();
        provider.scope = "";
        assertThat(scopes.missing(connecting.finish(
                        provider.consent(begin(Person.ME, null).consentUrl()))))
                .as("it did not say")
                .isEmpty();
    }

    @Test
    void revokesBeforeItForgets() throws ConnectingException {
        connecting.finish(provider.consent(begin(Person.ME, null).consentUrl()));
        Disconnecting.Disconnected disconnected =
                disconnecting().disconnect(Person.ME).orElseThrow();
        assertThat(disconnected.revoked()).isTrue();
        assertThat(provider.goodRefreshToken()).isEmpty();
        assertThat(provider.requests).containsExactly("authorization_code", "revoke");
        assertThat(grants.find(Person.ME)).isEmpty();
        assertThat(disconnecting().disconnect(Person.ME)).isEmpty();
    }

    @Test
    void revokesAndForgetsWhatFollowedOnAGrantThatLeftTheConfiguration() throws ConnectingException {
        Grant configured = new Grant(
                Person.ME,
                "example-2",
                FakeTokenEndpoint.CLIENT,
                OAuth2Tokens.ofRefreshToken("rt-0"),
                null,
                Instant.EPOCH,
                Grant.State.ALIVE);
        Grants before = grants(List.of(() -> Optional.of(configured)));
        before.replace(
                before.read(Person.ME).orElseThrow(),
                configured.withCredentials(new OAuth2Tokens("at-1", null, "rt-0", null, new TreeSet<>())));
        store.compareAndReplace("configured", "me/cannot-be-decrypted", 0, new byte[60], clock.instant());
        store.compareAndReplace("configured", "meg/of-another-person", 0, new byte[60], clock.instant());
        assertThat(before.forget(Person.ME)).as("as long as it is configured").isFalse();
        assertThat(store.list("configured")).hasSize(3);

        assertThat(disconnecting().disconnect(Person.ME))
                .hasValueSatisfying(ended -> assertThat(ended.revoked()).isTrue());

        assertThat(provider.requests).containsExactly("revoke");
        assertThat(provider.goodRefreshToken()).isEmpty();
        assertThat(store.list("configured"))
                .extracting(SealedStore.Entry::name)
                .containsExactly("meg/of-another-person");
        assertThat(disconnecting().disconnect(Person.ME)).isEmpty();
    }

    @Test
    void letsNobodyFinishWhatWasBegunForSomebodyWhoWasDeleted() throws ConnectingException {
        Connecting.Begun begun = begin(Person.ME, null);
        Connecting.Begun annas = begin(ANNA, null);
        store.compareAndReplace("connecting", "cannot-be-decrypted", 0, new byte[60], clock.instant());
        connecting.forget(Person.ME);
        assertThat(connecting.waiting()).extracting(Connecting.Waiting::person).containsExactly(ANNA);
        String code = provider.consent(begun.consentUrl());
        fails(
                ConnectingFailure.ConnectionUnknown.class,
                () -> connecting.finish("state=" + state(begun) + "&code=" + code));
        assertThat(provider.requests).isEmpty();

        // Deleted while the provider is asked.
        provider.hold = new CompletableFuture<>();
        String annasCode = provider.consent(annas.consentUrl());
        CompletableFuture<Void> finished = CompletableFuture.runAsync(() -> fails(
                ConnectingFailure.ConnectionUnknown.class,
                () -> connecting.finish("state=" + state(annas) + "&code=" + annasCode)));
        while (provider.requests.isEmpty()) {
            LockSupport.parkNanos(1_000_000);
        }
        connecting.forget(ANNA);
        provider.hold.complete(null);
        finished.join();
        assertThat(grants.all()).isEmpty();
        assertThat(store.list("connecting")).isEmpty();
    }

    @Test
    void takesLoopbackWhereTheProviderTakesNoSuchHost() throws ConnectingException {
        assertThat(begin(Person.ME, null).redirectUri()).isEqualTo(CALLBACK);
        provider.redirectHosts = host -> !host.equals("pi.example.org");
        assertThat(begin(Person.ME, null).redirectUri()).isEqualTo(CodeConsentFlow.LOOPBACK);
        assertThat(begin(Person.ME, CALLBACK).redirectUri())
                .as("as it was wished")
                .isEqualTo(CALLBACK);
    }

    @ParameterizedTest
    @EnumSource(names = {"BAD_GATEWAY", "HANG", "HANG_UP", "INVALID_CLIENT"})
    void forgetsAlsoWhenTheProviderDoesNotAnswer(Fault fault) throws ConnectingException {
        connecting.finish(provider.consent(begin(Person.ME, null).consentUrl()));
        provider.fail(fault);
        Disconnecting.Disconnected disconnected =
                disconnecting().disconnect(Person.ME).orElseThrow();
        assertThat(disconnected.revoked()).isFalse();
        assertThat(disconnected.detail())
                .contains("did not")
                .contains("account's settings")
                .doesNotContain("secret");
        assertThat(grants.find(Person.ME)).isEmpty();
    }

    @Test
    void connectsAnewAndForgetsWhatCannotBeDecrypted() throws ConnectingException {
        connecting.finish(provider.consent(begin(Person.ME, null).consentUrl()));
        store.compareAndReplace("grant", "me", 1, new byte[60], clock.instant());
        assertThatThrownBy(() -> grants.decrypt(Person.ME)).isInstanceOf(VaultException.class);
        connecting.finish(provider.consent(begin(Person.ME, null).consentUrl()));
        assertThat(grants.find(Person.ME)).isPresent();
        store.compareAndReplace("grant", "me", 3, new byte[60], clock.instant());
        assertThat(disconnecting().disconnect(Person.ME)).isPresent();
        assertThat(grants.find(Person.ME)).isEmpty();
    }

    @Test
    void keepsWaitingWhileTheStoreFails() throws ConnectingException {
        Connecting.Begun begun = begin(Person.ME, null);
        String code = provider.consent(begun.consentUrl());
        store.setFailing(true);
        assertThatThrownBy(() -> connecting.finish("state=" + state(begun) + "&code=" + code))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(provider.requests).as("the code is not spent").isEmpty();
        store.setFailing(false);
        assertThat(connecting.finish("state=" + state(begun) + "&code=" + code).person())
                .isEqualTo(Person.ME);
    }

    private static String fails(Class<? extends ConnectingFailure> expected, ThrowingCallable call) {
        ConnectingException failure = catchThrowableOfType(ConnectingException.class, call);
        assertThat(failure.failure()).isInstanceOf(expected);
        return failure.failure().reason();
    }

    private Connecting.Begun begin(Person person, String redirectUri) throws ConnectingException {
        return connecting.begin(new Connecting.Wish(person, "example-2", null, null, null, redirectUri, CALLBACK));
    }

    private static Connecting.Wish wish(String upstream, Auth auth) {
        return new Connecting.Wish(Person.ME, upstream, auth, null, null, null, CALLBACK);
    }

    private Grant callback(Map<String, List<String>> query) throws ConnectingException {
        return connecting.callback(query);
    }

    private static String state(Connecting.Begun begun) {
        URI consentUrl = begun.consentUrl();
        return FakeTokenEndpoint.form(consentUrl.getRawQuery()).get("state");
    }

    private Grants grants(List<ConfiguredGrant> configured) {
        return new Grants(store, vault, clock, Settings.of(folder), configured);
    }

    private Connecting connecting(Grants grants) {
        ConsentFlows flows = flows();
        return new Connecting(flows, new ConfiguredConnections(grants, flows), grants, store, vault, clock);
    }

    private Disconnecting disconnecting() {
        ConsentFlows flows = flows();
        return new Disconnecting(
                flows, new ConfiguredConnections(grants, flows), grants, new OAuth2(new SecureRandom(), settings()));
    }

    private ConsentFlows flows() {
        return new ConsentFlows(
                List.of(signedProvider),
                List.of(provider),
                new OAuth1(clock, new SecureRandom(), settings()),
                new OAuth2(new SecureRandom(), settings()),
                clock);
    }

    private ProxyConfig settings() {
        return Settings.of(Map.of("proxy.data-dir", folder.toString(), "proxy.upstream-timeout", "5S"));
    }
}
