package io.github.fitbitproxy.store;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;

/**
 * SQLite itself, which the driver carries for every platform. It has to lie in a file to be loaded, in the directory for
 * temporary files.
 */
final class SqliteLibrary {

    /** The driver's own settings: where it looks before it unpacks a library itself. */
    private static final String PATH = "org.sqlite.lib.path";

    private static final String NAME = "org.sqlite.lib.name";

    /** The loaders of the C library that the library is linked to: x86-64, 64-bit and 32-bit ARM. */
    private static final List<String> GLIBC =
            List.of("/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1", "/lib/ld-linux-armhf.so.3");

    private SqliteLibrary() {}

    /**
     * Loads it, once.
     *
     * @throws IllegalStateException with a sentence for a lay person if it cannot be loaded
     */
    static void load() {
        File directory = new File(System.getProperty("java.io.tmpdir"));
        File unpacked = System.getProperty(PATH) == null ? unpack(directory) : null;
        if (unpacked == null) {
            initialize();
            return;
        }
        System.setProperty(PATH, directory.getPath());
        System.setProperty(NAME, unpacked.getName());
        try {
            initialize();
        } finally {
            System.clearProperty(PATH);
            System.clearProperty(NAME);
            // Once loaded it is needed no more; a program that is killed would leave it behind.
            unpacked.delete();
        }
    }

    private static void initialize() {
        boolean loaded;
        Throwable cause = null;
        try {
            loaded = SQLiteJDBCLoader.initialize();
        } catch (Exception | UnsatisfiedLinkError e) {
            loaded = false;
            cause = e;
        }
        if (!loaded) {
            throw new IllegalStateException(
                    "SQLite's library cannot be unpacked to " + System.getProperty("java.io.tmpdir")
                            + " and loaded. The place must be writable, have 2 MB free and allow programs to run;"
                            + " another one can be chosen with -Djava.io.tmpdir=...",
                    cause);
        }
    }

    /**
     * Unpacks the library for Linux with the GNU C library. The driver would, too, and does everywhere else; but it compares what
     * it wrote byte by byte and runs {@code uname}, which is a fifth of a native executable's start.
     *
     * @return the file, or {@code null} if the driver has to do it all
     */
    private static @Nullable File unpack(File directory) {
        if (GLIBC.stream().noneMatch(loader -> new File(loader).exists())) {
            return null;
        }
        String packed = "/org/sqlite/native/Linux/" + OSInfo.getArchName() + "/libsqlitejdbc.so";
        Path file = null;
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(packed)) {
            if (library == null) {
                return null;
            }
            file = Files.createTempFile(directory.toPath(), "sqlite-", ".so");
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            return file.toFile();
        } catch (IOException e) {
            if (file != null) {
                file.toFile().delete();
            }
            return null;
        }
    }
}
