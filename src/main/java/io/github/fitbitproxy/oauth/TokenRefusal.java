package io.github.fitbitproxy.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint answered, but not with tokens. What it said is not kept, only which of the known errors it was: error
 * texts are known to contain tokens.
 */
final class TokenRefusal extends IOException {

    private static final long serialVersionUID = 1;

    private static final JsonMapper JSON = new JsonMapper();

    private static final Set<String> CLIENT_ERRORS =
            Set.of("invalid_client", "unauthorized_client", "deleted_client", "disabled_client");

    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

    private final int status;
    private final Kind kind;

    @Nullable
    private final Duration retryAfter;

    /** What a refusal is about. */
    enum Kind {
        /** The grant, or the code, has ended or never was (RFC 6749 §5.2, {@code invalid_grant}). */
        GRANT,
        /** The client credentials. */
        CLIENT,
        /** Another redirect address than the registered one, or than the one of the consent page. */
        REDIRECT,
        /** Nothing that is known: trouble of the provider's, or no provider at all. */
        UNKNOWN
    }

    /**
     * @param status the HTTP status; 200 if the body made no sense
     * @param body looked through for its error code and then let go
     * @param retryAfter the {@code Retry-After} header
     */
    TokenRefusal(int status, @Nullable String body, @Nullable String retryAfter) {
        super("HTTP " + status);
        this.status = status;
        this.kind = kind(status, body);
        this.retryAfter = seconds(retryAfter);
    }

    int status() {
        return status;
    }

    Kind kind() {
        return kind;
    }

    /** How long to stay away, or {@code null} if it did not say. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    /** An error counts only where the standard has it: beside 400 or 401, in JSON. */
    private static Kind kind(int status, @Nullable String body) {
        if (status != 400 && status != 401 && status != 403) {
            return Kind.UNKNOWN;
        }
        String error = error(body);
        if (error.equals("invalid_grant")) {
            return Kind.GRANT;
        }
        if (CLIENT_ERRORS.contains(error)) {
            return Kind.CLIENT;
        }
        return error.equals("redirect_uri_mismatch") ? Kind.REDIRECT : Kind.UNKNOWN;
    }

    /** RFC 6749 §5.2 has {@code error}; some providers have a list {@code errors} with an {@code errorType} each. */
    private static String error(@Nullable String body) {
        try {
            JsonNode json = JSON.readTree(body == null ? "" : body);
            String standard = json.path("error").textValue();
            String listed = json.path("errors").path(0).path("errorType").textValue();
            return standard != null ? standard : listed != null ? listed : "";
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static @Nullable Duration seconds(@Nullable String header) {
        if (header == null || !header.strip().matches("\\d{1,6}")) {
            return null;
        }
        Duration told = Duration.ofSeconds(Long.parseLong(header.strip()));
        return told.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : told;
    }
}
