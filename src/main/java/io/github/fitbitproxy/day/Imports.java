package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.LeaseStore;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.ArchiveException;
import io.github.fitbitproxy.upstream.ArchiveSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Imports archives, one at a time across all replicas. Days are stored as they are read, whole days at a time: after a kill,
 * the same archive given again completes what is lacking and writes nothing else. Blocks.
 */
@ApplicationScoped
public class Imports {

    private static final Logger LOG = Logger.getLogger(Imports.class);

    /** Longer than any few files take to read; made to last while they are. */
    private static final Duration LEASE_LENGTH = Duration.ofMinutes(2);

    private final ArchiveSource source;
    private final DayStore store;
    private final Notes notes;
    private final ImportZone zones;
    private final Changes changes;
    private final Clock clock;
    private final Duration lateSyncWindow;
    private final HeldLease lease;
    private final ReentrantLock turn = new ReentrantLock();

    Imports(
            ArchiveSource source,
            DayStore store,
            Notes notes,
            ImportZone zones,
            Changes changes,
            LeaseStore leases,
            Clock clock,
            ProxyConfig config) {
        this.source = source;
        this.store = store;
        this.notes = notes;
        this.zones = zones;
        this.changes = changes;
        this.clock = clock;
        this.lateSyncWindow = config.lateSyncWindow();
        this.lease = new HeldLease(leases, "import", LEASE_LENGTH);
    }

    /**
     * Imports an archive, unless another import is running.
     *
     * @param archive a zip or a folder; it is not changed
     * @param progress told now and then how far it has come
     * @return what came of it, or empty if another import is running
     * @throws ArchiveException if it cannot be imported
     * @throws java.io.UncheckedIOException if the store fails; what was stored by then stays
     */
    public Optional<ImportReport> run(Person person, Path archive, Consumer<ImportReport> progress) {
        if (!turn.tryLock()) {
            return Optional.empty();
        }
        try {
            return lease.hold() ? Optional.of(read(person, archive, progress)) : Optional.empty();
        } finally {
            lease.close();
            turn.unlock();
        }
    }

    private ImportReport read(Person person, Path archive, Consumer<ImportReport> progress) {
        LOG.infof("%s: an import begins.", person);
        ImportRun run =
                new ImportRun(person, source.upstream(), store, notes, zones, changes, clock, lateSyncWindow, told -> {
                    lease.hold();
                    progress.accept(told);
                });
        try {
            source.read(archive, run);
        } finally {
            changes.imported(person);
        }
        ImportReport report = run.report();
        LOG.infof(
                "%s: the import is done: %d files read, %d refused, days told: %s, of these new or changed: %s.",
                person, report.filesRead(), report.filesRefused(), report.days(), report.daysChanged());
        return report;
    }
}
