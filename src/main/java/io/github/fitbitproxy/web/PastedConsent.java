package io.github.fitbitproxy.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the person brings back from the consent page. */
@Schema(description = "What the person brings back from the consent page")
record PastedConsent(
        @Schema(
                description = "The whole address that the browser ended on, its query, or just the verifier or code",
                required = true,
                examples = "http://raspberrypi.local:8080/setup/callback?oauth_token=rt-1f0a&oauth_verifier=vf-22b1")
        String pasted) {}
