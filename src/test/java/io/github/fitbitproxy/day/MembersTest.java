package io.github.fitbitproxy.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.day.DayStore.Owner;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.oauth.StoredGrants;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.Settings;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamNames;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembersTest {

    private static final Person ANNA = new Person("anna");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock("2026-11-21T09:00:00Z");
    private final List<Owner> owners = new ArrayList<>();
    private Grants grants;
    private Members members;

    @BeforeEach
    void start() {
        grants = StoredGrants.in(folder, clock);
        DayStore days = (DayStore) Proxy.newProxyInstance(
                DayStore.class.getClassLoader(), new Class<?>[] {DayStore.class}, (self, method, values) -> owners);
        Household household = new Household(
                grants,
                new Sources(List.of(), List.of(), List.of()),
                days,
                new UpstreamNames(false),
                Settings.of(folder),
                List.of(),
                List.of());
        members = new Members(grants, household, days);
    }

    @Test
    void tellsOfMeWhileThereIsNobody() {
        assertThat(members.all()).containsExactly(new Member(Person.ME, null, Connection.NOT_CONNECTED));
        assertThat(members.connected()).isEmpty();
    }

    @Test
    void tellsOfEverybodyByName() {
        grants.save(StoredGrants.of(Person.ME, "fitbit", clock));
        grants.save(StoredGrants.of(ANNA, "fitbit", clock));

        assertThat(members.all())
                .containsExactly(
                        new Member(ANNA, "fitbit", Connection.CONNECTED),
                        new Member(Person.ME, "fitbit", Connection.CONNECTED));
    }

    @Test
    void tellsWhoHasToConnectAgain() {
        Grant grant = StoredGrants.of(Person.ME, "fitbit", clock);
        grants.save(grant);
        grants.markDead(grant);

        assertThat(members.all()).containsExactly(new Member(Person.ME, "fitbit", Connection.REAUTHORISATION_REQUIRED));
    }

    @Test
    void tellsOfThoseWhoLeftTheirDaysHere() {
        owners.add(new Owner(ANNA, "takeout"));
        owners.add(new Owner(Person.ME, "takeout"));
        grants.save(StoredGrants.of(Person.ME, "fitbit", clock));

        assertThat(members.all())
                .containsExactly(
                        new Member(ANNA, "takeout", Connection.NOT_CONNECTED),
                        new Member(Person.ME, "fitbit", Connection.CONNECTED));
    }
}
