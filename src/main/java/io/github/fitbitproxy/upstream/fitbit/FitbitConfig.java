package io.github.fitbitproxy.upstream.fitbit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the Fitbit Web API: {@code fitbit.*}. */
@ConfigMapping(prefix = "fitbit")
public interface FitbitConfig {

    /** How people connect where they do not say; their calls are signed in the way in which they connected. */
    @WithDefault("oauth1")
    Auth auth();

    /** The app's key, as registered with the vendor. */
    Optional<String> clientId();

    /** The app's secret. */
    Optional<String> clientSecret();

    /** A file that holds the app's secret. */
    Optional<Path> clientSecretFile();

    /** The token of OAuth 1.0a token credentials that somebody already has. */
    Optional<String> token();

    /** A file that holds that token. */
    Optional<Path> tokenFile();

    /** The secret of those token credentials. */
    Optional<String> tokenSecret();

    /** A file that holds that secret. */
    Optional<Path> tokenSecretFile();

    /** Where the API is. */
    @WithDefault("https://api.fitbit.com")
    URI url();

    /** Where the consent page is. */
    @WithDefault("https://www.fitbit.com")
    URI authorizeUrl();

    /** Ways of connecting. */
    enum Auth {
        /** OAuth 1.0a with HMAC-SHA1. */
        OAUTH1,
        /** OAuth 2.0 with access tokens that are refreshed. */
        OAUTH2
    }
}
