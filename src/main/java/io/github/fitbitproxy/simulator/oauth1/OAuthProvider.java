package io.github.fitbitproxy.simulator.oauth1;

import io.github.fitbitproxy.simulator.consent.ClientCredentials;
import io.github.fitbitproxy.simulator.consent.ResourceOwner;
import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.http.PercentCode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The three steps of OAuth 1.0a (RFC 5849 §2), and the check of every call after them. */
public final class OAuthProvider {

    private final SignatureCheck check;
    private final PendingAuthorisations pending;
    private final TokenIssuer tokens;
    private final List<ResourceOwner> owners;

    public OAuthProvider(
            ClientCredentials client, TokenIssuer tokens, List<ResourceOwner> owners, Supplier<String> randomText) {
        this.check = new SignatureCheck(client);
        this.pending = new PendingAuthorisations(randomText);
        this.tokens = tokens;
        this.owners = List.copyOf(owners);
    }

    /** Whose token signed this call. */
    public TokenCredentials authenticate(Call call, Instant now) throws OAuthProblem {
        AuthorizationHeader header = check.check(call, now, signed -> {
            String token = signed.value("oauth_token").orElse("");
            return token.isEmpty() || pending.find(token, now).isPresent()
                    ? pending.find(token, now).map(TemporaryCredentials::secret).orElse("")
                    : known(signed, token).secret();
        });
        String token = header.value("oauth_token").orElseThrow(OAuthProblem::ownerRequired);
        return tokens.find(token).orElseThrow(OAuthProblem::userTokenNeeded);
    }

    /** Answers a path under {@code /oauth/}; empty if there is none of that name. */
    public Optional<Answer> answer(Call call, Instant now) throws OAuthProblem {
        boolean post = call.method().equals("POST");
        return switch (call.path()) {
            case "/oauth/request_token" -> Optional.of(requestToken(call, now));
            case "/oauth/access_token" -> Optional.of(accessToken(call, now));
            case "/oauth/authorize", "/oauth/authenticate", "/oauth/logout_and_authorize" ->
                Optional.of(post ? decide(call, now) : ask(call, now));
            default -> Optional.empty();
        };
    }

    private Answer requestToken(Call call, Instant now) throws OAuthProblem {
        AuthorizationHeader header = check.check(call, now, signed -> "");
        String callback = header.value("oauth_callback").orElse("oob");
        if (!callback.equals("oob") && !isWebAddress(callback)) {
            throw OAuthProblem.parameterRejected("oauth_callback");
        }
        TemporaryCredentials begun = pending.begin(callback.equals("oob") ? null : callback, now);
        return Answer.form("oauth_token=" + PercentCode.encode(begun.token()) + "&oauth_token_secret="
                + PercentCode.encode(begun.secret()) + "&oauth_callback_confirmed=true");
    }

    private Answer accessToken(Call call, Instant now) throws OAuthProblem {
        AuthorizationHeader header = check.check(call, now, signed -> {
            String token = signed.value("oauth_token").orElseThrow(() -> absent("oauth_token"));
            return pending.find(token, now)
                    .orElseThrow(OAuthProblem::temporaryToken)
                    .secret();
        });
        String verifier = header.value("oauth_verifier").orElseThrow(() -> absent("oauth_verifier"));
        String owner = pending.redeem(header.value("oauth_token").orElseThrow(), verifier, now);
        TokenCredentials issued = tokens.issue(owner);
        return Answer.form("oauth_token=" + PercentCode.encode(issued.token()) + "&oauth_token_secret="
                + PercentCode.encode(issued.secret()) + "&encoded_user_id=" + PercentCode.encode(owner));
    }

    private Answer ask(Call call, Instant now) {
        return call.queryValue("oauth_token")
                .flatMap(token -> pending.find(token, now))
                .filter(credentials -> credentials.decision() == null)
                .map(credentials -> Answer.html(200, ConsentPage.question(credentials.token(), owners)))
                .orElseGet(() -> Answer.html(400, ConsentPage.unknownToken()));
    }

    private Answer decide(Call call, Instant now) {
        boolean allow = call.formValue("decision").orElse("deny").equals("allow");
        Optional<String> owner = call.formValue("wearer")
                .filter(id -> owners.stream().anyMatch(known -> known.id().equals(id)));
        if (allow && owner.isEmpty()) {
            return Answer.html(400, ConsentPage.noWearer());
        }
        return call.formValue("oauth_token")
                .flatMap(token -> pending.decide(token, allow ? owner.orElse(null) : null, now))
                .map(OAuthProvider::goBack)
                .orElseGet(() -> Answer.html(400, ConsentPage.unknownToken()));
    }

    private static Answer goBack(TemporaryCredentials decided) {
        TemporaryCredentials.Decision decision = decided.decision();
        @Nullable String verifier = decision == null || decision.owner() == null ? null : decision.verifier();
        String callback = decided.callback();
        if (callback == null) {
            return Answer.html(200, verifier == null ? ConsentPage.denied() : ConsentPage.verifier(verifier));
        }
        int fragment = callback.indexOf('#');
        String address = fragment < 0 ? callback : callback.substring(0, fragment);
        return Answer.redirect(address + (address.contains("?") ? "&" : "?") + "oauth_token="
                + PercentCode.encode(decided.token())
                + (verifier == null ? "" : "&oauth_verifier=" + PercentCode.encode(verifier)));
    }

    private TokenCredentials known(AuthorizationHeader header, String token) throws OAuthProblem {
        return tokens.find(token)
                .orElseThrow(() -> OAuthProblem.signatureOrToken(
                        header.value("oauth_signature").orElse(""), token));
    }

    private static OAuthProblem absent(String name) {
        return OAuthProblem.parametersAbsent(List.of(name));
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
