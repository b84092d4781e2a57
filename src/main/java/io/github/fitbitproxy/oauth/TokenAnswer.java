package io.github.fitbitproxy.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint gave (RFC 6749 §5.1), read strictly: what is no token of the Bearer kind is refused. Pure.
 *
 * @param lifetime how long the access token is good; {@code null} if it did not say
 * @param refreshToken {@code null} if it gave none: an older one stays good then
 * @param refreshLifetime how long the refresh token is good; {@code null} if it did not say
 * @param scopes empty if it did not say
 * @param userId who the person is there; {@code null} if it did not say
 */
record TokenAnswer(
        String accessToken,
        @Nullable Duration lifetime,
        @Nullable String refreshToken,
        @Nullable Duration refreshLifetime,
        SortedSet<String> scopes,
        @Nullable String userId) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_TOKEN_LENGTH = 8192;

    /** Nobody is believed who says more. */
    private static final long LONGEST_SECONDS = Duration.ofDays(3650).toSeconds();

    /** @throws IllegalArgumentException if it is no such answer; the message does not quote it */
    static TokenAnswer parse(@Nullable String body) {
        JsonNode json;
        try {
            json = JSON.readTree(body == null ? "" : body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the answer is not JSON");
        }
        String type = json.path("token_type").asText("Bearer");
        String accessToken = token(json, "access_token");
        if (!type.equalsIgnoreCase("Bearer") || accessToken == null) {
            throw new IllegalArgumentException("the answer has no token of the Bearer kind");
        }
        return new TokenAnswer(
                accessToken,
                seconds(json.path("expires_in")),
                token(json, "refresh_token"),
                seconds(json.path("refresh_token_expires_in")),
                scopes(json.path("scope")),
                json.path("user_id").textValue());
    }

    /** The first tokens of a grant. */
    OAuth2Tokens tokens(Instant now) {
        if (refreshToken == null) {
            throw new IllegalArgumentException("the answer has no refresh token");
        }
        return new OAuth2Tokens(accessToken, end(now, lifetime), refreshToken, end(now, refreshLifetime), scopes);
    }

    /** The tokens that follow on older ones: what the answer leaves out stays as it was (RFC 6749 §6). */
    OAuth2Tokens tokens(Instant now, OAuth2Tokens older) {
        return new OAuth2Tokens(
                accessToken,
                end(now, lifetime),
                refreshToken == null ? older.refreshToken() : refreshToken,
                refreshLifetime == null && (refreshToken == null || refreshToken.equals(older.refreshToken()))
                        ? older.refreshExpiresAt()
                        : end(now, refreshLifetime),
                scopes.isEmpty() ? older.scopes() : scopes);
    }

    private static @Nullable Instant end(Instant now, @Nullable Duration lifetime) {
        return lifetime == null ? null : now.plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Goes into headers as it is, so it must be what RFC 6750 §2.1 allows: no blank and no control character. */
    private static @Nullable String token(JsonNode json, String field) {
        String token = json.path(field).textValue();
        if (token == null || token.isEmpty()) {
            return null;
        }
        if (token.length() > MAX_TOKEN_LENGTH || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("the answer's " + field + " is no token");
        }
        return token;
    }

    /** A number, or a text with one; nothing, zero and absurd values say nothing. */
    private static @Nullable Duration seconds(JsonNode node) {
        long seconds = node.isBoolean() ? 0 : node.asLong(0);
        return seconds > 0 && seconds <= LONGEST_SECONDS ? Duration.ofSeconds(seconds) : null;
    }

    private static SortedSet<String> scopes(JsonNode node) {
        SortedSet<String> scopes = new TreeSet<>(List.of(node.asText("").strip().split(" +")));
        scopes.remove("");
        return scopes;
    }

    @Override
    public String toString() {
        return "TokenAnswer[…]";
    }
}
