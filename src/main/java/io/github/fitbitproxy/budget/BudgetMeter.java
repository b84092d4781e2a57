package io.github.fitbitproxy.budget;

import io.github.fitbitproxy.model.Person;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Shows what is left as {@code fitbit_proxy_budget_remaining} and {@code fitbit_proxy_budget_limit}. */
@ApplicationScoped
class BudgetMeter {

    private final MeterRegistry registry;
    private final Clock clock;

    BudgetMeter(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** Shows a person's budget from now on; not a number while it is not known. */
    void show(Person person, String upstream, Supplier<@Nullable CallBudget> budget) {
        gauge(
                "fitbit.proxy.budget.remaining",
                "Calls left in this window",
                person,
                upstream,
                budget,
                told -> told.remainingAt(clock.instant()));
        gauge("fitbit.proxy.budget.limit", "Calls per window", person, upstream, budget, CallBudget::limit);
    }

    private void gauge(
            String name,
            String description,
            Person person,
            String upstream,
            Supplier<@Nullable CallBudget> budget,
            ToIntFunction<CallBudget> figure) {
        Gauge.builder(name, () -> {
                    CallBudget told = budget.get();
                    return told == null ? Double.NaN : figure.applyAsInt(told);
                })
                .description(description)
                .tag("upstream", upstream)
                .tag("person", person.name())
                .strongReference(true)
                .register(registry);
    }
}
