package io.github.fitbitproxy.simulator;

import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.simulator.fault.Refusals;
import io.github.fitbitproxy.simulator.google.GoogleHealthApi;
import io.github.fitbitproxy.simulator.google.GoogleOAuth2;
import io.github.fitbitproxy.simulator.google.GoogleRefusals;
import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.oauth2.BearerToken;
import io.github.fitbitproxy.simulator.oauth2.Token;
import io.github.fitbitproxy.simulator.oauth2.Tokens;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Google's hosts, all of them under one path of the simulator. */
final class GoogleCloud implements Cloud {

    static final String PREFIX = "/google";

    private final GoogleOAuth2 oauth2;
    private final Tokens tokens;
    private final GoogleHealthApi api;

    GoogleCloud(GoogleOAuth2 oauth2, Tokens tokens, GoogleHealthApi api) {
        this.oauth2 = oauth2;
        this.tokens = tokens;
        this.api = api;
    }

    @Override
    public Caller caller(Call call) {
        String text = BearerToken.of(call)
                .or(() -> call.formValue("refresh_token"))
                .or(() -> call.formValue("token"))
                .orElse("");
        @Nullable String owner = tokens.find(text).map(Token::owner).orElse(null);
        return new Caller(call.path(), text, owner);
    }

    @Override
    public Answer answer(Call call, Caller caller, @Nullable FaultRule fault, Instant now) {
        String path = caller.path().substring(PREFIX.length());
        return oauth2.answer(call, path, fault, now).orElseGet(() -> api.answer(call, path, fault, now));
    }

    @Override
    public Refusals refusals(Call call, Caller caller, Instant now) {
        return new GoogleRefusals(!call.path().startsWith(PREFIX + "/v4/"), now);
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
}
