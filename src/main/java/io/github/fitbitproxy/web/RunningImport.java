package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.Problem;
import io.github.fitbitproxy.day.ImportReport;
import io.github.fitbitproxy.day.Imports;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.ArchiveException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * An import, and the lines that tell of it. The import does not wait for whoever reads the lines, and goes on when nobody
 * does.
 */
final class RunningImport {

    private static final Logger LOG = Logger.getLogger(RunningImport.class);

    private static final String END = "";

    private final Imports imports;
    private final Person person;
    private final Path archive;
    private final CompletableFuture<@Nullable Problem> begun = new CompletableFuture<>();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private @Nullable ImportReport last;
    private int percentTold = -1;

    RunningImport(Imports imports, Person person, Path archive) {
        this.imports = imports;
        this.person = person;
        this.archive = archive;
    }

    /** Waits until it is known whether there is anything to import; gives the problem if there is not. */
    @Nullable
    Problem awaitBegin() {
        return begun.join();
    }

    /** Imports, to the end. */
    void run() {
        try {
            imports.run(person, archive, this::progress)
                    .ifPresentOrElse(
                            report -> lines.add(ImportLines.done(report)),
                            () -> begun.complete(SetupProblems.importRunning()));
        } catch (ArchiveException e) {
            fail(SetupProblems.importRefused(e.reason()), e.reason());
        } catch (UncheckedIOException e) {
            LOG.warnf("%s: the import ended early. %s", person, e.getMessage());
            fail(
                    SetupProblems.storeUnavailable(),
                    "The store fails. What was stored so far stays; send the same file again.");
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.errorf(e, "%s: the import ended early.", person);
            fail(SetupProblems.importRefused("It made this service stumble; the log says more."), "See the log.");
        } finally {
            begun.complete(null);
            lines.add(END);
        }
    }

    /** Writes the lines as they come, until the last. */
    void tell(OutputStream out) throws IOException {
        try {
            for (String line = lines.take(); !line.equals(END); line = lines.take()) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A line for each hundredth of the files. */
    private void progress(ImportReport report) {
        last = report;
        int percent = 100 * (report.filesRead() + report.filesRefused()) / Math.max(1, report.files());
        if (percent > percentTold) {
            percentTold = percent;
            lines.add(ImportLines.running(report));
        }
        begun.complete(null);
    }

    private void fail(Problem problem, String reason) {
        if (!begun.complete(problem)) {
            lines.add(ImportLines.failed(last, reason));
        }
    }
}
