package io.github.fitbitproxy.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.model.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How grants and begun connections are written before they are sealed. Pure. */
final class GrantJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String OAUTH1 = "oauth1";
    private static final String OAUTH2 = "oauth2";

    private GrantJson() {}

    static byte[] write(Grant grant) {
        ObjectNode json = JSON.createObjectNode()
                .put("person", grant.person().name())
                .put("upstream", grant.upstream())
                .put("clientId", grant.client().id())
                .put("clientSecret", grant.client().secret());
        if (grant.credentials() instanceof TokenCredentials token) {
            json.put("auth", OAUTH1).put("token", token.token()).put("tokenSecret", token.secret());
        }
        if (grant.credentials() instanceof OAuth2Tokens tokens) {
            json.put("auth", OAUTH2)
                    .put("accessToken", tokens.accessToken())
                    .put("accessExpiresAt", text(tokens.accessExpiresAt()))
                    .put("refreshToken", tokens.refreshToken())
                    .put("refreshExpiresAt", text(tokens.refreshExpiresAt()));
            ArrayNode scopes = json.putArray("scopes");
            tokens.scopes().forEach(scopes::add);
        }
        json.put("userId", grant.userId())
                .put("connectedAt", grant.connectedAt().toString())
                .put("state", grant.state().name());
        return bytes(json);
    }

    static Grant readGrant(byte[] bytes) {
        JsonNode json = tree(bytes);
        return new Grant(
                new Person(text(json, "person")),
                text(json, "upstream"),
                new ClientCredentials(text(json, "clientId"), text(json, "clientSecret")),
                credentials(json),
                json.path("userId").textValue(),
                Instant.parse(text(json, "connectedAt")),
                Grant.State.valueOf(text(json, "state")));
    }

    private static Credentials credentials(JsonNode json) {
        return switch (text(json, "auth")) {
            case OAUTH1 -> new TokenCredentials(text(json, "token"), text(json, "tokenSecret"));
            case OAUTH2 -> {
                SortedSet<String> scopes = new TreeSet<>();
                json.path("scopes").forEach(scope -> scopes.add(scope.asText()));
                yield new OAuth2Tokens(
                        json.path("accessToken").textValue(),
                        instant(json, "accessExpiresAt"),
                        text(json, "refreshToken"),
                        instant(json, "refreshExpiresAt"),
                        scopes);
            }
            default ->
                throw new VaultException("The stored grant of " + text(json, "person")
                        + " was written by another version of this service. Update it, or connect again.");
        };
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable Instant instant(JsonNode json, String field) {
        String text = json.path(field).textValue();
        return text == null ? null : Instant.parse(text);
    }

    static byte[] write(BegunConnection begun) {
        ObjectNode json = JSON.createObjectNode()
                .put("person", begun.person().name())
                .put("upstream", begun.upstream())
                .put("clientId", begun.client().id())
                .put("clientSecret", begun.client().secret())
                .put("redirectUri", begun.redirectUri())
                .put("expiresAt", begun.expiresAt().toString())
                .put("takenUntil", begun.takenUntil().toString());
        if (begun.pending() instanceof TemporaryCredentials temporary) {
            json.put("token", temporary.token()).put("tokenSecret", temporary.secret());
        } else if (begun.pending() instanceof CodeRequest request) {
            json.put("state", request.state()).put("codeVerifier", request.codeVerifier());
        }
        return bytes(json);
    }

    static BegunConnection readBegun(byte[] bytes) {
        JsonNode json = tree(bytes);
        return new BegunConnection(
                new Person(text(json, "person")),
                text(json, "upstream"),
                new ClientCredentials(text(json, "clientId"), text(json, "clientSecret")),
                json.has("state")
                        ? new CodeRequest(text(json, "state"), text(json, "codeVerifier"))
                        : new TemporaryCredentials(text(json, "token"), text(json, "tokenSecret")),
                text(json, "redirectUri"),
                Instant.parse(text(json, "expiresAt")),
                takenUntil(json));
    }

    /** Older versions wrote only whether it was taken. */
    private static Instant takenUntil(JsonNode json) {
        Instant until = instant(json, "takenUntil");
        return until != null
                ? until
                : json.path("taken").booleanValue() ? Instant.parse(text(json, "expiresAt")) : Instant.MIN;
    }

    private static String text(JsonNode json, String field) {
        String text = json.path(field).textValue();
        if (text == null) {
            throw new VaultException("A stored connection lacks its " + field
                    + ": it was written by another version of this service. Update it, or connect again.");
        }
        return text;
    }

    private static byte[] bytes(ObjectNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            // Its message would quote what was decrypted.
            throw new VaultException("A stored connection cannot be read. Connect again.");
        }
    }
}
