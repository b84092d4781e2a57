package io.github.fitbitproxy.upstream.googlehealth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the Google Health API: {@code google-health.*}. */
@ConfigMapping(prefix = "google-health")
public interface GoogleHealthConfig {

    /** The app's client id, as given by the Google Cloud console. */
    Optional<String> clientId();

    /** The app's client secret. */
    Optional<String> clientSecret();

    /** A file that holds the app's client secret. */
    Optional<Path> clientSecretFile();

    /** A refresh token that somebody already has. */
    Optional<String> refreshToken();

    /** A file that holds that refresh token. */
    Optional<Path> refreshTokenFile();

    /** Where the API is. */
    @WithDefault("https://health.googleapis.com")
    URI url();

    /** Where the consent page is. */
    @WithDefault("https://accounts.google.com/o/oauth2/v2/auth")
    URI authorizeUrl();

    /** Where tokens are given; they are revoked beside it. */
    @WithDefault("https://oauth2.googleapis.com/token")
    URI tokenUrl();
}
