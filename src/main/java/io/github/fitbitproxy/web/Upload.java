package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.Problem;
import io.github.fitbitproxy.config.DataDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A body that is too large for memory, on its way to a file of the data directory that only its owner may read. Blocks. */
final class Upload {

    private static final String PREFIX = "upload-";
    private static final int BUFFER_BYTES = 64 << 10;

    private static final long CHECK_EVERY_BYTES = 8L << 20;

    /** The days will be stored too, and other programs want some room. */
    private static final long ROOM_BYTES = 64L << 20;

    private final Path folder;
    private final long mostBytes;

    Upload(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** A body that cannot be taken, and the answer that says why. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Problem problem;

        RefusedException(Problem problem) {
            super(problem.type());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /**
     * Writes the body to a file, which the caller deletes.
     *
     * @param length the body's length as the client says, or -1
     * @throws IOException if the body breaks off
     */
    Path receive(InputStream body, long length) throws RefusedException, IOException {
        Path file = begin(Math.max(0, length));
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long received = 0;
            for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
                received += got;
                if (received > mostBytes) {
                    throw new RefusedException(SetupProblems.importTooLarge(mostBytes));
                }
                write(out, buffer, got);
                if (received / CHECK_EVERY_BYTES > (received - got) / CHECK_EVERY_BYTES) {
                    check(0);
                }
            }
            // As much again for the days.
            check(received);
            return file;
        } catch (IOException | RefusedException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private Path begin(long length) throws RefusedException {
        try {
            DataDirectory.prepare(folder);
            check(length);
            return Files.createTempFile(folder, PREFIX, ".zip", DataDirectory.ownerOnly(folder, "rw-------"));
        } catch (IOException e) {
            throw refused(DataDirectory.refused("The upload cannot be kept in " + folder, e));
        } catch (IllegalStateException e) {
            throw refused(e);
        }
    }

    private static RefusedException refused(IllegalStateException why) {
        return new RefusedException(SetupProblems.noRoom(Objects.requireNonNull(why.getMessage())));
    }

    /** The disk may fill up between two looks at it. */
    private static void write(OutputStream out, byte[] buffer, int length) throws RefusedException {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new RefusedException(SetupProblems.diskFull());
        }
    }

    /** Deletes what a kill in the middle of an upload has left. */
    void deleteLeftovers() throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, PREFIX + "*.zip")) {
                for (Path leftover : leftovers) {
                    Files.deleteIfExists(leftover);
                }
            }
        }
    }

    private void check(long length) throws RefusedException, IOException {
        if (length > mostBytes) {
            throw new RefusedException(SetupProblems.importTooLarge(mostBytes));
        }
        if (Files.getFileStore(folder).getUsableSpace() < length + ROOM_BYTES) {
            throw new RefusedException(SetupProblems.diskFull());
        }
    }
}
