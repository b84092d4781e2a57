package io.github.fitbitproxy.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.day.DayStore.Owner;
import io.github.fitbitproxy.model.Device;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.ClientCredentials;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.oauth.OAuth2Provider;
import io.github.fitbitproxy.oauth.StoredGrants;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.Settings;
import io.github.fitbitproxy.upstream.Profile;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamNames;
import io.github.fitbitproxy.upstream.WearerSource;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which upstream tells about a person, where there are two. */
class HouseholdTest {

    private static final String OLD = "demo-old-cloud";
    private static final String NEW = "demo-new-cloud";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock("2026-11-21T09:00:00Z");
    private final List<Owner> owners = new ArrayList<>();
    private Grants grants;

    @BeforeEach
    void start() {
        grants = StoredGrants.in(folder, clock);
    }

    @Test
    void takesTheOneThatHasCredentials() {
        assertThat(household("", NEW).upstreamOf(Person.ME)).isEqualTo(NEW);
        assertThat(household("", OLD).upstreamOf(Person.ME)).isEqualTo(OLD);
    }

    @Test
    void asksToBeToldWhichWhereBothHaveCredentials() {
        assertThatThrownBy(() -> household("", OLD, NEW))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("new-cloud, old-cloud. Set proxy.upstream");
        assertThat(household("old-cloud", OLD, NEW).upstreamOf(Person.ME)).isEqualTo(OLD);
    }

    @Test
    void knowsNoneWhereNoneHasCredentials() {
        assertThatThrownBy(() -> household("").upstreamOf(Person.ME)).isInstanceOf(UpstreamException.class);
    }

    @Test
    void goesOnTellingWhatIsStored() {
        owners.add(new Owner(Person.ME, OLD));
        assertThat(household("", NEW).upstreamOf(Person.ME)).isEqualTo(OLD);
    }

    @Test
    void goesByTheGrantBeforeAll() {
        owners.add(new Owner(Person.ME, OLD));
        grants.save(StoredGrants.of(Person.ME, NEW, clock));
        assertThat(household("old-cloud", OLD, NEW).upstreamOf(Person.ME)).isEqualTo(NEW);
    }

    @Test
    void namesTheUpstreamsWhenTheSettingIsNone() {
        assertThatThrownBy(() -> household("other"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("proxy.upstream");
    }

    private Household household(String setting, String... withCredentials) {
        DayStore days = (DayStore) Proxy.newProxyInstance(
                DayStore.class.getClassLoader(), new Class<?>[] {DayStore.class}, (self, method, values) -> owners);
        Map<String, String> settings = setting.isEmpty()
                ? Map.of("proxy.data-dir", folder.toString())
                : Map.of("proxy.data-dir", folder.toString(), "proxy.upstream", setting);
        return new Household(
                grants,
                new Sources(List.of(), List.of(), List.of(new Wearer(OLD), new Wearer(NEW))),
                days,
                new UpstreamNames(true),
                Settings.of(settings),
                List.of(),
                Stream.of(withCredentials).<OAuth2Provider>map(Provider::new).toList());
    }

    private record Wearer(String upstream) implements WearerSource {

        @Override
        public byte[] fetchProfile(Person person) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] fetchDevices(Person person) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Profile cleanProfile(byte[] body) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Device> cleanDevices(byte[] body, ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private record Provider(String upstream) implements OAuth2Provider {

        @Override
        public String settingsPrefix() {
            return upstream.replace("demo-", "");
        }

        @Override
        public URI authorizeUrl() {
            return URI.create("http://127.0.0.1/authorize");
        }

        @Override
        public URI tokenUrl() {
            return URI.create("http://127.0.0.1/token");
        }

        @Override
        public URI revokeUrl() {
            return URI.create("http://127.0.0.1/revoke");
        }

        @Override
        public List<String> scopes() {
            return List.of();
        }

        @Override
        public ClientAuthentication clientAuthentication() {
            return ClientAuthentication.FORM;
        }

        @Override
        public Optional<ClientCredentials> configuredClient() {
            return Optional.of(new ClientCredentials("app", "secret"));
        }
    }
}
