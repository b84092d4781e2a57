package io.github.fitbitproxy.simulator.fault;

import io.github.fitbitproxy.simulator.http.Answer;

/**
 * An answer, and how it travels.
 *
 * @param delayMillis how long it waits first
 */
public record Delivery(Answer answer, long delayMillis, Manner manner) {

    /** How much of the answer the caller sees. */
    public enum Manner {
        WHOLE,
        NEVER,
        CUT,
        LOST
    }

    public static Delivery whole(Answer answer) {
        return new Delivery(answer, 0, Manner.WHOLE);
    }
}
