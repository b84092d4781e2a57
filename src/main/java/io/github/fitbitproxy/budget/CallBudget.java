package io.github.fitbitproxy.budget;

import java.time.Duration;
import java.time.Instant;

/**
 * What an upstream said it still allows.
 *
 * @param limit calls per window
 * @param remaining calls left in the window that ends at {@code resetsAt}
 * @param resetsAt when the window ends, whole seconds, on our clock
 * @param toldAt when it was said, on our clock
 */
public record CallBudget(int limit, int remaining, Instant resetsAt, Instant toldAt) {

    /** The end of one window is told as seconds from now, so it wavers with the time that an answer took. */
    private static final Duration WAVERING = Duration.ofSeconds(10);

    /** Nobody counts over longer windows. */
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    /** Whether the window has ended, so that all calls are there again. */
    public boolean isOver(Instant now) {
        return !now.isBefore(resetsAt);
    }

    /** Calls that are left now. */
    public int remainingAt(Instant now) {
        return isOver(now) ? limit : remaining;
    }

    /** Whether it makes sense on our clock, which may have been set since. */
    boolean isCredible(Instant now) {
        return !resetsAt.isAfter(now.plus(LONGEST_WINDOW)) && !toldAt.isAfter(now.plus(WAVERING));
    }

    /**
     * This and what was told besides, perhaps by an answer that was overtaken: of one window the lower count, else what was
     * told later. The end of a window stays the one that was told first.
     */
    CallBudget with(CallBudget other) {
        CallBudget later = other.toldAt.isBefore(toldAt) ? this : other;
        boolean sameWindow = Duration.between(resetsAt, other.resetsAt).abs().compareTo(WAVERING) <= 0;
        return sameWindow
                ? new CallBudget(later.limit, Math.min(remaining, other.remaining), resetsAt, later.toldAt)
                : later;
    }
}
