package io.github.fitbitproxy.simulator.fitbit;

import io.github.fitbitproxy.simulator.http.Answer;

/** A call that the API or the token endpoint answers with an error ("Error messages"). */
public final class RefusedCall extends Exception {

    private static final long serialVersionUID = 1;

    private static final String TAIL =
            "Visit https://dev.fitbit.com/docs/oauth2 for more information on the Fitbit Web API authorization process.";

    private final transient Answer answer;

    private RefusedCall(Answer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }

    static RefusedCall validation(String fieldName, String message) {
        return new RefusedCall(Answer.validation(fieldName, message));
    }

    /** The vendor's documented-but-broken period {@code max} ended like this. */
    static RefusedCall broken() {
        return new RefusedCall(Answer.error(
                500,
                "request",
                "500",
                "An error occurred with the Fitbit Web API while processing the request. Error id: "
                        + "00000000-0000-4000-8000-000000000000"));
    }

    static RefusedCall tokenExpired(String token) {
        return unauthorised("expired_token", "Access token expired: " + token + ". " + TAIL);
    }

    static RefusedCall tokenInvalid(String token) {
        return unauthorised("invalid_token", "Access token invalid: " + token + ". " + TAIL);
    }

    static RefusedCall scopeMissing(String scope) {
        return new RefusedCall(Answer.error(
                403,
                "insufficient_scope",
                "n/a",
                "This application does not have permission to access " + scope + " data. " + TAIL));
    }

    static RefusedCall clientInvalid(String reason) {
        return unauthorised("invalid_client", reason + " " + TAIL);
    }

    static RefusedCall grantInvalid(String reason) {
        return new RefusedCall(Answer.error(400, "invalid_grant", "n/a", reason + " " + TAIL));
    }

    static RefusedCall requestInvalid(String reason) {
        return new RefusedCall(Answer.error(400, "invalid_request", "n/a", reason + " " + TAIL));
    }

    private static RefusedCall unauthorised(String errorType, String message) {
        return new RefusedCall(Answer.error(401, errorType, "n/a", message)
                .with("WWW-Authenticate", "Bearer realm=\"api.fitbit.com\", error=\"" + errorType + "\""));
    }
}
