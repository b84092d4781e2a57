package io.github.fitbitproxy.budget;

import java.time.Instant;

/**
 * What an upstream said it still allows.
 *
 * @param limit calls per window
 * @param remaining calls left in the window that ends at {@code resetsAt}
 * @param resetsAt when the window ends, whole seconds, on our clock
 * @param toldAt when it was said, on our clock
 */
public record CallBudget(int limit, int remaining, Instant resetsAt, Instant toldAt) {}
