package io.github.fitbitproxy.simulator.oauth1;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes token credentials and recognises them again. An issued token carries its owner and a seal, and its secret follows
 * from it, so that a grant outlives a restart of the simulator without a file.
 */
public final class TokenIssuer {

    private final String key;
    private final Map<String, TokenCredentials> fixedByToken;
    private final Supplier<String> randomText;

    /**
     * @param key keeps the tokens of differently set up simulators apart
     * @param fixed credentials that are always valid
     * @param randomText gives another letters-and-digits text each time
     */
    public TokenIssuer(String key, List<TokenCredentials> fixed, Supplier<String> randomText) {
        this.key = key;
        this.fixedByToken = fixed.stream().collect(Collectors.toMap(TokenCredentials::token, Function.identity()));
        this.randomText = randomText;
    }

    TokenCredentials issue(String owner) {
        String unsealed = owner + "-" + randomText.get();
        return credentials(unsealed + "-" + derive("seal", unsealed), owner);
    }

    /** Empty if neither fixed nor ours. */
    public Optional<TokenCredentials> find(String token) {
        TokenCredentials fixed = fixedByToken.get(token);
        if (fixed != null) {
            return Optional.of(fixed);
        }
        int seal = token.lastIndexOf('-');
        int owner = token.indexOf('-');
        if (owner < 0 || seal == owner) {
            return Optional.empty();
        }
        String unsealed = token.substring(0, seal);
        return HmacSha1.equal(derive("seal", unsealed), token.substring(seal + 1))
                ? Optional.of(credentials(token, token.substring(0, owner)))
                : Optional.empty();
    }

    private TokenCredentials credentials(String token, String owner) {
        return new TokenCredentials(token, derive("secret", token), owner);
    }

    private String derive(String purpose, String text) {
        return HexFormat.of().formatHex(HmacSha1.mac("HmacSHA256", key, purpose + " " + text), 0, 16);
    }
}
