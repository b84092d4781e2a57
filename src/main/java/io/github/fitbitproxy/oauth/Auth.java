package io.github.fitbitproxy.oauth;

import java.util.Optional;

/** Ways for people to consent. */
public enum Auth {
    /** RFC 5849. */
    OAUTH1("oauth1"),
    /** RFC 6749. */
    OAUTH2("oauth2");

    private final String word;

    Auth(String word) {
        this.word = word;
    }

    /** The way of that public name. */
    public static Optional<Auth> ofWord(String word) {
        for (Auth auth : values()) {
            if (auth.word.equals(word)) {
                return Optional.of(auth);
            }
        }
        return Optional.empty();
    }

    /** As settings and the public JSON say it. */
    @Override
    public String toString() {
        return word;
    }
}
