package io.github.fitbitproxy.upstream.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.ClientCredentials;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.OAuth2Provider.ClientAuthentication;
import io.github.fitbitproxy.oauth.OAuth2Tokens;
import io.github.fitbitproxy.upstream.UpstreamNames;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleHealthSettingsTest {

    private static final Map<String, String> APP =
            Map.of("google-health.client-id", "app", "google-health.client-secret", "app-secret");

    @Test
    void pointsAtGoogle() {
        GoogleHealthSettings settings = settings(Map.of(), false);
        assertThat(settings.upstream()).isEqualTo("google-health");
        assertThat(settings.authorizeUrl()).isEqualTo(URI.create("https://accounts.google.com/o/oauth2/v2/auth"));
        assertThat(settings.tokenUrl()).isEqualTo(URI.create("https://oauth2.googleapis.com/token"));
        assertThat(settings.revokeUrl()).isEqualTo(URI.create("https://oauth2.googleapis.com/revoke"));
        assertThat(settings.clientAuthentication()).isEqualTo(ClientAuthentication.FORM);
        assertThat(settings.authorizeParameters())
                .containsEntry("access_type", "offline")
                .containsEntry("prompt", "consent");
        assertThat(settings.scopes()).hasSize(4).allMatch(scope -> scope.endsWith(".readonly"));
        assertThat(settings.configuredClient()).isEmpty();
        assertThat(settings.grant()).isEmpty();
    }

    @Test
    void revokesBesideAnotherTokenAddress() {
        assertThat(settings(Map.of("google-health.token-url", "http://127.0.0.1:8090/google/token"), false)
                        .revokeUrl())
                .isEqualTo(URI.create("http://127.0.0.1:8090/google/revoke"));
    }

    @ParameterizedTest
    @CsvSource({
        "pi.example.org, true",
        "Pi.Tailnet.ts.net, true",
        "pi, false",
        "pi.lan, false",
        "PI.LOCAL, false",
        "health.home.arpa, false",
        "pi.internal, false",
        "192.168.1.20, false",
        "[fd00::20], false",
        "'', false"
    })
    void acceptsRedirectsToNamesOfTheInternetOnly(String host, boolean accepted) {
        assertThat(settings(Map.of(), false).acceptsRedirectHost(host)).isEqualTo(accepted);
    }

    @Test
    void makesAGrantOfARefreshToken() {
        GoogleHealthSettings settings = settings(with("google-health.refresh-token", "1//refresh"), false);
        assertThat(settings.grant()).map(Grant::person).contains(Person.ME);
        assertThat(settings.grant()).map(Grant::client).contains(new ClientCredentials("app", "app-secret"));
        assertThat(settings.grant()).map(Grant::credentials).contains(OAuth2Tokens.ofRefreshToken("1//refresh"));
        assertThat(settings.upstreamSetting()).isEqualTo("google-health");
    }

    @ParameterizedTest
    @CsvSource({
        "google-health.client-id, google-health.client-secret",
        "google-health.client-secret, google-health.client-id",
        "google-health.refresh-token, google-health.client-id"
    })
    void namesWhatIsMissing(String given, String missing) {
        assertThatThrownBy(() -> settings(Map.of(given, "x"), false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(given + " is set")
                .hasMessageContaining(missing);
    }

    @Test
    void neverShowsRealCredentialsToTheSimulator() {
        assertThatThrownBy(() -> settings(APP, true)).hasMessageContaining("simulator.enabled");
        GoogleHealthSettings simulated = settings(
                Map.of("google-health.client-id", "demo-client", "google-health.client-secret", "demo-secret"), true);
        assertThat(simulated.upstream()).isEqualTo("demo-google-health");
    }

    @Test
    void refusesATokenAddressThatHasNoPlaceToRevokeBesideIt() {
        assertThatThrownBy(() -> settings(Map.of("google-health.token-url", "https://example.org/oauth"), false))
                .hasMessageContaining("google-health.token-url");
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> all = new HashMap<>(APP);
        all.put(key, value);
        return all;
    }

    private static GoogleHealthSettings settings(Map<String, String> given, boolean simulated) {
        GoogleHealthConfig config = new SmallRyeConfigBuilder()
                .withMapping(GoogleHealthConfig.class)
                .addDiscoveredConverters()
                .withDefaultValues(given)
                .build()
                .getConfigMapping(GoogleHealthConfig.class);
        return new GoogleHealthSettings(config, new UpstreamNames(simulated), Optional.of("demo-client"));
    }
}
