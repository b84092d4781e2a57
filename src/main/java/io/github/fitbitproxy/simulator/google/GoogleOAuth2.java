package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.consent.ClientCredentials;
import io.github.fitbitproxy.simulator.consent.ResourceOwner;
import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.oauth2.AuthorizationCodes;
import io.github.fitbitproxy.simulator.oauth2.ClientAuthentication;
import io.github.fitbitproxy.simulator.oauth2.CodeChallenge;
import io.github.fitbitproxy.simulator.oauth2.Consent;
import io.github.fitbitproxy.simulator.oauth2.GrantedScopes;
import io.github.fitbitproxy.simulator.oauth2.Token;
import io.github.fitbitproxy.simulator.oauth2.Token.Kind;
import io.github.fitbitproxy.simulator.oauth2.Token.State;
import io.github.fitbitproxy.simulator.oauth2.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Google's OAuth 2.0 ("Using OAuth 2.0 for Web Server Applications"): refresh tokens do not rotate, an access token lives an
 * hour, and a grant of an app in testing seven days.
 */
public final class GoogleOAuth2 {

    /** How long an access token lives if nothing else was set. */
    public static final Duration ACCESS_LIFETIME = Duration.ofSeconds(3599);

    private static final Duration TESTING_LIFETIME = Duration.ofDays(7).minusSeconds(1);

    private final ClientCredentials client;
    private final Tokens tokens;
    private final Duration accessLifetime;
    private final AuthorizationCodes codes;
    private final GoogleConsent consent;

    /** @param newCode gives an authorization code */
    public GoogleOAuth2(
            ClientCredentials client,
            Tokens tokens,
            Duration accessLifetime,
            List<ResourceOwner> owners,
            Supplier<String> newCode) {
        this.client = client;
        this.tokens = tokens;
        this.accessLifetime = accessLifetime;
        this.codes = new AuthorizationCodes(newCode);
        this.consent = new GoogleConsent(client.id(), List.copyOf(owners), codes);
    }

    /** @param path below the prefix; empty if it is none of OAuth's */
    public Optional<Answer> answer(Call call, String path, @Nullable FaultRule fault, Instant now) {
        try {
            return switch (call.method() + " " + path) {
                case "GET /o/oauth2/v2/auth", "POST /o/oauth2/v2/auth" -> Optional.of(consent.answer(call, now));
                case "POST /token" -> Optional.of(token(call, fault, now));
                case "POST /revoke" -> Optional.of(revoke(call, now));
                default -> Optional.empty();
            };
        } catch (TokenRefusal refused) {
            return Optional.of(refused.answer());
        }
    }

    private Answer token(Call call, @Nullable FaultRule fault, Instant now) throws TokenRefusal {
        String grantType = required(call, "grant_type");
        authenticateClient(call);
        return switch (grantType) {
            case "authorization_code" -> exchange(call, fault, now);
            case "refresh_token" -> refresh(call, fault, now);
            default -> throw TokenRefusal.grantType(grantType);
        };
    }

    private Answer exchange(Call call, @Nullable FaultRule fault, Instant now) throws TokenRefusal {
        Consent given = codes.redeem(required(call, "code"), now).orElseThrow(() -> TokenRefusal.grant("Bad Request"));
        if (!required(call, "redirect_uri").equals(given.request().redirectUri())) {
            throw TokenRefusal.redirect();
        }
        Optional<String> verifier = call.formValue("code_verifier");
        if (!CodeChallenge.fits(given.request().codeChallenge(), verifier.orElse(null))) {
            throw TokenRefusal.grant(verifier.isEmpty() ? "Missing code verifier." : "Invalid code verifier.");
        }
        boolean testing = fault != null && fault.fault() == Fault.TESTING_GRANT;
        SortedSet<String> granted = GrantedScopes.of(given.scopes(), fault);
        Token refresh = new Token(
                Kind.REFRESH,
                given.owner(),
                tokens.newGrant(),
                granted,
                now,
                testing ? now.plus(TESTING_LIFETIME) : null);
        ObjectNode answer = access(refresh, granted, now);
        if (given.request().refreshable()) {
            answer.put("refresh_token", tokens.issue(refresh));
            if (testing) {
                answer.put("refresh_token_expires_in", TESTING_LIFETIME.toSeconds());
            }
        }
        return tokenAnswer(answer);
    }

    private Answer refresh(Call call, @Nullable FaultRule fault, Instant now) throws TokenRefusal {
        Token refresh =
                tokens.live(required(call, "refresh_token"), Kind.REFRESH, now).orElseThrow(TokenRefusal::grantDead);
        return tokenAnswer(access(refresh, GrantedScopes.of(refresh.scopes(), fault), now));
    }

    private ObjectNode access(Token refresh, SortedSet<String> granted, Instant now) {
        ObjectNode answer = Json.object();
        answer.put("access_token", tokens.issue(refresh.access(granted, now, now.plus(accessLifetime))));
        answer.put("expires_in", accessLifetime.toSeconds());
        answer.put("scope", String.join(" ", granted));
        answer.put("token_type", "Bearer");
        return answer;
    }

    /** RFC 7009: the grant ends with whichever of its tokens is revoked. */
    private Answer revoke(Call call, Instant now) throws TokenRefusal {
        String text = call.formValue("token")
                .or(() -> call.queryValue("token"))
                .orElseThrow(() -> TokenRefusal.request("Missing required parameter: token"));
        Token token = tokens.find(text)
                .filter(found -> tokens.state(text, found, now) == State.LIVE)
                .orElseThrow(TokenRefusal::token);
        tokens.revokeGrant(token.grant());
        return Json.pretty(200, Json.object());
    }

    private void authenticateClient(Call call) throws TokenRefusal {
        ClientCredentials given = ClientAuthentication.form(call)
                .or(() -> ClientAuthentication.basic(call))
                .orElseThrow(() -> TokenRefusal.request("Could not determine client ID from request."));
        if (!ClientAuthentication.same(client.id(), given.id())) {
            throw TokenRefusal.client("The OAuth client was not found.");
        }
        if (!ClientAuthentication.same(client.secret(), given.secret())) {
            throw TokenRefusal.client("The provided client secret is invalid.");
        }
    }

    private static Answer tokenAnswer(ObjectNode answer) {
        return Json.pretty(200, answer).with("Cache-Control", "no-store");
    }

    private static String required(Call call, String name) throws TokenRefusal {
        return call.formValue(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> TokenRefusal.request("Missing required parameter: " + name));
    }
}
