package io.github.fitbitproxy.budget;

import io.github.fitbitproxy.support.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;

/** Budgets of which nothing has been told yet, so that every call is allowed. */
public final class UnknownBudgets {

    private UnknownBudgets() {}

    public static Budgets create(Clock clock) {
        return new Budgets(
                new InMemoryBudgetStore(),
                new BudgetMeter(new SimpleMeterRegistry(), clock),
                Settings.of(Map.of()),
                clock);
    }
}
