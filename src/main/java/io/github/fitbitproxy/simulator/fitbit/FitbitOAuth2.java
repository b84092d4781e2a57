package io.github.fitbitproxy.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.consent.ClientCredentials;
import io.github.fitbitproxy.simulator.consent.ResourceOwner;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.oauth2.AuthorizationCodes;
import io.github.fitbitproxy.simulator.oauth2.BearerToken;
import io.github.fitbitproxy.simulator.oauth2.ClientAuthentication;
import io.github.fitbitproxy.simulator.oauth2.CodeChallenge;
import io.github.fitbitproxy.simulator.oauth2.Consent;
import io.github.fitbitproxy.simulator.oauth2.GrantedScopes;
import io.github.fitbitproxy.simulator.oauth2.Rotation;
import io.github.fitbitproxy.simulator.oauth2.Token;
import io.github.fitbitproxy.simulator.oauth2.Token.Kind;
import io.github.fitbitproxy.simulator.oauth2.Token.State;
import io.github.fitbitproxy.simulator.oauth2.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2.0 as the Fitbit Web API speaks it ("Authorization"): HTTP Basic for the app, refresh tokens that work once, eight
 * hours for an access token.
 */
public final class FitbitOAuth2 {

    /** How long an access token lives if nothing else was set. */
    public static final Duration ACCESS_LIFETIME = Duration.ofSeconds(28_800);

    private final ClientCredentials client;
    private final Tokens tokens;
    private final Duration accessLifetime;
    private final AuthorizationCodes codes;
    private final FitbitConsent consent;
    private final Rotation rotation = new Rotation();

    /** @param newCode gives an authorization code */
    public FitbitOAuth2(
            ClientCredentials client,
            Tokens tokens,
            Duration accessLifetime,
            List<ResourceOwner> owners,
            Supplier<String> newCode) {
        this.client = client;
        this.tokens = tokens;
        this.accessLifetime = accessLifetime;
        this.codes = new AuthorizationCodes(newCode);
        this.consent = new FitbitConsent(client.id(), List.copyOf(owners), codes);
    }

    /** Answers the paths of OAuth 2.0; empty if it is none of them. */
    public Optional<Answer> answer(Call call, @Nullable FaultRule fault, Instant now) throws RefusedCall {
        if (call.path().equals("/oauth2/authorize")) {
            return Optional.of(consent.answer(call, now));
        }
        if (!call.method().equals("POST")) {
            return Optional.empty();
        }
        return switch (call.path()) {
            case "/oauth2/token" -> Optional.of(token(call, fault, now));
            case "/oauth2/revoke" -> Optional.of(revoke(call));
            case "/1.1/oauth2/introspect" -> Optional.of(introspect(call, now));
            default -> Optional.empty();
        };
    }

    /** Whose token a call carries, if it may be used (RFC 6750). */
    public Token authenticate(Call call, Instant now) throws RefusedCall {
        String text = BearerToken.of(call).orElse("");
        Token token = tokens.find(text)
                .filter(found -> found.kind() == Kind.ACCESS)
                .orElseThrow(() -> RefusedCall.tokenInvalid(text));
        State state = tokens.state(text, token, now);
        if (state == State.EXPIRED) {
            throw RefusedCall.tokenExpired(text);
        } else if (state == State.REVOKED) {
            throw RefusedCall.tokenInvalid(text);
        }
        return token;
    }

    private Answer token(Call call, @Nullable FaultRule fault, Instant now) throws RefusedCall {
        authenticateClient(call);
        return switch (required(call, "grant_type")) {
            case "authorization_code" -> exchange(call, fault, now);
            case "refresh_token" -> refresh(call, fault, now);
            default -> throw RefusedCall.requestInvalid("Invalid grant_type parameter value.");
        };
    }

