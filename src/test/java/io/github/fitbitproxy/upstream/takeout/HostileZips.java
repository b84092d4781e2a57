package io.github.fitbitproxy.upstream.takeout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes zips that nobody should open without care. */
final class HostileZips {

    private HostileZips() {}

    static Path of(Path file, String name, byte[] content) {
        return of(file, zip -> {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        });
    }

    /** With one sound file beside whatever is written. */
    static Path of(Path file, Writing writing) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            writing.write(zip);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small file that tells one step. */
    static void sound(ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry("steps-2024-03-01.json"));
        zip.write("[{\"dateTime\":\"03/01/24 11:00:00\",\"value\":\"1\"}]".getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Nothing but a directory of contents, with so many files in it (APPNOTE.TXT §4.3.12 and §4.3.16). */
    static Path directory(Path file, int files, int announced) {
        ByteBuffer zip = ByteBuffer.allocate(files * 52 + 22).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < files; i++) {
            zip.putInt(52 * i, 0x02014b50)
                    .putShort(52 * i + 28, (short) 6)
                    .position(52 * i + 46)
                    .put(String.format("%06d", i).getBytes(StandardCharsets.US_ASCII));
        }
        int end = 52 * files;
        zip.putInt(end, 0x06054b50)
                .putShort(end + 8, (short) announced)
                .putShort(end + 10, (short) announced)
                .putInt(end + 12, end);
        try {
            return Files.write(file, zip.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many zeros. */
    static InputStream zeros(long bytes) {
        return new InputStream() {
            private long left = bytes;

            @Override
            public int read() {
                return left-- > 0 ? '0' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int given = (int) Math.min(left, length);
                java.util.Arrays.fill(buffer, offset, offset + given, (byte) '0');
                left -= given;
                return given;
            }
        };
    }

    interface Writing {
        void write(ZipOutputStream zip) throws IOException;
    }
}
