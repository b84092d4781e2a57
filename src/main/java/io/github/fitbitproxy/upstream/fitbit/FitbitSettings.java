package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.config.Secret;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.ClientCredentials;
import io.github.fitbitproxy.oauth.ConfiguredGrant;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.OAuth1Provider;
import io.github.fitbitproxy.oauth.TokenCredentials;
import io.github.fitbitproxy.upstream.UpstreamNames;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folder's settings, read and checked once: half a pair of credentials stops the start. */
@Startup
@Singleton
class FitbitSettings implements OAuth1Provider, ConfiguredGrant {

    static final String NAME = "fitbit";

    private final FitbitConfig config;
    private final String publicName;
    private final Optional<ClientCredentials> client;
    private final Optional<TokenCredentials> token;

    FitbitSettings(
            FitbitConfig config,
            UpstreamNames names,
            @ConfigProperty(name = "simulator.client-id") Optional<String> simulatedClientId) {
        this.config = config;
        this.publicName = names.publicName(NAME);
        this.client = pair(
                        "fitbit.client-id",
                        config.clientId().map(String::strip),
                        "fitbit.client-secret",
                        Secret.read("fitbit.client-secret", config.clientSecret(), config.clientSecretFile()))
                .map(pair -> new ClientCredentials(pair.first, pair.second));
        this.token = pair(
                        "fitbit.token",
                        Secret.read("fitbit.token", config.token(), config.tokenFile()),
                        "fitbit.token-secret",
                        Secret.read("fitbit.token-secret", config.tokenSecret(), config.tokenSecretFile()))
                .map(pair -> new TokenCredentials(pair.first, pair.second));
        if (token.isPresent() && client.isEmpty()) {
            throw new ConfigurationException(
                    "fitbit.token is set, but fitbit.client-id and fitbit.client-secret are not. A token works only"
                            + " together with the app that it was given to: set all four.",
                    Set.of("fitbit.client-id", "fitbit.client-secret"));
        }
        if (names.simulated()
                && client.isPresent()
                && !client.map(ClientCredentials::id).equals(simulatedClientId)) {
            throw new ConfigurationException(
                    "fitbit.client-id is set while simulator.enabled is on. Real credentials are never shown to the"
                            + " simulator: take one of the two away.",
                    Set.of("fitbit.client-id", "simulator.enabled"));
        }
    }

    private record Pair(String first, String second) {}

    private static Optional<Pair> pair(
            String firstKey, Optional<String> first, String secondKey, Optional<String> second) {
        if (first.isPresent() != second.isPresent()) {
            String given = first.isPresent() ? firstKey : secondKey;
            String absent = first.isPresent() ? secondKey : firstKey;
            throw new ConfigurationException(
                    given + " is set, but " + absent + " is not. They work only together: set both or neither.",
                    Set.of(absent));
        }
        return first.flatMap(value -> second.map(other -> new Pair(value, other)));
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
    public String userIdParameter() {
        return "encoded_user_id";
    }

    @Override
    public URI requestTokenUrl() {
        return at(config.url(), "/oauth/request_token");
    }

    @Override
    public URI authorizeUrl() {
        return at(config.authorizeUrl(), "/oauth/authorize");
    }

    @Override
    public URI accessTokenUrl() {
        return at(config.url(), "/oauth/access_token");
    }

    static URI at(URI base, String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }

    @Override
    public Optional<ClientCredentials> configuredClient() {
        return client;
    }

    @Override
    public Optional<Grant> grant() {
        return client.flatMap(app -> token.map(credentials ->
                new Grant(Person.ME, publicName, app, credentials, null, Instant.EPOCH, Grant.State.ALIVE)));
    }
}
