package io.github.fitbitproxy.web;

import io.github.fitbitproxy.oauth.Connecting;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person needs in order to consent. */
@Schema(description = "What a person needs in order to consent")
public record Consent(
        @Schema(
                description = "The provider's page; open it in a browser",
                required = true,
                examples = "https://www.fitbit.com/oauth/authorize?oauth_token=rt-1f0a")
        URI consentUrl,

        @Schema(
                description = "Where the browser comes back to, or `oob`",
                required = true,
                examples = "http://raspberrypi.local:8080/setup/callback")
        String redirectUri,

        @Schema(description = "When it is too late to finish (UTC)", required = true, examples = "2026-11-21T09:25:02Z")
        Instant expiresAt) {

    static Consent of(Connecting.Begun begun) {
        return new Consent(begun.consentUrl(), begun.redirectUri(), begun.expiresAt());
    }
}
