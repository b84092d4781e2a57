package io.github.fitbitproxy.simulator.oauth1;

import io.github.fitbitproxy.simulator.fitbit.FitbitRefusals;
import io.github.fitbitproxy.simulator.http.Answer;
import java.time.Instant;

/** The same vendor while it spoke OAuth 1.0a. */
public final class SignedRefusals extends FitbitRefusals {

    private final String token;

    /** @param token as the refusals repeat it; may be empty */
    public SignedRefusals(String token, Instant now) {
        super(token, now);
        this.token = token;
    }

    @Override
    public Answer unauthorised() {
        return OAuthProblem.signatureOrToken("", token).answer();
    }

    @Override
    public Answer revoked() {
        return OAuthProblem.tokenRevoked(token).answer();
    }
}
