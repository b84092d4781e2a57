package io.github.fitbitproxy.simulator.google;

import io.github.fitbitproxy.simulator.fault.Refusals;
import io.github.fitbitproxy.simulator.http.Answer;
import java.time.Instant;

/** The words of the Google Health API and of Google's token endpoint. */
public final class GoogleRefusals implements Refusals {

    private final boolean token;
    private final Instant now;

    /** @param token whether the token endpoint is called, which words its errors otherwise */
    public GoogleRefusals(boolean token, Instant now) {
        this.token = token;
        this.now = now;
    }

    @Override
    public Answer unauthorised() {
        return token ? invalidClient() : ApiError.tokenInvalid().answer();
    }

    @Override
    public Answer revoked() {
        return token ? invalidGrant() : ApiError.tokenInvalid().answer();
    }

    @Override
    public Answer forbidden() {
        return ApiError.scopeMissing("google.devicesandservices.health.v4.DataPointsService")
                .answer();
    }

    @Override
    public Answer forbiddenWithoutReason() {
        return ApiError.of(403, "PERMISSION_DENIED", "The caller does not have permission")
                .answer();
    }

    @Override
    public Answer rateLimited() {
        return rateLimitedWithoutHeaders().with("Retry-After", Long.toString(Quota.secondsToReset(now)));
    }

    @Override
    public Answer rateLimitedWithoutHeaders() {
        return ApiError.quotaSpent().answer();
    }

    @Override
    public Answer brokenInside() {
        return ApiError.of(500, "INTERNAL", "Internal error encountered.").answer();
    }

    @Override
    public Answer unavailable() {
        return ApiError.of(503, "UNAVAILABLE", "The service is currently unavailable.")
                .answer();
    }

    @Override
    public Answer tooLate() {
        return ApiError.of(504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete.")
                .answer();
    }

    @Override
    public Answer gone() {
        return Answer.html(410, "<html><body><h1>410 Gone</h1></body></html>");
    }

    @Override
    public Answer invalidGrant() {
        return TokenRefusal.grantDead().answer();
    }

    @Override
    public Answer invalidClient() {
        return TokenRefusal.client("Unauthorized").answer();
    }
}
