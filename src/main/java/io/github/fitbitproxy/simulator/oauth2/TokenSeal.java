package io.github.fitbitproxy.simulator.oauth2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.oauth2.Token.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes a token's meaning into its text and seals it, as a JSON Web Token does (RFC 7515 §3.1, HS256), so that a grant
 * outlives a restart of the simulator without a file. To a client the text means nothing.
 */
public final class TokenSeal {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Map<Kind, String> prefixes;

    /**
     * @param key keeps the tokens of differently set up simulators and of the two vendors apart
     * @param prefixes what the texts of each kind begin with
     */
    public TokenSeal(String key, Map<Kind, String> prefixes) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.prefixes = Map.copyOf(prefixes);
    }

    /** @param unique makes two tokens with the same meaning differ */
    String seal(Token token, String unique) {
        ObjectNode claims = MAPPER.createObjectNode();
        claims.put("typ", token.kind().name());
        claims.put("sub", token.owner());
        claims.put("grant", token.grant());
        claims.put("scopes", String.join(" ", token.scopes()));
        claims.put("iat", token.issuedAt().getEpochSecond());
        Instant end = token.expiresAt();
        if (end != null) {
            claims.put("exp", end.getEpochSecond());
        }
        claims.put("jti", unique);
        String unsealed = prefix(token.kind()) + encode(claims.toString().getBytes(StandardCharsets.UTF_8));
        return unsealed + "." + encode(mac(unsealed));
    }

    /** Empty if it is not ours. */
    Optional<Token> open(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 0
                || !MessageDigest.isEqual(ascii(encode(mac(text.substring(0, dot)))), ascii(text.substring(dot + 1)))) {
            return Optional.empty();
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> text.startsWith(prefix(kind)))
                .map(kind -> claims(text.substring(prefix(kind).length(), dot)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Token> claims(String encoded) {
        try {
            JsonNode claims = MAPPER.readTree(Base64.getUrlDecoder().decode(encoded));
            return Optional.of(new Token(
                    Kind.valueOf(claims.path("typ").asText()),
                    claims.path("sub").asText(),
                    claims.path("grant").asText(),
                    new TreeSet<>(List.of(claims.path("scopes").asText().split(" "))),
                    Instant.ofEpochSecond(claims.path("iat").asLong()),
                    claims.has("exp") ? Instant.ofEpochSecond(claims.path("exp").asLong()) : null));
        } catch (IOException | IllegalArgumentException otherPrefix) {
            return Optional.empty();
        }
    }

    private String prefix(Kind kind) {
        return prefixes.getOrDefault(kind, "");
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(ascii(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
