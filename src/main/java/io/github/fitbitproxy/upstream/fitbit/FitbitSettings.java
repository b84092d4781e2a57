package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.config.Both;
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
        this.client = Both.join(
                "fitbit.client-id",
                config.clientId().map(String::strip),
                "fitbit.client-secret",
                Secret.read("fitbit.client-secret", config.clientSecret(), config.clientSecretFile()),
                ClientCredentials::new);
        this.token = Both.join(
                "fitbit.token",
                Secret.read("fitbit.token", config.token(), config.tokenFile()),
                "fitbit.token-secret",
                Secret.read("fitbit.token-secret", config.tokenSecret(), config.tokenSecretFile()),
                TokenCredentials::new);
        if (token.isPresent() && client.isEmpty()) {
            throw new ConfigurationException(
                    "fitbit.token is set, but fitbit.client-id and fitbit.client-secret are not. A token works only"
                            + " together with the app that it was given to: set all four.",
                    Set.of("fitbit.client-id", "fitbit.client-secret"));
        }
        names.refuseReal(NAME, client, simulatedClientId);
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
