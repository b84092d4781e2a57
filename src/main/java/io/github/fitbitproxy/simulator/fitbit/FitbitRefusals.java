package io.github.fitbitproxy.simulator.fitbit;

import io.github.fitbitproxy.simulator.fault.Refusals;
import io.github.fitbitproxy.simulator.http.Answer;
import java.time.Instant;

/** The words of the Fitbit Web API with OAuth 2.0 ("Error messages"). */
public class FitbitRefusals implements Refusals {

    private final String token;
    private final Instant now;

    /** @param token as the refusals repeat it; may be empty */
    public FitbitRefusals(String token, Instant now) {
        this.token = token;
        this.now = now;
    }

    @Override
    public Answer unauthorised() {
        return RefusedCall.tokenInvalid(token).answer();
    }

    @Override
    public Answer revoked() {
        return RefusedCall.tokenInvalid(token).answer();
    }

    @Override
    public Answer forbidden() {
        return RefusedCall.scopeMissing("this").answer();
    }

    @Override
    public Answer rateLimited() {
        String reset = Long.toString(RateLimit.secondsToReset(now));
        return RateLimit.exceeded()
                .with("Retry-After", reset)
                .with("Fitbit-Rate-Limit-Limit", "150")
                .with("Fitbit-Rate-Limit-Remaining", "0")
                .with("Fitbit-Rate-Limit-Reset", reset);
    }

    @Override
    public Answer rateLimitedWithoutHeaders() {
        return RateLimit.exceeded();
    }

    @Override
    public Answer brokenInside() {
        return RefusedCall.broken().answer();
    }

    @Override
    public Answer unavailable() {
        return Answer.empty(503);
    }

    @Override
    public Answer tooLate() {
        return Answer.empty(504);
    }

    @Override
    public Answer gone() {
        return Answer.error(410, "request", "n/a", "This API is no longer available.");
    }

    @Override
    public Answer invalidGrant() {
        return RefusedCall.grantInvalid("Refresh token invalid: " + token + ".").answer();
    }

    @Override
    public Answer invalidClient() {
        return RefusedCall.clientInvalid("Invalid client credentials.").answer();
    }
}
