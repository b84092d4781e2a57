package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.Problem;

/** What those hear who are not let in. Pure. */
final class AccessProblems {

    private AccessProblems() {}

    static Problem hostNotAllowed() {
        return new Problem(
                "host-not-allowed",
                "This service does not answer to that name",
                421,
                "Ask by IP address or a name of the home network, or add the name in the address to the setting"
                        + " proxy.allowed-hosts.");
    }

    static Problem apiKeyRequired() {
        return new Problem(
                "api-key-required",
                "An API key is required",
                401,
                "Send one of proxy.api-keys as \"X-API-Key: <key>\" or \"Authorization: Bearer <key>\". In a browser, sign in"
                        + " at /setup.");
    }
}
