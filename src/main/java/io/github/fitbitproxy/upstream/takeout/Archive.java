package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.upstream.ArchiveException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of an account export. Nothing is unpacked to disk: each is read when its turn comes. */
interface Archive extends AutoCloseable {

    /** Every file that may be opened. */
    List<File> files();

    /** Files that are not opened, and why. */
    List<Refused> refused();

    @Override
    void close();

    /**
     * Opens a zip, or a folder with files or zips in it.
     *
     * @throws ArchiveException if it is neither, or not safe to read
     */
    static Archive open(Path path) throws ArchiveException {
        if (Files.isDirectory(path)) {
            return new FolderArchive(path);
        }
        if (!Files.isReadable(path)) {
            throw new ArchiveException("There is no such file, or the service may not read it.");
        }
        return new ZipArchive(path);
    }

    /**
     * One file.
     *
     * @param path its place in the archive, with {@code /} between the parts
     * @param packedBytes how long it is as it lies there
     */
    record File(String path, long packedBytes, Content content) {

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** Opens a file's content. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /** @param path shortened and without control characters, fit to be shown */
    record Refused(String path, String reason) {}
}
