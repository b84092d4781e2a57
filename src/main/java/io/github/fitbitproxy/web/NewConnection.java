package io.github.fitbitproxy.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom to connect, and to what. */
@Schema(description = "Whom to connect, and to what")
record NewConnection(
        @Schema(description = "Who is connected: 1 to 40 of a-z 0-9 . _ -", defaultValue = "me", examples = "me")
        @Nullable
        String person,

        @Schema(description = "Which upstream", required = true, examples = "fitbit")
        String upstream,

        @Schema(
                description = "How it is connected to",
                defaultValue = "oauth1",
                enumeration = {"oauth1"},
                examples = "oauth1")
        @Nullable
        String auth,

        @Schema(description = "The app's key; default: the configured one", examples = "7fc2a1") @Nullable
        String clientId,

        @Schema(description = "The app's secret; default: the configured one", examples = "the app's secret") @Nullable
        String clientSecret,

        @Schema(
                description = "Where the browser comes back to: an address, or `oob` to be shown a verifier instead."
                        + " Default: `/setup/callback` of this service, as it was called",
                examples = "oob")
        @Nullable
        String redirectUri) {}
