package io.github.fitbitproxy.simulator.oauth1;

import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.PercentCode;
import java.util.List;

/** Why a call was refused, in the literal words that the vendor used while it spoke OAuth 1.0a. */
public final class OAuthProblem extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String fieldName;
    private final String message;

    private OAuthProblem(int status, String fieldName, String message) {
        super(message, null, false, false);
        this.status = status;
        this.fieldName = fieldName;
        this.message = message;
    }

    /** The refusal as the caller gets it. */
    public Answer answer() {
        Answer answer = Answer.error(status, "oauth", fieldName, message);
        return status == 401 ? answer.with("WWW-Authenticate", "OAuth realm=\"api.fitbit.com\"") : answer;
    }

    static OAuthProblem headerMissing() {
        return new OAuthProblem(
                400,
                "n/a",
                "No Authorization header provided in the request. Each call to Fitbit API should be OAuth signed");
    }

    static OAuthProblem parametersAbsent(List<String> names) {
        return new OAuthProblem(
                400,
                "n/a",
                "oauth_problem=parameter_absent&oauth_parameters_absent="
                        + PercentCode.encode(String.join("&", names)));
    }

    static OAuthProblem parameterRejected(String name) {
        return new OAuthProblem(
                400, name, "oauth_problem=parameter_rejected&oauth_parameters_rejected=" + PercentCode.encode(name));
    }

    static OAuthProblem versionRejected() {
        return new OAuthProblem(
                400, "oauth_version", "oauth_problem=version_rejected&oauth_acceptable_versions=1.0-1.0");
    }

    static OAuthProblem signatureMethod(String method) {
        return new OAuthProblem(
                401,
                "oauth_signature_method",
                "Invalid signature method: " + method + " Fitbit API currently supports: HMAC-SHA1");
    }

    static OAuthProblem consumerKey(String key) {
        return new OAuthProblem(401, "oauth_consumer_key", "Invalid consumer key: " + key);
    }

    static OAuthProblem timestamp(long from, long to) {
        return new OAuthProblem(
                401,
                "oauth_timestamp",
                "oauth_problem=timestamp_refused&oauth_acceptable_timestamps=" + from + "-" + to);
    }

    static OAuthProblem nonceUsed() {
        return new OAuthProblem(401, "oauth_nonce", "oauth_problem=nonce_used");
    }

    static OAuthProblem signature(String signature) {
        return new OAuthProblem(401, "oauth_signature", "Invalid signature: " + signature);
    }

    /** The signature does not fit, or nobody knows the token; the vendor did not say which. */
    public static OAuthProblem signatureOrToken(String signature, String token) {
        return new OAuthProblem(
                401, "oauth_access_token", "Invalid signature or token '" + signature + "' or token '" + token + "'");
    }

    /** The wearer took the permission back. */
    public static OAuthProblem tokenRevoked(String token) {
        return new OAuthProblem(401, "oauth_access_token", "Invalid/expired user token: " + token);
    }

    static OAuthProblem temporaryToken() {
        return new OAuthProblem(401, "oauth_access_token", "Invalid OAuth temporary token");
    }

    static OAuthProblem permissionDenied() {
        return new OAuthProblem(401, "oauth_access_token", "permission_denied");
    }

    static OAuthProblem userTokenNeeded() {
        return new OAuthProblem(
                401, "oauth_access_token", "This endpoint should be signed with user's access token and secret");
    }

    static OAuthProblem ownerRequired() {
        return new OAuthProblem(400, "n/a", "Resource owner is required");
    }
}
