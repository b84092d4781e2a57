package io.github.fitbitproxy.simulator.google;

import io.github.fitbitproxy.simulator.consent.Page;
import io.github.fitbitproxy.simulator.consent.ResourceOwner;
import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.http.PercentCode;
import io.github.fitbitproxy.simulator.oauth2.AuthorizationCodes;
import io.github.fitbitproxy.simulator.oauth2.CodeChallenge;
import io.github.fitbitproxy.simulator.oauth2.Consent;
import io.github.fitbitproxy.simulator.oauth2.ConsentRequest;
import io.github.fitbitproxy.simulator.oauth2.ScopePage;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Google's consent page ("Using OAuth 2.0 for Web Server Applications"). A request that is wrong is refused on a page of its
 * own and redirects nobody.
 */
final class GoogleConsent {

    private final String clientId;
    private final List<ResourceOwner> owners;
    private final AuthorizationCodes codes;
    private final Set<String> consentedBefore = new HashSet<>();

    GoogleConsent(String clientId, List<ResourceOwner> owners, AuthorizationCodes codes) {
        this.clientId = clientId;
        this.owners = owners;
        this.codes = codes;
    }

    /** A request that is refused on Google's own page. */
    private static final class Blocked extends Exception {

        private static final long serialVersionUID = 1;

        private final String error;

        Blocked(String error, String reason) {
            super(reason, null, false, false);
            this.error = error;
        }
    }

    Answer answer(Call call, Instant now) {
        try {
            ConsentRequest request = parse(call);
            return call.method().equals("POST")
                    ? decide(call, request, now)
                    : Answer.html(200, ScopePage.question(call, request, owners, GoogleScopes.SENTENCES));
        } catch (Blocked blocked) {
            return Answer.html(400, Page.of("Access blocked", """
                    <p>Error %s</p>
                    <p>%s</p>
                    """.formatted(
                            Page.escape(blocked.error), Page.escape(String.valueOf(blocked.getMessage())))));
        }
    }

    private Answer decide(Call form, ConsentRequest request, Instant now) {
        String state = request.state() == null ? "" : "&state=" + PercentCode.encode(request.state());
        if (Consent.denied(form)) {
            return back(request, "error=access_denied" + state);
        }
        Optional<Consent> consent = Consent.read(form, request, owners);
        return consent.map(given -> back(
                        request,
                        "code=" + PercentCode.encode(codes.issue(refreshable(form, given), now))
                                + "&scope=" + PercentCode.encode(String.join(" ", given.scopes()))
                                + "&authuser=0&prompt=consent" + state))
                .orElseGet(() -> Answer.html(400, ScopePage.nothingChosen()));
    }

    /** Without {@code prompt=consent}, a second consent of the same person brings no refresh token. */
    private synchronized Consent refreshable(Call call, Consent given) {
        ConsentRequest asked = given.request();
        boolean first = consentedBefore.add(given.owner());
        boolean askedAgain = call.queryValue("prompt").orElse("").contains("consent");
        boolean refreshable = asked.refreshable() && (first || askedAgain);
        return new Consent(
                new ConsentRequest(
                        asked.redirectUri(), asked.scopes(), asked.state(), asked.codeChallenge(), refreshable),
                given.owner(),
                given.scopes());
    }

    private static Answer back(ConsentRequest request, String parameters) {
        String address = request.redirectUri();
        return Answer.redirect(address + (address.contains("?") ? "&" : "?") + parameters);
    }

    private ConsentRequest parse(Call call) throws Blocked {
        if (!required(call, "client_id").equals(clientId)) {
            throw new Blocked("401: invalid_client", "The OAuth client was not found.");
        }
        String redirect = required(call, "redirect_uri");
        Optional<String> refusal = RedirectRule.refusal(redirect);
        if (refusal.isPresent()) {
            throw new Blocked("400: redirect_uri_mismatch", refusal.get());
        }
        if (!required(call, "response_type").equals("code")) {
            throw new Blocked("400: unsupported_response_type", "Only response_type=code is simulated.");
        }
        List<String> scopes = List.of(required(call, "scope").strip().split(" +"));
        List<String> unknown = scopes.stream()
                .filter(scope -> !GoogleScopes.SENTENCES.containsKey(scope))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Blocked(
                    "400: invalid_scope", "Some requested scopes were invalid: " + String.join(", ", unknown));
        }
        boolean offline = call.queryValue("access_type").orElse("online").equals("offline");
        return new ConsentRequest(redirect, scopes, call.queryValue("state").orElse(null), challenge(call), offline);
    }

    private static @Nullable String challenge(Call call) throws Blocked {
        Optional<String> challenge = call.queryValue("code_challenge");
        if (challenge.isPresent()
                && !(call.queryValue("code_challenge_method").orElse("plain").equals("S256")
                        && CodeChallenge.isWellFormed(challenge.get()))) {
            throw new Blocked("400: invalid_request", "The code challenge must be made with S256.");
        }
        return challenge.orElse(null);
    }

    private static String required(Call call, String name) throws Blocked {
        return call.queryValue(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new Blocked("400: invalid_request", "Missing required parameter: " + name));
    }
}
