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
                description = "How it is connected to; default: the upstream's only way, for Fitbit the setting"
                        + " `fitbit.auth`",
                enumeration = {"oauth1", "oauth2"},
                examples = "oauth2")
        @Nullable
        String auth,

        @Schema(
                description =
                        "The app's key; default: the one that the person was connected with, else the configured one",
                examples = "7fc2a1")
        @Nullable
        String clientId,

        @Schema(
                description =
                        "The app's secret; default: the one that the person was connected with, else the configured one",
                examples = "the app's secret")
        @Nullable
        String clientSecret,

        @Schema(
                description = "Where the browser comes back to: an address, or with OAuth 1.0a `oob` to be shown a"
                        + " verifier instead. Default: `/setup/callback` of this service, as it was called; with OAuth"
                        + " 2.0, if that is neither https nor loopback, `http://localhost:8080/setup/callback`",
                examples = "http://localhost:8080/setup/callback")
        @Nullable
        String redirectUri) {}
