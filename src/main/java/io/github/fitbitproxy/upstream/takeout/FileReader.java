package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.upstream.ArchiveException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads files of an archive into memory, one at a time, and none that is larger than such files are: what the archive says of
 * their size is not believed, only what comes out.
 */
final class FileReader {

    /** A month of minutes is about 3 MB. */
    static final int MOST_FILE_BYTES = 16 << 20;

    /** Minutes of nothing but zeros shrink to a sixtieth at best; a bomb to a thousandth. */
    private static final int MOST_RATIO = 250;

    private static final int RATIO_COUNTS_FROM_BYTES = 1 << 20;
    private static final int FIRST_BYTES = 64 << 10;

    private final Set<Archive.File> counted = new HashSet<>();
    private long left;

    /** @param mostBytes of all files together, each of which counts once however often it is read */
    FileReader(long mostBytes) {
        this.left = mostBytes;
    }

    /**
     * The whole file.
     *
     * @throws RefusedFileException if it is too large, or cannot be unpacked
     * @throws ArchiveException if all files together have become too large
     */
    byte[] read(Archive.File file) throws RefusedFileException {
        byte[] bytes = new byte[FIRST_BYTES];
        int length = 0;
        try (InputStream content = file.content().open()) {
            for (int got = content.read(bytes); got >= 0; got = content.read(bytes, length, bytes.length - length)) {
                length += got;
                check(length, file.packedBytes());
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, Math.min(2 * length, MOST_FILE_BYTES + 1));
                }
            }
        } catch (IOException e) {
            throw new RefusedFileException("It is damaged and cannot be unpacked.");
        }
        if (counted.add(file)) {
            left -= length;
        }
        if (left < 0) {
            throw new ArchiveException("The export unpacks to more than takeout.max-unpacked-size allows.");
        }
        return Arrays.copyOf(bytes, length);
    }

    private static void check(long length, long packedBytes) throws RefusedFileException {
        if (length > MOST_FILE_BYTES) {
            throw new RefusedFileException("It unpacks to more than " + (MOST_FILE_BYTES >> 20)
                    + " MiB, which no such file of an account export does.");
        }
        if (length > RATIO_COUNTS_FROM_BYTES && length / MOST_RATIO > packedBytes) {
            throw new RefusedFileException("It unpacks to more than " + MOST_RATIO
                    + " times its size, which no file of an account export does.");
        }
    }
}
