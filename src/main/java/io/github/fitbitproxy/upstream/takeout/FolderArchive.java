package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.upstream.ArchiveException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder with an unpacked export, or with the zips of one that came in several. Links are not followed: they may lead
 * anywhere.
 */
final class FolderArchive implements Archive {

    private final List<File> unpacked = new ArrayList<>();
    private final List<File> files;
    private final List<Refused> refused = new ArrayList<>();
    private final SortedMap<String, ZipArchive> zips = new TreeMap<>();
    private int count;

    /** @throws ArchiveException if it cannot be read, or has too many files */
    FolderArchive(Path folder) throws ArchiveException {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    add(folder.relativize(file).toString().replace('\\', '/'), file, attributes);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            close();
            throw new ArchiveException("The folder cannot be read.", e);
        } catch (ArchiveException e) {
            close();
            throw e;
        }
        unpacked.sort(Comparator.comparing(File::path));
        files = Stream.concat(Stream.of(unpacked), zips.values().stream().map(ZipArchive::files))
                .sorted(Comparator.comparing(FolderArchive::newest))
                .flatMap(List::stream)
                .toList();
    }

    /** Older exports come first, so that what a newer one tells anew counts. Those of one age stay in order of their names. */
    private static LocalDate newest(List<File> export) {
        return export.stream()
                .map(file -> ExportFile.date(file.name()))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    private void add(String name, Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            refused.add(new Refused(EntryNames.shown(name), "It is a link or no plain file."));
        } else if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            addZip(name, file);
        } else {
            count++;
            unpacked.add(new File(name, attributes.size(), () -> Files.newInputStream(file)));
        }
        if (count > ZipDirectory.MOST_FILES) {
            throw new ArchiveException("The folder has more files than any account export (" + ZipDirectory.MOST_FILES
                    + " at most), so it is not read.");
        }
    }

    private void addZip(String name, Path file) {
        try {
            ZipArchive zip = new ZipArchive(file);
            zips.put(name, zip);
            count += zip.files().size();
            refused.addAll(zip.refused());
        } catch (ArchiveException e) {
            refused.add(new Refused(EntryNames.shown(name), e.reason()));
        }
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
        zips.values().forEach(ZipArchive::close);
    }
}
