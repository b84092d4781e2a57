package io.github.fitbitproxy.simulator.google;

import io.github.fitbitproxy.simulator.http.Answer;

/** A token call that Google answers with an error of the standard (RFC 6749 §5.2). */
final class TokenRefusal extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String error;
    private final String description;

    private TokenRefusal(int status, String error, String description) {
        super(null, null, false, false);
        this.status = status;
        this.error = error;
        this.description = description;
    }

    Answer answer() {
        return Json.pretty(status, Json.object().put("error", error).put("error_description", description))
                .with("Cache-Control", "no-store");
    }

    static TokenRefusal grantDead() {
        return new TokenRefusal(400, "invalid_grant", "Token has been expired or revoked.");
    }

    static TokenRefusal grant(String description) {
        return new TokenRefusal(400, "invalid_grant", description);
    }

    static TokenRefusal redirect() {
        return new TokenRefusal(400, "redirect_uri_mismatch", "Bad Request");
    }

    static TokenRefusal client(String description) {
        return new TokenRefusal(401, "invalid_client", description);
    }

    static TokenRefusal request(String description) {
        return new TokenRefusal(400, "invalid_request", description);
    }

    static TokenRefusal grantType(String grantType) {
        return new TokenRefusal(400, "unsupported_grant_type", "Invalid grant_type: " + grantType);
    }

    static TokenRefusal token() {
        return new TokenRefusal(400, "invalid_token", "Token expired or revoked");
    }
}
