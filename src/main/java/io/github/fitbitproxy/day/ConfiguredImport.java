package io.github.fitbitproxy.day;

import io.github.fitbitproxy.day.NoteStore.Note;
import io.github.fitbitproxy.upstream.ArchiveException;
import io.github.fitbitproxy.upstream.ArchiveSource;
import io.github.fitbitproxy.upstream.ArchiveSource.ConfiguredArchive;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Imports the archive that the configuration names, once and again when it has changed. Blocks. */
@ApplicationScoped
class ConfiguredImport {

    private static final Logger LOG = Logger.getLogger(ConfiguredImport.class);

    /** What was imported last, as it lay there. */
    private static final String NOTE = "imported";

    private final ArchiveSource source;
    private final Imports imports;
    private final NoteStore notes;
    private final Clock clock;
    private boolean done;

    ConfiguredImport(ArchiveSource source, Imports imports, NoteStore notes, Clock clock) {
        this.source = source;
        this.imports = imports;
        this.notes = notes;
        this.clock = clock;
    }

    /** Imports if that has not been done or tried since the start: to be called until it is. */
    synchronized void tick() {
        if (!done) {
            try {
                done = source.configured().map(this::bring).orElse(true);
            } catch (UncheckedIOException e) {
                LOG.warnf("The import is tried again: the store fails. %s", e.getMessage());
            } catch (RuntimeException | OutOfMemoryError e) {
                // Whatever it stumbled over is still there the next time. A message may quote what was read.
                done = true;
                LOG.errorf(
                        "The import at start ended early, and is not tried again before the next start (%s at %s).",
                        e.getClass().getName(), e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
            }
        }
    }

    /** Whether there is nothing more to do. */
    private boolean bring(ConfiguredArchive archive) {
        try {
            byte[] mark = mark(archive.path(), source.reads());
            boolean known = notes.find(archive.person(), source.upstream(), NOTE)
                    .map(note -> Arrays.equals(note.body(), mark))
                    .orElse(false);
            if (known) {
                return true;
            }
            boolean imported = imports.run(archive.person(), archive.path(), progress -> {})
                    .isPresent();
            if (imported) {
                Note note = new Note(mark, clock.instant().truncatedTo(ChronoUnit.SECONDS));
                notes.save(archive.person(), source.upstream(), NOTE, note);
            }
            return imported;
        } catch (ArchiveException e) {
            LOG.errorf("What %s names cannot be imported. %s", archive.setting(), e.reason());
            return true;
        } catch (IOException e) {
            LOG.errorf("What %s names cannot be read.", archive.setting());
            return true;
        }
    }

    /**
     * Names, sizes and times of the files, and what is read of them: another archive, a changed one, or one of which more is
     * read by now, has another mark.
     */
    private static byte[] mark(Path archive, String reads) throws IOException {
        StringBuilder mark = new StringBuilder(reads).append('\n');
        try (Stream<Path> files = Files.walk(archive)) {
            for (Path file : files.sorted().toList()) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    mark.append(archive.relativize(file))
                            .append('\t')
                            .append(attributes.size())
                            .append('\t')
                            .append(attributes.lastModifiedTime().toMillis())
                            .append('\n');
                }
            }
        }
        return mark.toString().getBytes(StandardCharsets.UTF_8);
    }
}
