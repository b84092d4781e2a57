package io.github.fitbitproxy.simulator;

import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.simulator.fault.Refusals;
import io.github.fitbitproxy.simulator.fitbit.FitbitApi;
import io.github.fitbitproxy.simulator.fitbit.FitbitOAuth2;
import io.github.fitbitproxy.simulator.fitbit.FitbitRefusals;
import io.github.fitbitproxy.simulator.fitbit.FitbitScopes;
import io.github.fitbitproxy.simulator.fitbit.RateLimit;
import io.github.fitbitproxy.simulator.fitbit.RefusedCall;
import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.oauth1.AuthorizationHeader;
import io.github.fitbitproxy.simulator.oauth1.OAuthProblem;
import io.github.fitbitproxy.simulator.oauth1.OAuthProvider;
import io.github.fitbitproxy.simulator.oauth1.SignedRefusals;
import io.github.fitbitproxy.simulator.oauth1.TokenCredentials;
import io.github.fitbitproxy.simulator.oauth1.TokenIssuer;
import io.github.fitbitproxy.simulator.oauth2.BearerToken;
import io.github.fitbitproxy.simulator.oauth2.Token;
import io.github.fitbitproxy.simulator.oauth2.Tokens;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Fitbit Web API: signed with OAuth 1.0a or called with a token of OAuth 2.0, the same data behind both. */
final class FitbitCloud implements Cloud {

    /** What stands behind the signatures. */
    interface Resources {

        /**
         * @param path without a query, the wearer written as {@code -}
         * @param scopes what the caller may see
         */
        Answer answer(Call call, String path, String owner, SortedSet<String> scopes, Instant now);
    }

    private static final Pattern USER = Pattern.compile("(/[0-9.]+/user/)([^/]+)(/.*)");

    private final OAuthProvider oauth1;
    private final TokenIssuer signedTokens;
    private final FitbitOAuth2 oauth2;
    private final Tokens tokens;
    private final RateLimit rateLimit;
    private final Resources resources;

    FitbitCloud(
            OAuthProvider oauth1,
            TokenIssuer signedTokens,
            FitbitOAuth2 oauth2,
            Tokens tokens,
            RateLimit rateLimit,
            Resources resources) {
        this.oauth1 = oauth1;
        this.signedTokens = signedTokens;
        this.oauth2 = oauth2;
        this.tokens = tokens;
        this.rateLimit = rateLimit;
        this.resources = resources;
    }

    @Override
    public Caller caller(Call call) {
        Optional<String> bearer =
                BearerToken.of(call).or(() -> call.formValue("refresh_token")).or(() -> call.formValue("token"));
        if (bearer.isPresent()) {
            @Nullable String owner = tokens.find(bearer.get()).map(Token::owner).orElse(null);
            return new Caller(ownPath(call.path(), owner), bearer.get(), owner);
        }
        String signed = AuthorizationHeader.parse(call.authorization())
                .flatMap(header -> header.value("oauth_token"))
                .orElse("");
        @Nullable
        String owner = signedTokens.find(signed).map(TokenCredentials::owner).orElse(null);
        return new Caller(ownPath(call.path(), owner), signed, owner);
    }

    @Override
    public Answer answer(Call call, Caller caller, @Nullable FaultRule fault, Instant now) {
        try {
            if (caller.path().startsWith("/oauth/")) {
                return oauth1.answer(call, now).orElseGet(FitbitApi::notFound);
            }
            Optional<Answer> oauth2Answer = oauth2.answer(call, fault, now);
            if (oauth2Answer.isPresent()) {
                return oauth2Answer.get();
            }
            if (BearerToken.of(call).isPresent()) {
                Token token = oauth2.authenticate(call, now);
                return resource(call, caller.path(), token.owner(), token.scopes(), now);
            }
            return resource(call, caller.path(), oauth1.authenticate(call, now).owner(), FitbitScopes.all(), now);
        } catch (OAuthProblem problem) {
            return problem.answer();
        } catch (RefusedCall refused) {
            return refused.answer();
        }
    }

    @Override
    public Refusals refusals(Call call, Caller caller, Instant now) {
        boolean bearer = BearerToken.of(call).isPresent() || call.path().startsWith("/oauth2/");
        return bearer ? new FitbitRefusals(caller.credential(), now) : new SignedRefusals(caller.credential(), now);
    }

    @Override
    public void expire(Caller caller) {
        tokens.expire(caller.credential());
    }

    @Override
    public void revoke(Caller caller) {
        tokens.find(caller.credential()).ifPresent(token -> tokens.revokeGrant(token.grant()));
    }

    @Override
    public void forgive() {
        tokens.forgive();
    }

    private Answer resource(Call call, String path, String owner, SortedSet<String> scopes, Instant now) {
        int left = rateLimit.spend(owner, now);
        if (left < 0) {
            Answer exceeded = RateLimit.exceeded().with("Retry-After", Long.toString(RateLimit.secondsToReset(now)));
            return rateLimit.withHeaders(exceeded, left, now);
        }
        return rateLimit.withHeaders(permitted(call, path, owner, scopes, now), left, now);
    }

    private Answer permitted(Call call, String path, String owner, SortedSet<String> scopes, Instant now) {
        if (!call.method().equals("GET")) {
            return Answer.error(
                    403,
                    "insufficient_permissions",
                    "n/a",
                    "Read-only API client is not authorized to update resources.");
        }
        Matcher user = USER.matcher(path);
        if (user.matches() && !user.group(2).equals("-")) {
            return Answer.error(
                    403,
                    "insufficient_permissions",
                    "n/a",
                    "The authenticated user does not have permission to perform the requested operation.");
        }
        Optional<String> missing = FitbitScopes.required(path).filter(scope -> !scopes.contains(scope));
        return missing.map(FitbitApi::forbidden).orElseGet(() -> resources.answer(call, path, owner, scopes, now));
    }

    /** Writes the caller's own encoded id as {@code -}. */
    private static String ownPath(String path, @Nullable String owner) {
        Matcher user = USER.matcher(path);
        return user.matches() && user.group(2).equals(owner) ? user.group(1) + "-" + user.group(3) : path;
    }
}
