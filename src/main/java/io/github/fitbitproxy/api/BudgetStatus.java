package io.github.fitbitproxy.api;

import io.github.fitbitproxy.budget.CallBudget;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Calls that an upstream still allows for one person. */
@Schema(description = "Calls that the upstream still allows")
public record BudgetStatus(
        @Schema(description = "Calls per window", required = true, examples = "150")
        int limit,

        @Schema(description = "Calls left in this window", required = true, examples = "112")
        int remaining,

        @Schema(
                description = "When all calls are there again (UTC); null while none was made in this window",
                examples = "2026-11-21T10:00:00Z")
        @Nullable
        Instant resetsAt) {

    static @Nullable BudgetStatus of(@Nullable CallBudget budget, Instant now) {
        return budget == null
                ? null
                : new BudgetStatus(
                        budget.limit(), budget.remainingAt(now), budget.isOver(now) ? null : budget.resetsAt());
    }
}
