package io.github.fitbitproxy.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.Settings;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrantsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:15:02.123456789Z");
    private static final Person ANNA = new Person("anna");

    @TempDir
    Path folder;

    private final InMemorySealedStore store = new InMemorySealedStore();
    private Vault vault;
    private Grants grants;

    @BeforeEach
    void start() {
        vault = new Vault(Settings.of(folder), new SecureRandom());
        grants = grants();
    }

    @Test
    void findsWhatItSaved() {
        Grant withoutUserId = new Grant(
                ANNA,
                "example",
                new ClientCredentials("ck", "cs"),
                new TokenCredentials("at", ""),
                null,
                NOW,
                Grant.State.ALIVE);
        grants.save(withoutUserId);
        grants.save(grant(Person.ME, "at-1"));
        assertThat(grants.find(ANNA)).contains(withoutUserId);
        assertThat(grants.find(Person.ME)).contains(grant(Person.ME, "at-1"));
        assertThat(grants.find(new Person("nobody"))).isEmpty();
    }

    @Test
    void listsByPerson() {
        grants.save(grant(Person.ME, "at-1"));
        grants.save(grant(ANNA, "at-2"));
        assertThat(grants.all()).extracting(Grant::person).containsExactly(ANNA, Person.ME);
    }

    @Test
    void replacesThePersonsOlderGrant() {
        grants.save(grant(Person.ME, "at-1"));
        grants.save(grant(Person.ME, "at-2"));
        assertThat(grants.all()).containsExactly(grant(Person.ME, "at-2"));
    }

    @Test
    void storesNothingInTheClear() {
        grants.save(grant(Person.ME, "at-1"));
        assertThat(store.list("grant"))
                .allSatisfy(entry -> assertThat(new String(entry.sealed(), StandardCharsets.ISO_8859_1))
                        .doesNotContain("at-1", "as-1", "client-secret"));
    }

    @Test
    void seesAtOnceWhatAnotherReplicaChanged() {
        Grants other = grants();
        other.save(grant(Person.ME, "at-1"));
        assertThat(grants.find(Person.ME)).contains(grant(Person.ME, "at-1"));
        other.save(grant(Person.ME, "at-2"));
        assertThat(grants.find(Person.ME)).contains(grant(Person.ME, "at-2"));
        other.forget(Person.ME);
        assertThat(grants.find(Person.ME)).isEmpty();
        assertThat(grants.all()).isEmpty();
    }

    @Test
    void forgets() {
        grants.save(grant(Person.ME, "at-1"));
        assertThat(grants.forget(Person.ME)).isTrue();
        assertThat(grants.forget(Person.ME)).isFalse();
        assertThat(grants.find(Person.ME)).isEmpty();
    }

    @Test
    void keepsADeadGrantDeadOverARestartUntilSomebodyReconnects() {
        grants.save(grant(Person.ME, "at-1"));
        grants.markDead(grant(Person.ME, "at-1"));
        assertThat(grants.find(Person.ME)).map(Grant::state).contains(Grant.State.DEAD);
        assertThat(grants().find(Person.ME)).map(Grant::state).contains(Grant.State.DEAD);
        grants.save(grant(Person.ME, "at-2"));
        assertThat(grants.find(Person.ME)).contains(grant(Person.ME, "at-2"));
    }

    @Test
    void revivesAGrantThatTheProviderGaveAgain() {
        grants.save(grant(Person.ME, "at-1"));
        grants.markDead(grant(Person.ME, "at-1"));
        grants.save(grant(Person.ME, "at-1"));
        assertThat(grants.find(Person.ME)).map(Grant::state).contains(Grant.State.ALIVE);
    }

    @Test
    void doesNotMarkTheGrantThatCameInBetween() {
        grants.save(grant(Person.ME, "at-2"));
        grants.markDead(grant(Person.ME, "at-1"));
        assertThat(grants.find(Person.ME)).contains(grant(Person.ME, "at-2"));
    }

    @Test
    void doesNotBringBackAForgottenGrantByMarkingIt() {
        grants.markDead(grant(Person.ME, "at-1"));
        assertThat(grants.find(Person.ME)).isEmpty();
        assertThat(store.list("grant")).isEmpty();
    }

    @Test
    void survivesManyWritersAtOnce() {
        IntStream.range(0, 64).parallel().forEach(i -> {
            grants.save(grant(Person.ME, "at-" + i));
            grants.markDead(grant(Person.ME, "at-" + i));
        });
        // Whichever came last, it was marked after it was saved, and by nobody else's mark.
        Grant last = grants().find(Person.ME).orElseThrow();
        assertThat(last.state()).isEqualTo(Grant.State.DEAD);
        Grant alive = last.withState(Grant.State.ALIVE);
        assertThat(IntStream.range(0, 64).mapToObj(i -> grant(Person.ME, "at-" + i)))
                .contains(alive);
        grants.save(alive);
        assertThat(grants().all()).containsExactly(alive);
    }

    @Test
    void prefersTheConfiguration() {
        grants.save(grant(Person.ME, "at-stored"));
        grants.save(grant(ANNA, "at-anna"));
        Grants both = grants(grant(Person.ME, "at-configured"));
        assertThat(both.find(Person.ME)).contains(grant(Person.ME, "at-configured"));
        assertThat(both.configured(Person.ME)).contains(grant(Person.ME, "at-configured"));
        assertThat(both.configured(ANNA)).isEmpty();
        assertThat(both.all()).containsExactly(grant(ANNA, "at-anna"), grant(Person.ME, "at-configured"));
    }

    @Test
    void takesTheUpstreamOfTheSettingsWhenTwoConfigureAPerson() {
        Grant b = at("b");
        Grant c = at("c");
        assertThat(grants(c, b).find(Person.ME)).contains(b);
        Grants preferring = new Grants(
                store,
                vault,
                new MovableClock(NOW),
                Settings.of(Map.of("proxy.upstream", "c")),
                List.of(() -> Optional.of(b), () -> Optional.of(c)));
        assertThat(preferring.find(Person.ME)).contains(c);
    }

    @Test
    void marksAConfiguredGrantInMemoryUntilTheNextStart() {
        Grant configured = grant(Person.ME, "at-configured");
        Grants here = grants(configured);
        here.markDead(configured);
        assertThat(here.find(Person.ME)).map(Grant::state).contains(Grant.State.DEAD);
        assertThat(here.all()).extracting(Grant::state).containsExactly(Grant.State.DEAD);
        assertThat(store.list("grant")).isEmpty();
        assertThat(grants(configured).find(Person.ME)).contains(configured);
    }

    @Test
    void goesOnWithWhatItSawWhileTheStoreFails() {
        grants.save(grant(Person.ME, "at-1"));
        assertThat(grants.find(Person.ME)).isPresent();
        store.setFailing(true);
        assertThat(grants.find(Person.ME)).contains(grant(Person.ME, "at-1"));
        assertThat(grants.all()).containsExactly(grant(Person.ME, "at-1"));
        assertThatThrownBy(() -> grants.find(ANNA)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> grants().all()).isInstanceOf(UncheckedIOException.class);
        assertThat(grants(grant(ANNA, "at-2")).all()).containsExactly(grant(ANNA, "at-2"));
    }

    @Test
    void doesNotUseADeadGrantWhileTheStoreFails() {
        grants.save(grant(Person.ME, "at-1"));
        store.setFailing(true);
        grants.markDead(grant(Person.ME, "at-1"));
        assertThat(grants.find(Person.ME)).map(Grant::state).contains(Grant.State.DEAD);
        store.setFailing(false);
        assertThat(grants.find(Person.ME)).map(Grant::state).contains(Grant.State.DEAD);
    }

    @Test
    void saysSoWhenAGrantCannotBeSaved() {
        store.setFailing(true);
        assertThatThrownBy(() -> grants.save(grant(Person.ME, "at-1"))).isInstanceOf(UncheckedIOException.class);
        store.setFailing(false);
        assertThat(grants.find(Person.ME)).isEmpty();
    }

    @Test
    void neverTakesAWrongKeyForNotConnected() {
        grants.save(grant(Person.ME, "at-1"));
        vault = new Vault(Settings.of(folder.resolve("other")), new SecureRandom());
        assertThatThrownBy(() -> grants().decrypt(Person.ME))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining(folder.resolve("other").resolve("key").toString());
        Grants anew = grants();
        anew.save(grant(ANNA, "at-3"));
        assertThat(anew.all()).containsExactly(grant(ANNA, "at-3"));
        assertThat(anew.unreadable()).containsExactly(Person.ME);
        assertThat(anew.find(Person.ME)).isEmpty();
        assertThat(anew.isKept(Person.ME)).isTrue();
        anew.save(grant(Person.ME, "at-2"));
        assertThat(anew.find(Person.ME)).contains(grant(Person.ME, "at-2"));
        assertThat(anew.unreadable()).isEmpty();
    }

    private Grants grants(Grant... configured) {
        List<ConfiguredGrant> sources = IntStream.range(0, configured.length)
                .<ConfiguredGrant>mapToObj(i -> () -> Optional.of(configured[i]))
                .toList();
        return new Grants(store, vault, new MovableClock(NOW.plus(Duration.ofDays(1))), Settings.of(folder), sources);
    }

    private static Grant at(String upstream) {
        Grant grant = grant(Person.ME, "at-" + upstream);
        return new Grant(
                grant.person(),
                upstream,
                grant.client(),
                grant.credentials(),
                grant.userId(),
                grant.connectedAt(),
                grant.state());
    }

    private static Grant grant(Person person, String token) {
        return new Grant(
                person,
                "example",
                new ClientCredentials("client-id", "client-secret"),
                new TokenCredentials(token, "as-1"),
                "9XYZ12",
                NOW,
                Grant.State.ALIVE);
    }
}
