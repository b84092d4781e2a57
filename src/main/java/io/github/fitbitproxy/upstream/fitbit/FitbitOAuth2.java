package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.oauth.ClientCredentials;
import io.github.fitbitproxy.oauth.OAuth2Provider;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Fitbit's OAuth 2.0 ("Authorization", "Authorization Code Grant Flow with PKCE"): refresh tokens are good for one use and
 * replaced; the same one gives the same answer for some two minutes.
 */
@Singleton
class FitbitOAuth2 implements OAuth2Provider {

    private final FitbitConfig config;
    private final FitbitSettings settings;
    private final List<ScopedSource> sources;

    FitbitOAuth2(FitbitConfig config, FitbitSettings settings, @All List<ScopedSource> sources) {
        this.config = config;
        this.settings = settings;
        this.sources = sources;
    }

    @Override
    public String upstream() {
        return settings.upstream();
    }

    @Override
    public String settingsPrefix() {
        return settings.settingsPrefix();
    }

    @Override
    public boolean isDefault() {
        return config.auth() == FitbitConfig.Auth.OAUTH2;
    }

    @Override
    public Optional<ClientCredentials> configuredClient() {
        return settings.configuredClient();
    }

    @Override
    public URI authorizeUrl() {
        return FitbitSettings.at(config.authorizeUrl(), "/oauth2/authorize");
    }

    @Override
    public URI tokenUrl() {
        return FitbitSettings.at(config.url(), "/oauth2/token");
    }

    @Override
    public URI revokeUrl() {
        return FitbitSettings.at(config.url(), "/oauth2/revoke");
    }

    /** What is read here, and no more ("Application Scopes"). */
    @Override
    public List<String> scopes() {
        return sources.stream()
                .flatMap(source -> source.scopes().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public ClientAuthentication clientAuthentication() {
        return ClientAuthentication.BASIC;
    }
}
