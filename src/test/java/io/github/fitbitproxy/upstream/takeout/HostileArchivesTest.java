package io.github.fitbitproxy.upstream.takeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.support.TakeoutArchive;
import io.github.fitbitproxy.upstream.ArchiveException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that somebody made to do harm, or that came broken. */
class HostileArchivesTest {

    private static final int END_BYTES = 22;
    private static final LocalDate DAY = LocalDate.parse("2024-03-01");

    @TempDir
    Path folder;

    private ReadArchive read(HostileZips.Writing writing) {
        return ReadArchive.of(HostileZips.of(folder.resolve("hostile.zip"), zip -> {
            HostileZips.sound(zip);
            writing.write(zip);
        }));
    }

    private static void assertSoundFileWasRead(ReadArchive read) {
        assertThat(read.activities(DAY).steps()).isEqualTo(1);
    }

    @Test
    void refusesAFileThatUnpacksToTooMuch() {
        ReadArchive read = read(zip -> {
            zip.putNextEntry(new ZipEntry("calories-2024-03-01.json"));
            HostileZips.zeros(64 << 20).transferTo(zip);
            zip.closeEntry();
        });

        assertThat(read.refused.get("calories-2024-03-01.json")).contains("unpacks to more than");
        assertSoundFileWasRead(read);
    }

    @Test
    void refusesAFileThatUnpacksToManyTimesItsSize() {
        ReadArchive read = read(zip -> {
            zip.putNextEntry(new ZipEntry("calories-2024-03-01.json"));
            HostileZips.zeros(4 << 20).transferTo(zip);
            zip.closeEntry();
        });

        assertThat(read.refused.get("calories-2024-03-01.json")).contains("250 times its size");
        assertSoundFileWasRead(read);
    }

    @Test
    void stopsWhenAllFilesTogetherBecomeTooLarge() {
        Path zip = TakeoutArchive.of("2024-01-01", "2024-03-01", "UTC").zip(folder.resolve("large.zip"));

        assertThatThrownBy(() -> ReadArchive.of(zip, 1 << 20))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("takeout.max-unpacked-size");
    }

    @Test
    void keepsTheDaysThatWereReadBeforeAllFilesTogetherBecameTooLarge() throws IOException {
        TakeoutArchive archive = TakeoutArchive.of("2024-01-01", "2024-03-01", "UTC");
        Path export = archive.folder(folder.resolve("large"));
        ReadArchive read = new ReadArchive();

        assertThatThrownBy(() -> read.read(export, bytes(export) * 6 / 10))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("Only its days before 2024-01-29 are imported.");
        assertThat(read.activityDays().lastKey()).isEqualTo(LocalDate.parse("2024-01-28"));
        ReadArchive whole = ReadArchive.of(export);
        read.activityDays()
                .keySet()
                .forEach(date -> assertThat(read.activities(date)).isEqualTo(whole.activities(date)));
    }

    @Test
    void countsEachFileOnce() throws IOException {
        Path export = TakeoutArchive.of("2024-01-01", "2024-03-01", "UTC").folder(folder.resolve("exact"));

        assertThat(ReadArchive.of(export, bytes(export)).refused).isEmpty();
    }

