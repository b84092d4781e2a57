package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.upstream.ArchiveException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A zip, read where it lies by its directory of contents. */
final class ZipArchive implements Archive {

    private final ZipFile zip;
    private final List<File> files = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    /** @throws ArchiveException if it is no zip, is encrypted or cut short, or has too many files */
    ZipArchive(Path path) throws ArchiveException {
        ZipDirectory.check(path);
        try {
            this.zip = open(path);
        } catch (ZipException e) {
            throw new ArchiveException(
                    String.valueOf(e.getMessage()).contains("encrypted")
                            ? "The zip is encrypted. Unpack it with its password and hand over a zip without one."
                            : "The zip is damaged or cut short. Download it again.",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new ArchiveException("The zip cannot be read.", e);
        }
        if (zip.size() > ZipDirectory.MOST_FILES) {
            close();
            throw ZipDirectory.tooManyFiles();
        }
        Set<String> names = new HashSet<>();
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
            String fault = fault(entry, names);
            if (fault == null) {
                files.add(new File(
                        entry.getName().replace('\\', '/'),
                        Math.max(0, entry.getCompressedSize()),
                        () -> zip.getInputStream(entry)));
            } else {
                refused.add(new Refused(EntryNames.shown(entry.getName()), fault));
            }
        });
    }

    /** Names are in UTF-8, or in what was usual where it was made: folders may look odd then, the names of files do not. */
    private static ZipFile open(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException e) {
            return new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
        }
    }

    private static @Nullable String fault(ZipEntry entry, Set<String> names) {
        String fault = EntryNames.fault(entry.getName());
        if (fault == null && !names.add(entry.getName())) {
            fault = "The zip has two files of this name.";
        }
        if (fault == null && entry.getName().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            fault = "A zip inside a zip is not opened. Hand it over by itself.";
        }
        return fault;
    }

    @Override
    public List<File> files() {
        return files;
    }

    @Override
    public List<Refused> refused() {
        return refused;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
