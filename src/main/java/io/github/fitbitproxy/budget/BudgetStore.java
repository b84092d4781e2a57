package io.github.fitbitproxy.budget;

import io.github.fitbitproxy.model.Person;
import java.util.Optional;

/**
 * Remembers call budgets over restarts and shares them between replicas. All methods block; all throw
 * {@link java.io.UncheckedIOException} if the store cannot be reached, read or written.
 */
public interface BudgetStore {

    Optional<CallBudget> find(Person person, String upstream);

    /**
     * Remembers what the upstream said last: a budget told earlier never replaces one told later; of two for the same
     * window, the lower {@code remaining} wins. Two are for the same window if they have the same {@code resetsAt}.
     */
    void save(Person person, String upstream, CallBudget budget);

    /** Forgets a person's budgets. */
    void deleteAll(Person person);
}
