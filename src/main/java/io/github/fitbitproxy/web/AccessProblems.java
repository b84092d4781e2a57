package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.Problem;
import java.time.Instant;

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

    static Problem crossSiteRequest() {
        return new Problem(
                "cross-site-request",
                "Another site asked for that",
                403,
                "What changes something in a signed-in browser has to come from this service's own pages. Scripts send the"
                        + " admin token instead of the cookie.");
    }

    /** @param retryAt when the next token is looked at */
    static Problem tooManyAttempts(Instant retryAt) {
        return new Problem(
                "too-many-attempts",
                "Too many wrong admin tokens",
                429,
                "The last tokens from this address were wrong. Wait a little, then send the right one.",
                retryAt);
    }
}
