package io.github.fitbitproxy.oauth;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the browser, or the person, brought back from the consent page (RFC 5849 §2.2). Pure.
 *
 * @param token the temporary token; {@code null} if it was not brought
 * @param verifier {@code null} if consent was refused, as far as can be told
 */
record ConsentAnswer(@Nullable String token, @Nullable String verifier) {

    private static final int MAX_LENGTH = 4096;

    /**
     * Reads what a person pasted: the address that the browser ended on, whole or its query alone, encoded once more or
     * not, or just the verifier.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    static ConsentAnswer ofPasted(String pasted) {
        String text = pasted.strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("nothing, or far too much, was pasted");
        }
        if (text.indexOf('=') < 0 && text.toUpperCase(Locale.ROOT).contains("%3D")) {
            text = FormParameters.decode(text);
        }
        int fragment = text.indexOf('#');
        String address = fragment < 0 ? text : text.substring(0, fragment);
        int question = address.indexOf('?');
        FormParameters parameters = FormParameters.parse(address.substring(question + 1));
        Optional<String> denied = parameters.get("denied");
        Optional<String> token = parameters.get("oauth_token");
        Optional<String> verifier = parameters.get("oauth_verifier");
        if (denied.isPresent() || token.isPresent() || verifier.isPresent()) {
            return of(token.orElse(null), verifier.orElse(null), denied.orElse(null));
        }
        boolean isAddress = question >= 0 || text.contains("://");
        return isAddress ? new ConsentAnswer(null, null) : new ConsentAnswer(null, verifier(text));
    }

    /**
     * Reads the parameters of a callback.
     *
     * @param denied the temporary token of a refused consent, which some providers send instead of the other two
     */
    static ConsentAnswer of(@Nullable String token, @Nullable String verifier, @Nullable String denied) {
        return denied == null
                ? new ConsentAnswer(orNull(token), orNull(verifier))
                : new ConsentAnswer(orNull(denied), null);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String verifier(String text) {
        if (text.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("a verifier has no spaces");
        }
        return text;
    }

    @Override
    public String toString() {
        return "ConsentAnswer[…]";
    }
}
