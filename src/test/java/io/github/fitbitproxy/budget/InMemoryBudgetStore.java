package io.github.fitbitproxy.budget;

import io.github.fitbitproxy.model.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps budgets for one test, as the contract says, and fails on demand. */
public final class InMemoryBudgetStore implements BudgetStore {

    private final Map<String, CallBudget> budgets = new HashMap<>();
    private boolean failing;
    private int writes;
    private int reads;

    public void setFailing(boolean failing) {
        this.failing = failing;
    }

    public int writes() {
        return writes;
    }

    public int reads() {
        return reads;
    }

    @Override
    public Optional<CallBudget> find(Person person, String upstream) {
        failIfAsked();
        reads++;
        return Optional.ofNullable(budgets.get(person + "/" + upstream));
    }

    @Override
    public void save(Person person, String upstream, CallBudget budget) {
        failIfAsked();
        writes++;
        budgets.merge(person + "/" + upstream, budget, (old, told) -> {
            CallBudget later = told.toldAt().isBefore(old.toldAt()) ? old : told;
            return old.resetsAt().equals(told.resetsAt())
                    ? new CallBudget(
                            later.limit(), Math.min(old.remaining(), told.remaining()), old.resetsAt(), later.toldAt())
                    : later;
        });
    }

    @Override
    public void deleteAll(Person person) {
        budgets.keySet().removeIf(key -> key.startsWith(person + "/"));
    }

    private void failIfAsked() {
        if (failing) {
            throw new UncheckedIOException(new IOException("the disk is gone"));
        }
    }
}
