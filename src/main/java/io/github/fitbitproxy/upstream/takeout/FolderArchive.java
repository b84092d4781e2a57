package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.upstream.ArchiveException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A folder with an unpacked export, or with the zips of one that came in several. Links are not followed: they may lead
 * anywhere.
 */
final class FolderArchive implements Archive {

    private final List<File> files = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<ZipArchive> zips = new ArrayList<>();

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
    }

    private void add(String name, Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            refused.add(new Refused(EntryNames.shown(name), "It is a link or no plain file."));
        } else if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            addZip(name, file);
        } else {
            files.add(new File(name, attributes.size(), () -> Files.newInputStream(file)));
        }
        if (files.size() > ZipDirectory.MOST_FILES) {
            throw new ArchiveException("The folder has more files than any account export (" + ZipDirectory.MOST_FILES
                    + " at most), so it is not read.");
        }
    }

    private void addZip(String name, Path file) {
        try {
            ZipArchive zip = new ZipArchive(file);
            zips.add(zip);
            files.addAll(zip.files());
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
        zips.forEach(ZipArchive::close);
    }
}
