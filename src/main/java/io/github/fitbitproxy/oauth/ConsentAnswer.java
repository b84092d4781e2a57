package io.github.fitbitproxy.oauth;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the browser, or the person, brought back from the consent page (RFC 5849 §2.2, RFC 6749 §4.1.2). Pure.
 *
 * @param key says which connection it is: the temporary token, or the {@code state}; {@code null} if it was not brought
 * @param proof of consent: the verifier, or the code; {@code null} if consent was refused, as far as can be told
 */
record ConsentAnswer(@Nullable String key, @Nullable String proof) {

    private static final int MAX_LENGTH = 4096;
    private static final Set<String> KNOWN =
            Set.of("oauth_token", "oauth_verifier", "denied", "state", "code", "error");
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

    /**
     * Reads what a person pasted: the address that the browser ended on, whole or its query alone, encoded once more or
     * not, or just the verifier or code.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    static ConsentAnswer ofPasted(String pasted) {
        String text = pasted.strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("nothing, or far too much, was pasted");
        }
        if (text.indexOf('=') < 0 && ENCODED.matcher(text).find()) {
            text = FormParameters.decode(text);
        }
        int fragment = text.indexOf('#');
        String address = fragment < 0 ? text : text.substring(0, fragment);
        int question = address.indexOf('?');
        FormParameters parameters = FormParameters.parse(address.substring(question + 1));
        boolean isAddress = question >= 0
                || text.contains("://")
                || parameters.all().stream().anyMatch(parameter -> KNOWN.contains(parameter.name()));
        return isAddress ? of(parameters) : new ConsentAnswer(null, proof(address));
    }

    /**
     * Reads the parameters of a callback. Providers of OAuth 1.0a say {@code denied} and those of OAuth 2.0 {@code error}
     * where consent was refused.
     *
     * @throws IllegalArgumentException if one is given more than once
     */
    static ConsentAnswer of(FormParameters parameters) {
        Optional<String> denied = parameters.get("denied").filter(text -> !text.isBlank());
        if (denied.isPresent()) {
            return new ConsentAnswer(denied.get(), null);
        }
        Optional<String> state = parameters.get("state").filter(text -> !text.isBlank());
        Optional<String> code = parameters.get("code").filter(text -> !text.isBlank());
        boolean refused = parameters.get("error").isPresent();
        if (state.isPresent() || code.isPresent() || refused) {
            return new ConsentAnswer(state.orElse(null), refused ? null : code.orElse(null));
        }
        return new ConsentAnswer(
                parameters.get("oauth_token").filter(text -> !text.isBlank()).orElse(null),
                parameters.get("oauth_verifier").filter(text -> !text.isBlank()).orElse(null));
    }

    private static String proof(String text) {
        if (text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("a verifier or code has no spaces");
        }
        return text;
    }

    @Override
    public String toString() {
        return "ConsentAnswer[…]";
    }
}
