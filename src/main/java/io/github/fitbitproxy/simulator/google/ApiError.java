package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.http.Answer;
import java.util.Map;
import java.util.TreeMap;

/** A call that the API answers with an error ({@code google.rpc.Status}; Google Health API, "Error reference"). */
final class ApiError extends Exception {

    private static final long serialVersionUID = 1;
    private static final String HEALTH = "health.googleapis.com";
    private static final String GOOGLE = "googleapis.com";

    private final transient Answer answer;

    private ApiError(Answer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }

    /** What an unknown path or verb gives, before anything else is looked at. */
    static Answer notThere() {
        return Answer.html(404, """
                <!DOCTYPE html>
                <html lang=en><meta charset=utf-8><title>Error 404 (Not Found)!!1</title>
                <p><b>404.</b> <ins>That's an error.</ins>
                <p>The requested URL was not found on this server. <ins>That's all we know.</ins></html>
                """);
    }

    static ApiError credentialsMissing(String method) {
        return unauthenticated(
                "Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or"
                        + " other valid authentication credential.",
                "Bearer realm=\"https://accounts.google.com/\"",
                info("CREDENTIALS_MISSING", GOOGLE, Map.of("method", method, "service", HEALTH)));
    }

    static ApiError tokenInvalid() {
        return unauthenticated(
                "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other"
                        + " valid authentication credential.",
                "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"");
    }

    static ApiError scopeMissing(String method) {
        return of(
                403,
                "PERMISSION_DENIED",
                "Request had insufficient authentication scopes.",
                info("ACCESS_TOKEN_SCOPE_INSUFFICIENT", GOOGLE, Map.of("method", method, "service", HEALTH)));
    }

    static ApiError serviceDisabled() {
        ObjectNode help = Json.object().put("@type", "type.googleapis.com/google.rpc.Help");
        help.putArray("links")
                .addObject()
                .put("description", "Google developers console API activation")
                .put("url", "https://console.developers.google.com/apis/api/health.googleapis.com/overview");
        return of(
                403,
                "PERMISSION_DENIED",
                "Google Health API has not been used in this project before or it is disabled.",
                info("SERVICE_DISABLED", GOOGLE, Map.of("service", HEALTH)),
                help);
    }

    static ApiError accountNotLinked() {
        return of(
                400,
                "FAILED_PRECONDITION",
                "The account is not linked to Google Health.",
                info("ACCOUNT_NOT_LINKED", HEALTH, Map.of("redirect_uri", "https://fitbit.google.com/auth/signup")));
    }

    static ApiError profileMissing() {
        return of(412, "FAILED_PRECONDITION", "Precondition check failed.");
    }

    static ApiError unknownType(String type) {
        return invalid(
                "Invalid parent data type collection: INVALID_PARENT_DATA_TYPE_COLLECTION.",
                "parent",
                "Data type '" + type + "' is not supported.",
                info("INVALID_PARENT_DATA_TYPE_COLLECTION", HEALTH, Map.of()));
    }

    /** @param allowed the names of the actions that the type has, as the vendor spells them in errors */
    static ApiError unsupportedAction(String action, String type, String allowed) {
        return of(
                400,
                "INVALID_ARGUMENT",
                action + " is not supported for data type " + type + ", but the following actions are supported: "
                        + allowed,
                info("UNSUPPORTED_DATA_TYPE_ACTION", HEALTH, Map.of("allowed_actions", allowed)));
    }

    /** @param reasons one for each restriction that is wrong, comma-separated */
    static ApiError filter(String reasons, String description) {
        return invalid(
                "Invalid data point filter: " + reasons + ".",
                "filter",
                description,
                info("INVALID_DATA_POINT_FILTER", HEALTH, Map.of("detailedReasons", reasons)));
    }

    static ApiError dataSourceFamily(String family) {
        return invalid(
                "Invalid data point data source family.",
                "data_source_family",
                "Data source family '" + family + "' is not supported.",
                info("INVALID_DATA_POINT_DATA_SOURCE_FAMILY", HEALTH, Map.of()));
    }

    static ApiError rollUpTooLong(int mostDays) {
        return of(
                400,
                "INVALID_ARGUMENT",
                "The rollup query duration is too long.",
                info("INVALID_ROLLUP_QUERY_DURATION", HEALTH, Map.of("maxDurationDays", Integer.toString(mostDays))));
    }

    /** A parameter or a body that makes no sense. */
    static ApiError argument(String message) {
        return of(400, "INVALID_ARGUMENT", message);
    }

    static ApiError noSuchPoint() {
        return of(404, "NOT_FOUND", "Requested entity was not found.", info("RESOURCE_NOT_FOUND", HEALTH, Map.of()));
    }

    static ApiError quotaSpent() {
        ObjectNode quota = Json.object().put("@type", "type.googleapis.com/google.rpc.QuotaFailure");
        quota.putArray("violations")
                .addObject()
                .put("subject", "user")
                .put(
                        "description",
                        "Quota exceeded for quota metric 'Requests' and limit 'Requests per minute per user'.");
        return of(
                429,
                "RESOURCE_EXHAUSTED",
                "Quota exceeded for quota metric 'Requests' and limit 'Requests per minute per user' of service '"
                        + HEALTH + "'.",
                info("RATE_LIMIT_EXCEEDED", GOOGLE, Map.of("service", HEALTH)),
                quota);
    }

    static ApiError of(int code, String status, String message, ObjectNode... details) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error");
        error.put("code", code).put("message", message).put("status", status);
        if (details.length > 0) {
            ArrayNode list = error.putArray("details");
            for (ObjectNode detail : details) {
                list.add(detail);
            }
        }
        return new ApiError(Json.pretty(code, body));
    }

    private static ApiError unauthenticated(String message, String challenge, ObjectNode... details) {
        ApiError error = of(401, "UNAUTHENTICATED", message, details);
        return new ApiError(error.answer().with("WWW-Authenticate", challenge));
    }

    private static ApiError invalid(String message, String field, String description, ObjectNode info) {
        ObjectNode bad = Json.object().put("@type", "type.googleapis.com/google.rpc.BadRequest");
        bad.putArray("fieldViolations").addObject().put("field", field).put("description", description);
        return of(400, "INVALID_ARGUMENT", message, info, bad);
    }

    private static ObjectNode info(String reason, String domain, Map<String, String> metadata) {
        ObjectNode info = Json.object();
        info.put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                .put("reason", reason)
                .put("domain", domain);
        if (!metadata.isEmpty()) {
            ObjectNode members = info.putObject("metadata");
            new TreeMap<>(metadata).forEach(members::put);
        }
        return info;
    }
}
