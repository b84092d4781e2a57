package io.github.fitbitproxy.upstream.googlehealth;

import io.github.fitbitproxy.config.Both;
import io.github.fitbitproxy.config.Secret;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.ClientCredentials;
import io.github.fitbitproxy.oauth.ConfiguredGrant;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.OAuth2Provider;
import io.github.fitbitproxy.oauth.OAuth2Tokens;
import io.github.fitbitproxy.upstream.UpstreamNames;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folder's settings, read and checked once: half a pair of credentials stops the start. */
@Startup
@Singleton
class GoogleHealthSettings implements OAuth2Provider, ConfiguredGrant {

    static final String NAME = "google-health";

    private static final String CLIENT_ID = "google-health.client-id";
    private static final String CLIENT_SECRET = "google-health.client-secret";
    private static final String REFRESH_TOKEN = "google-health.refresh-token";

    static final String READ_ONLY = ".readonly";

    /** What sleep, activity and cardio fitness, the heart and all else of the body, and time zone and devices need ("Scopes"). */
    static final List<String> SCOPES = Stream.of(
                    "sleep", "activity_and_fitness", "health_metrics_and_measurements", "settings")
            .map(name -> scope(name) + READ_ONLY)
            .toList();

    /** Several labels, the last of which is no number, as it is in an IP address. */
    private static final Pattern PUBLIC_NAME = Pattern.compile("([a-z0-9-]+\\.)+[a-z][a-z0-9-]+");

    /** Domains of homes and private networks, which are no public suffixes. */
    private static final List<String> HOME_DOMAINS =
            List.of(".local", ".localdomain", ".localhost", ".lan", ".home", ".home.arpa", ".internal");

    private final GoogleHealthConfig config;
    private final String publicName;
    private final Optional<ClientCredentials> client;
    private final Optional<String> refreshToken;

    GoogleHealthSettings(
            GoogleHealthConfig config,
            UpstreamNames names,
            @ConfigProperty(name = "simulator.client-id") Optional<String> simulatedClientId) {
        this.config = config;
        this.publicName = names.publicName(NAME);
        this.client = Both.join(
                CLIENT_ID,
                config.clientId().map(String::strip).filter(id -> !id.isEmpty()),
                CLIENT_SECRET,
                Secret.read(CLIENT_SECRET, config.clientSecret(), config.clientSecretFile()),
                ClientCredentials::new);
        this.refreshToken = Secret.read(REFRESH_TOKEN, config.refreshToken(), config.refreshTokenFile());
        if (refreshToken.isPresent() && client.isEmpty()) {
            throw new ConfigurationException(
                    REFRESH_TOKEN + " is set, but " + CLIENT_ID + " and " + CLIENT_SECRET + " are not. A refresh token"
                            + " works only together with the app that it was given to: set all three.",
                    Set.of(CLIENT_ID, CLIENT_SECRET));
        }
        names.refuseReal(NAME, client, simulatedClientId);
        if (!config.tokenUrl().getPath().endsWith("/token")) {
            throw new ConfigurationException(
                    "google-health.token-url has to end in /token; tokens are revoked at the same address with /revoke.",
                    Set.of("google-health.token-url"));
        }
    }

    /** The scope of that name to read and write, as grants of before May 2026 have it. */
    static String scope(String name) {
        return "https://www.googleapis.com/auth/googlehealth." + name;
    }

    @Override
    public String upstream() {
        return publicName;
    }

    @Override
    public String settingsPrefix() {
        return NAME;
    }

    @Override
    public String upstreamSetting() {
        return NAME;
    }

    @Override
    public URI authorizeUrl() {
        return config.authorizeUrl();
    }

    @Override
    public URI tokenUrl() {
        return config.tokenUrl();
    }

    @Override
    public URI revokeUrl() {
        return config.tokenUrl().resolve("revoke");
    }

    @Override
    public List<String> scopes() {
        return SCOPES;
    }

    @Override
    public String shortName(String scope) {
        return scope.replaceFirst("^.*/googlehealth\\.", "").replaceFirst("\\.readonly$", "");
    }

    /** Names of the internet only, no addresses ("Redirect URI validation rules" of Google's web server applications). */
    @Override
    public boolean acceptsRedirectHost(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return PUBLIC_NAME.matcher(name).matches() && HOME_DOMAINS.stream().noneMatch(name::endsWith);
    }

    /** Without these, a second consent of the same person gives no refresh token. */
    @Override
    public Map<String, String> authorizeParameters() {
        return Map.of("access_type", "offline", "prompt", "consent");
    }

    @Override
    public ClientAuthentication clientAuthentication() {
        return ClientAuthentication.FORM;
    }

    @Override
    public Optional<ClientCredentials> configuredClient() {
        return client;
    }

    @Override
    public Optional<Grant> grant() {
        return client.flatMap(app -> refreshToken.map(token -> new Grant(
                Person.ME,
                publicName,
                app,
                OAuth2Tokens.ofRefreshToken(token),
                null,
                Instant.EPOCH,
                Grant.State.ALIVE)));
    }
}
