package io.github.fitbitproxy.day;

/** How a person's connection to an upstream stands. */
public enum Connection {
    CONNECTED("connected"),
    NOT_CONNECTED("not-connected"),
    REAUTHORISATION_REQUIRED("reauthorisation-required");

    private final String word;

    Connection(String word) {
        this.word = word;
    }

    /** As the public JSON says it. */
    @Override
    public String toString() {
        return word;
    }
}