    private static long bytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/calories-2024-03-01.json",
                "Takeout/../../calories-2024-03-01.json",
                "..\\..\\calories-2024-03-01.json",
                "/etc/calories-2024-03-01.json",
                "C:\\Windows\\calories-2024-03-01.json",
                "\\\\server\\share\\calories-2024-03-01.json",
                "a\nb/calories-2024-03-01.json",
                "a\u202eb/calories-2024-03-01.json"
            })
    void readsNoFileWhoseNameIsATrick(String name) {
        ReadArchive read = read(zip -> {
            zip.putNextEntry(new ZipEntry(name));
            zip.write("[{\"dateTime\":\"03/01/24 11:00:00\",\"value\":\"1\"}]".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        });

        assertThat(read.refused).hasSize(1);
        assertThat(read.refused.keySet().iterator().next()).doesNotContain("\n").doesNotContain("\u202e");
        assertThat(read.activities(DAY).caloriesOut()).isNull();
        assertSoundFileWasRead(read);
    }

    @Test
    void shortensHugeNames() {
        ReadArchive read = read(zip -> {
            zip.putNextEntry(new ZipEntry("a/".repeat(20_000) + "calories-2024-03-01.json"));
            zip.closeEntry();
        });

        assertThat(read.refused.keySet().iterator().next()).hasSizeLessThan(130);
        assertSoundFileWasRead(read);
    }

    @Test
    void opensNoZipInsideAZip() {
        ReadArchive read = read(zip -> {
            zip.putNextEntry(new ZipEntry("takeout-002.zip"));
            zip.write(Files.readAllBytes(HostileZips.of(folder.resolve("inner.zip"), HostileZips::sound)));
            zip.closeEntry();
        });

        assertThat(read.refused.get("takeout-002.zip")).contains("zip inside a zip");
        assertSoundFileWasRead(read);
    }

    /** In a zip, a link is a file with the place that it leads to as its content. */
    @Test
    void followsNoLinkInAZip() {
        ReadArchive read = read(zip -> {
            zip.putNextEntry(new ZipEntry("calories-2024-03-01.json"));
            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        });

        assertThat(read.refused).containsKey("calories-2024-03-01.json");
        assertSoundFileWasRead(read);
    }

    @Test
    void followsNoLinkInAFolder() throws IOException {
        Path outside = Files.writeString(
                folder.resolve("outside.json"), "[{\"dateTime\":\"03/01/24 11:00:00\",\"value\":\"9\"}]");
        Path export = Files.createDirectory(folder.resolve("export"));
        Files.createSymbolicLink(export.resolve("calories-2024-03-01.json"), outside);
        Files.writeString(
                export.resolve("steps-2024-03-01.json"), "[{\"dateTime\":\"03/01/24 11:00:00\",\"value\":\"1\"}]");

        ReadArchive read = ReadArchive.of(export);

        assertThat(read.refused.get("calories-2024-03-01.json")).contains("link");
        assertThat(read.activities(DAY).caloriesOut()).isNull();
        assertSoundFileWasRead(read);
    }

    @Test
    void saysThatAZipIsEncrypted() throws IOException {
        Path zip = HostileZips.of(folder.resolve("encrypted.zip"), HostileZips::sound);
        byte[] bytes = Files.readAllBytes(zip);
        // The flag of the entry in the directory of contents (APPNOTE.TXT §4.4.4, bit 0).
        bytes[find(bytes, 0x02014b50) + 8] |= 1;
        Files.write(zip, bytes);

        assertThatThrownBy(() -> ReadArchive.of(zip))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("encrypted");
    }

    @Test
    void saysThatAZipIsCutShortOrNoZipAtAll() throws IOException {
        byte[] whole = Files.readAllBytes(HostileZips.of(folder.resolve("whole.zip"), HostileZips::sound));
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length - 30));
        Path html = Files.writeString(folder.resolve("login.zip"), "<html>Please sign in</html>");
        Path empty = Files.write(folder.resolve("empty.zip"), new byte[0]);

        for (Path file : new Path[] {cut, html, empty}) {
            assertThatThrownBy(() -> ReadArchive.of(file))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("no zip, or it is cut short");
        }
    }

    @Test
    void refusesADirectoryOfContentsThatWouldNotFitIntoMemory() throws IOException {
        Path zip = HostileZips.of(folder.resolve("many.zip"), HostileZips::sound);
        byte[] bytes = Files.readAllBytes(zip);
        int end = find(bytes, 0x06054b50);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(end + 12, 1 << 30);
        Files.write(zip, bytes);

        assertThatThrownBy(() -> ReadArchive.of(zip))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("more files than any account export");
    }

    /** The comment of a zip may be anything, such as the end of a smaller zip. */
    @Test
    void isNotDeceivedByACommentThatLooksLikeTheEnd() throws IOException {
        String smallEnd = "PK\5\6\0\0\0\0\1\0\1\0" + "2\0\0\0" + "\0\0\0\0" + "\t\0";
        Path zip = HostileZips.of(folder.resolve("comment.zip"), target -> {
            HostileZips.sound(target);
            target.setComment(smallEnd);
        });
        assertSoundFileWasRead(ReadArchive.of(zip));
        byte[] bytes = Files.readAllBytes(zip);
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.length - smallEnd.length() - END_BYTES + 12, 1 << 30);
        Files.write(zip, bytes);

        assertThatThrownBy(() -> ReadArchive.of(zip))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("more files than any account export");
    }

    @Test
    void countsTheFilesItselfWhateverIsAnnounced() {
        Path some = HostileZips.directory(folder.resolve("some.zip"), 1_000, 1);
        Path many = HostileZips.directory(folder.resolve("many.zip"), 100_001, 1);

        assertThat(new ZipArchive(some).files()).hasSize(1_000);
        assertThatThrownBy(() -> ReadArchive.of(many))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("more files than any account export");
    }

    /** Some programs write all of it for Zip64 only once one figure is too large (APPNOTE.TXT §4.4.1.4). */
    @Test
    void readsAZipWhoseEndIsWrittenForZip64Only() throws IOException {
        Path zip = HostileZips.of(folder.resolve("zip64.zip"), HostileZips::sound);
        byte[] bytes = Files.readAllBytes(zip);
        int end = bytes.length - END_BYTES;
        ByteBuffer old = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer zip64 = ByteBuffer.allocate(bytes.length + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
        zip64.put(bytes, 0, end);
        zip64.putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0);
        zip64.putLong(1).putLong(1).putLong(old.getInt(end + 12)).putLong(old.getInt(end + 16));
        zip64.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        zip64.putInt(0x06054b50).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
        Files.write(zip, zip64.array());

        assertSoundFileWasRead(ReadArchive.of(zip));
    }

    /** As some programs pack a translated folder, without saying in which encoding. */
    @Test
    void readsAZipWithNamesInAnOlderEncoding() throws IOException {
        Path zip = folder.resolve("older.zip");
        try (ZipOutputStream target = new ZipOutputStream(Files.newOutputStream(zip), Charset.forName("IBM437"))) {
            target.putNextEntry(new ZipEntry("Körper/steps-2024-03-01.json"));
            target.write("[{\"dateTime\":\"03/01/24 11:00:00\",\"value\":\"1\"}]".getBytes(StandardCharsets.UTF_8));
            target.closeEntry();
            target.putNextEntry(new ZipEntry("Körper/calories-2024-03-01.json"));
            target.closeEntry();
        }

        ReadArchive read = ReadArchive.of(zip);

        assertSoundFileWasRead(read);
        assertThat(read.refused.keySet()).containsExactly("K?rper/calories-2024-03-01.json");
    }

    @Test
    void refusesADamagedFileInsideAndReadsTheOthers() throws IOException {
        Path zip = HostileZips.of(folder.resolve("damaged.zip"), target -> {
            target.putNextEntry(new ZipEntry("calories-2024-03-01.json"));
            target.write("[{\"dateTime\":\"03/01/24 11:00:00\",\"value\":\"1\"}]".getBytes(StandardCharsets.UTF_8));
            target.closeEntry();
            HostileZips.sound(target);
        });
        byte[] bytes = Files.readAllBytes(zip);
        Arrays.fill(bytes, 60, 80, (byte) 0x55);
        Files.write(zip, bytes);

        ReadArchive read = ReadArchive.of(zip);

        assertThat(read.refused).containsKey("calories-2024-03-01.json");
        assertSoundFileWasRead(read);
    }

    private static int find(byte[] bytes, int signature) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = bytes.length - 4; i >= 0; i--) {
            if (buffer.getInt(i) == signature) {
                return i;
            }
        }
        throw new IllegalStateException("no such signature");
    }
}