    private Answer exchange(Call call, @Nullable FaultRule fault, Instant now) throws RefusedCall {
        String code = required(call, "code");
        Consent given = codes.redeem(code, now)
                .orElseThrow(() -> RefusedCall.grantInvalid("Authorization code invalid: " + code));
        String redirect = call.formValue("redirect_uri").orElse("");
        if (!redirect.equals(given.request().redirectUri())) {
            throw RefusedCall.grantInvalid("Redirect_uri mismatch: " + redirect + ".");
        }
        if (!CodeChallenge.fits(
                given.request().codeChallenge(), call.formValue("code_verifier").orElse(null))) {
            throw RefusedCall.grantInvalid("The code_verifier does not fit the code_challenge.");
        }
        SortedSet<String> granted = GrantedScopes.of(given.scopes(), fault);
        return pair(new Token(Kind.REFRESH, given.owner(), tokens.newGrant(), granted, now, null), granted, now);
    }

    private Answer refresh(Call call, @Nullable FaultRule fault, Instant now) throws RefusedCall {
        String text = required(call, "refresh_token");
        RefusedCall invalid = RefusedCall.grantInvalid("Refresh token invalid: " + text + ".");
        Token token = tokens.live(text, Kind.REFRESH, now).orElseThrow(() -> invalid);
        Supplier<Answer> pair = () -> pair(token, GrantedScopes.of(token.scopes(), fault), now);
        return tokens.isPreset(text)
                ? pair.get()
                : rotation.use(text, now, pair).orElseThrow(() -> invalid);
    }

    private Answer pair(Token refresh, SortedSet<String> granted, Instant now) {
        ObjectNode answer = Json.object();
        answer.put("access_token", tokens.issue(refresh.access(granted, now, now.plus(accessLifetime))));
        answer.put("expires_in", accessLifetime.toSeconds());
        answer.put(
                "refresh_token",
                tokens.issue(new Token(Kind.REFRESH, refresh.owner(), refresh.grant(), refresh.scopes(), now, null)));
        // The vendor's order is not the one that was asked for, and not stable.
        answer.put("scope", String.join(" ", new TreeSet<>(granted).descendingSet()));
        answer.put("token_type", "Bearer");
        answer.put("user_id", refresh.owner());
        return Answer.json(200, answer).with("Cache-Control", "no-store");
    }

    /** Ends all tokens that the person gave to the app. RFC 7009 §2.2: an unknown one is no error. */
    private Answer revoke(Call call) throws RefusedCall {
        authenticateClient(call);
        tokens.find(required(call, "token")).ifPresent(token -> tokens.revokeOwner(token.owner()));
        return Answer.empty(200);
    }

    private Answer introspect(Call call, Instant now) throws RefusedCall {
        authenticate(call, now);
        String text = required(call, "token");
        ObjectNode answer = Json.object();
        Optional<Token> live = tokens.find(text).filter(token -> tokens.state(text, token, now) == State.LIVE);
        answer.put("active", live.isPresent());
        live.ifPresent(token -> {
            answer.put(
                    "scope",
                    token.scopes().stream()
                            .map(scope -> scope.toUpperCase(Locale.ROOT) + "=READ_WRITE")
                            .collect(Collectors.joining(", ", "{", "}")));
            answer.put("client_id", client.id());
            answer.put("user_id", token.owner());
            answer.put("token_type", token.kind() == Kind.ACCESS ? "access_token" : "refresh_token");
            Instant end = token.expiresAt();
            if (end != null) {
                answer.put("exp", end.toEpochMilli());
            }
            answer.put("iat", token.issuedAt().toEpochMilli());
        });
        return Answer.json(200, answer);
    }

    private void authenticateClient(Call call) throws RefusedCall {
        ClientCredentials given = ClientAuthentication.basic(call)
                .orElseThrow(() -> RefusedCall.clientInvalid("Invalid authorization header format. The header was not"
                        + " recognized to be a valid header for any of known implementations."));
        if (!ClientAuthentication.same(client.id(), given.id())
                || !ClientAuthentication.same(client.secret(), given.secret())) {
            throw RefusedCall.clientInvalid("Invalid client credentials.");
        }
    }

    private static String required(Call call, String name) throws RefusedCall {
        return call.formValue(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> RefusedCall.requestInvalid("Missing parameters: " + name));
    }
}
