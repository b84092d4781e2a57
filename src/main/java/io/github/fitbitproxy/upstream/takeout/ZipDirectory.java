package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.upstream.ArchiveException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Looks at the end of a zip, where the size of its directory of contents stands ("end of central directory record",
 * APPNOTE.TXT §4.3.16, and §4.3.14 for Zip64). Opening a zip reads the whole directory into memory, so one that is made to be
 * huge must be refused before.
 */
final class ZipDirectory {

    /** An export of ten years has about 20 000 files. */
    static final long MOST_FILES = 100_000;

    private static final long MOST_BYTES = 24L << 20;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 65_535;

    /** The library looks for the end record in blocks, so a little farther than where it may be. */
    private static final int SLACK_BYTES = 1 << 10;

    private static final long IN_ZIP64_ONLY = 0xFFFFFFFFL;
    private static final int ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
    private static final int ZIP64_LOCATOR_BYTES = 20;
    private static final int ZIP64_END_SIGNATURE = 0x06064b50;
    private static final int ZIP64_END_BYTES = 56;

    private ZipDirectory() {}

    /** @throws ArchiveException if this is no zip, or one with a directory that is too large */
    static void check(Path zip) throws ArchiveException {
        try (FileChannel channel = FileChannel.open(zip, StandardOpenOption.READ)) {
            long from = Math.max(0, channel.size() - END_BYTES - LONGEST_COMMENT - SLACK_BYTES);
            ByteBuffer tail = read(channel, from, (int) (channel.size() - from));
            boolean found = false;
            // Which of several counts is for the library to say that opens the zip: none may announce too much.
            for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
                if (tail.getInt(at) == END_SIGNATURE) {
                    found = true;
                    check(channel, tail, at);
                }
            }
            if (!found) {
                throw new ArchiveException(
                        "This is no zip, or it is cut short. Hand over the zip as it was downloaded.");
            }
        } catch (IOException e) {
            throw new ArchiveException("The zip cannot be read.", e);
        }
    }

    /** Checks what the end record at a place says of the directory. */
    private static void check(FileChannel channel, ByteBuffer tail, int end) throws IOException {
        long files = Short.toUnsignedLong(tail.getShort(end + 10));
        long bytes = Integer.toUnsignedLong(tail.getInt(end + 12));
        int locator = end - ZIP64_LOCATOR_BYTES;
        if (locator >= 0 && tail.getInt(locator) == ZIP64_LOCATOR_SIGNATURE) {
            long place = tail.getLong(locator + 8);
            if (place < 0 || place > channel.size() - ZIP64_END_BYTES) {
                throw new ArchiveException("The zip is damaged or cut short. Download it again.");
            }
            ByteBuffer zip64 = read(channel, place, ZIP64_END_BYTES);
            if (zip64.getInt(0) == ZIP64_END_SIGNATURE) {
                files = Math.max(files, zip64.getLong(32));
                bytes = bytes == IN_ZIP64_ONLY ? zip64.getLong(40) : Math.max(bytes, zip64.getLong(40));
            }
        }
        if (files > MOST_FILES || bytes > MOST_BYTES || bytes < 0) {
            throw tooManyFiles();
        }
    }

    static ArchiveException tooManyFiles() {
        return new ArchiveException(
                "The zip has more files than any account export (" + MOST_FILES + " at most), so it is not opened.");
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // A channel may give less than asked for.
        }
        return bytes.flip();
    }
}
