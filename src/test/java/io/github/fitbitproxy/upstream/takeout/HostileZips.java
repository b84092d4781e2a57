package io.github.fitbitproxy.upstream.takeout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
