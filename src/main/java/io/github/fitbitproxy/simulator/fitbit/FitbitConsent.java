package io.github.fitbitproxy.simulator.fitbit;

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
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page {@code /oauth2/authorize} ("Authorize"). What is wrong with the request is shown there and redirects nobody. */
final class FitbitConsent {

    private final String clientId;
    private final List<ResourceOwner> owners;
    private final AuthorizationCodes codes;

    FitbitConsent(String clientId, List<ResourceOwner> owners, AuthorizationCodes codes) {
        this.clientId = clientId;
        this.owners = owners;
        this.codes = codes;
    }

    Answer answer(Call call, Instant now) {
        ConsentRequest request;
        try {
            request = parse(call);
        } catch (IllegalArgumentException refused) {
            return Answer.html(
                    400,
                    Page.of(
                            "Developer information",
                            "<p>%s</p>".formatted(Page.escape(String.valueOf(refused.getMessage())))));
        }
        return call.method().equals("POST")
                ? decide(call, request, now)
                : Answer.html(200, ScopePage.question(call, request, owners, FitbitScopes.SENTENCES));
    }

    private Answer decide(Call form, ConsentRequest request, Instant now) {
        String state = request.state() == null ? "" : "&state=" + PercentCode.encode(request.state());
        if (Consent.denied(form)) {
            return back(request, "error=access_denied&error_description=The+user+denied+the+request." + state);
        }
        Optional<Consent> consent = Consent.read(form, request, owners);
        return consent.map(given -> back(request, "code=" + codes.issue(given, now) + state))
                .orElseGet(() -> Answer.html(400, ScopePage.nothingChosen()));
    }

    /** The vendor puts an empty-looking fragment behind. */
    private static Answer back(ConsentRequest request, String parameters) {
        String address = request.redirectUri();
        return Answer.redirect(address + (address.contains("?") ? "&" : "?") + parameters + "#_=_");
    }

    /** @throws IllegalArgumentException in the vendor's words */
    private ConsentRequest parse(Call call) {
        String client = call.queryValue("client_id")
                .orElseThrow(() -> new IllegalArgumentException("invalid_request - Missing parameters: client_id"));
        if (!client.equals(clientId)) {
            throw new IllegalArgumentException("unauthorized_client - Invalid client_id");
        }
        String type = call.queryValue("response_type")
                .orElseThrow(
                        () -> new IllegalArgumentException("invalid_request - Missing response_type parameter value"));
        if (!type.equals("code")) {
            throw new IllegalArgumentException("unsupported_response_type - Invalid response_type parameter value");
        }
        String redirect = call.queryValue("redirect_uri")
                .orElseThrow(
                        () -> new IllegalArgumentException("invalid_request - Missing redirect_uri parameter value"));
        if (!isWebAddress(redirect)) {
            throw new IllegalArgumentException("invalid_request - Invalid redirect_uri parameter value");
        }
        List<String> scopes = List.of(call.queryValue("scope")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("invalid_request - Missing parameters: scope"))
                .strip()
                .split(" +"));
        for (String scope : scopes) {
            if (!FitbitScopes.SENTENCES.containsKey(scope)) {
                throw new IllegalArgumentException("invalid_scope - Invalid scope: " + scope);
            }
        }
        return new ConsentRequest(redirect, scopes, call.queryValue("state").orElse(null), challenge(call), true);
    }

    private static @Nullable String challenge(Call call) {
        Optional<String> challenge = call.queryValue("code_challenge");
        if (challenge.isEmpty()) {
            return null;
        }
        if (!call.queryValue("code_challenge_method").orElse("plain").equals("S256")) {
            throw new IllegalArgumentException("invalid_request - Unsupported code_challenge_method");
        }
        int length = challenge.get().length();
        if (length < 43 || length > 128) {
            throw new IllegalArgumentException(
                    "invalid_request - The code_challenge parameter length must be between 43 and 128");
        }
        if (!CodeChallenge.isWellFormed(challenge.get())) {
            throw new IllegalArgumentException("invalid_request - The code_challenge parameter is invalid");
        }
        return challenge.get();
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getScheme() != null
                    && uri.getScheme().matches("(?i)https?")
                    && uri.getRawAuthority() != null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
