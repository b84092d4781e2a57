package io.github.fitbitproxy.simulator.google;

import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.oauth2.BearerToken;
import io.github.fitbitproxy.simulator.oauth2.Token;
import io.github.fitbitproxy.simulator.oauth2.Token.Kind;
import io.github.fitbitproxy.simulator.oauth2.Tokens;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resources of the Google Health API, version 4. */
public final class GoogleHealthApi {

    private final Tokens tokens;
    private final Quota quota;
    private final Map<String, WearerLife> livesByOwner;

    public GoogleHealthApi(Tokens tokens, Quota quota, Map<String, WearerLife> livesByOwner) {
        this.tokens = tokens;
        this.quota = quota;
        this.livesByOwner = Map.copyOf(livesByOwner);
    }

    /** @param path below the prefix, the wearer written as {@code me} */
    public Answer answer(Call call, String path, @Nullable FaultRule fault, Instant now) {
        try {
            if (!call.method().equals("GET") || !path.equals("/v4/users/me/identity")) {
                return ApiError.notThere();
            }
            String text = BearerToken.of(call).orElseThrow(() -> ApiError.credentialsMissing("identity"));
            Token token = tokens.live(text, Kind.ACCESS, now).orElseThrow(ApiError::tokenInvalid);
            if (!quota.spend(token.owner(), now)) {
                throw ApiError.quotaSpent();
            }
            if (!livesByOwner.containsKey(token.owner())) {
                throw ApiError.accountNotLinked();
            }
            return Json.pretty(
                    200,
                    Json.object()
                            .put("name", "users/me/identity")
                            .put(
                                    "healthUserId",
                                    "100000000000000000" + token.owner().charAt(5))
                            .put("legacyUserId", token.owner()));
        } catch (ApiError error) {
            return error.answer();
        }
    }
}
