package io.github.fitbitproxy.store;

import io.github.fitbitproxy.budget.BudgetStore;
import io.github.fitbitproxy.budget.CallBudget;
import io.github.fitbitproxy.model.Person;
import java.time.Instant;
import java.util.Optional;

/** Call budgets in the table {@code budget}. */
final class SqlBudgetStore implements BudgetStore {

    private final Database database;

    SqlBudgetStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<CallBudget> find(Person person, String upstream) {
        return database.first(
                "SELECT call_limit, remaining, resets_at, told_at FROM budget WHERE person = ? AND upstream = ?",
                row -> new CallBudget(
                        row.getInt(1),
                        row.getInt(2),
                        Instant.ofEpochMilli(row.getLong(3)),
                        Instant.ofEpochMilli(row.getLong(4))),
                person.name(),
                upstream);
    }

    /** Within a window, answers that overtook each other still leave the lowest count. */
    @Override
    public void save(Person person, String upstream, CallBudget budget) {
        database.update(
                """
                INSERT INTO budget (person, upstream, call_limit, remaining, resets_at, told_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (person, upstream) DO UPDATE SET
                    call_limit = CASE WHEN excluded.told_at >= budget.told_at
                        THEN excluded.call_limit ELSE budget.call_limit END,
                    remaining = CASE WHEN excluded.resets_at = budget.resets_at
                                      AND excluded.remaining > budget.remaining
                        THEN budget.remaining ELSE excluded.remaining END,
                    resets_at = excluded.resets_at,
                    told_at = CASE WHEN excluded.told_at >= budget.told_at
                        THEN excluded.told_at ELSE budget.told_at END
                WHERE excluded.told_at >= budget.told_at OR excluded.resets_at = budget.resets_at""",
                person.name(),
                upstream,
                budget.limit(),
                budget.remaining(),
                budget.resetsAt().toEpochMilli(),
                budget.toldAt().toEpochMilli());
    }

    @Override
    public void deleteAll(Person person) {
        database.update("DELETE FROM budget WHERE person = ?", person.name());
    }
}
