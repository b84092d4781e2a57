package io.github.fitbitproxy.api;

import io.github.fitbitproxy.budget.CallBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the upstream's calls, in the fields that draft-ietf-httpapi-ratelimit-headers-05 §3 defines. Pure. Later
 * drafts put the same into one structured field, which few clients read.
 */
final class BudgetHeaders {

    static final String LIMIT = "RateLimit-Limit";
    static final String REMAINING = "RateLimit-Remaining";
    static final String RESET = "RateLimit-Reset";

    private BudgetHeaders() {}

    /** The fields by name; none where nothing is known. */
    static Map<String, Object> of(@Nullable CallBudget budget, Instant now) {
        if (budget == null || budget.isOver(now)) {
            return Map.of();
        }
        long secondsLeft = Duration.between(now, budget.resetsAt()).toSeconds();
        return Map.of(LIMIT, budget.limit(), REMAINING, budget.remaining(), RESET, secondsLeft);
    }
}
