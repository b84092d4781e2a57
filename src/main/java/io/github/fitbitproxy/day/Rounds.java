package io.github.fitbitproxy.day;

import io.github.fitbitproxy.budget.Budgets;
import io.github.fitbitproxy.config.ProxyConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What runs by itself, and how often. Not before the start is over: a start that fails has one thing to say. */
@ApplicationScoped
class Rounds {

    private final Refresher refresher;
    private final Changes changes;
    private final ConfiguredImport configuredImport;
    private final Backfiller backfiller;
    private final Budgets budgets;
    private final boolean refresh;

    Rounds(
            Refresher refresher,
            Changes changes,
            ConfiguredImport configuredImport,
            Backfiller backfiller,
            Budgets budgets,
            ProxyConfig config) {
        this.refresher = refresher;
        this.changes = changes;
        this.configuredImport = configuredImport;
        this.backfiller = backfiller;
        this.budgets = budgets;
        this.refresh = config.refresh();
    }

    @Scheduled(
            identity = "refresh",
            every = "10s",
            // Here and below: a start that fails is over by then, and its last word is a sentence.
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void refresh() {
        if (refresh) {
            refresher.tick();
        }
    }

    @Scheduled(
            identity = "backfill",
            every = "60s",
            delayed = "30s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void backfill() {
        backfiller.tick();
    }

    @Scheduled(
            identity = "budgets",
            every = "5s",
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void writeBudgets() {
        budgets.flush();
    }

    @Scheduled(
            identity = "import",
            every = "60s",
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void importWhatIsConfigured() {
        configuredImport.tick();
    }

    @Scheduled(
            identity = "changes",
            every = "10s",
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void hearOfChanges() {
        changes.tick();
    }

    void stop(@Observes ShutdownEvent event) {
        refresher.release();
        backfiller.release();
    }
}
