package io.github.fitbitproxy.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder in which everything is kept: the service's user alone may look into it. */
public final class DataDirectory {

    private DataDirectory() {}

    /**
     * Makes the folder if it is not there.
     *
     * @throws IllegalStateException with a sentence for a lay person if it cannot be used
     */
    public static void prepare(Path path) {
        Path directory = path.toAbsolutePath().normalize();
        if (directory.toString().contains("?")) {
            throw new IllegalStateException("proxy.data-dir must not contain a question mark: " + directory);
        }
        try {
            Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException(
                    "The data directory " + directory + " is a file. Remove it or set proxy.data-dir.", e);
        } catch (IOException e) {
            throw refused("The data directory " + directory + " cannot be made", e);
        }
        if (!Files.isWritable(directory) || !Files.isExecutable(directory)) {
            throw new IllegalStateException(
                    "The data directory " + directory + " cannot be written by the user " + user()
                            + ": it belongs to somebody else, or its file system is read-only."
                            + " Change that, or set proxy.data-dir.");
        }
    }

    /** Attributes of a new file or folder, where its file system knows such: {@code rw-------} and the like. */
    public static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Says why something in the folder cannot be made, and what to do. */
    public static IllegalStateException refused(String what, IOException e) {
        String reason = e instanceof AccessDeniedException
                ? "the user " + user() + " may not. Give the place to that user"
                : e instanceof FileSystemException f && f.getReason() != null
                        ? f.getReason()
                        : "input or output failed";
        return new IllegalStateException(what + ": " + reason + ", or set proxy.data-dir.", e);
    }

    /**
     * Asked anew each time: a constant would be the user who built the native executable. In a container the user often
     * has a number only, and that is what the owner of the place must be changed to.
     */
    public static String user() {
        String name = System.getProperty("user.name");
        if (!"?".equals(name)) {
            return name;
        }
        try {
            return "number " + Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return name;
        }
    }
}
