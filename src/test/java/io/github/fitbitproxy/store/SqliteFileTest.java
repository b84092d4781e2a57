package io.github.fitbitproxy.store;

import static io.github.fitbitproxy.store.Days.MARCH_10;
import static io.github.fitbitproxy.store.Days.NOON;
import static io.github.fitbitproxy.store.Days.day;
import static io.github.fitbitproxy.store.Days.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.day.NoteStore.Note;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.Skip;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-03-10T12:34:56Z"), ZoneOffset.UTC);
    private static final String ASIDE = "fitbit-proxy.db.corrupt-20240310T123456Z";

    @TempDir
    Path directory;

    @Test
    void makesDirectoryAndFilesForTheOwnerOnly() throws IOException {
        Skip.unless(
                Files.getFileStore(directory).supportsFileAttributeView("posix"),
                "this file system knows no permissions");
        Path data = directory.resolve("a/b");
        try (TestDatabase database = TestDatabase.sqlite(data)) {
            new SqlDayStore(database.database()).save(day(MARCH_10, NOON, "x"));

            assertThat(permissions(data)).isEqualTo("rwx------");
            assertThat(names(data)).contains("fitbit-proxy.db", "fitbit-proxy.db-wal");
            for (String name : names(data)) {
                assertThat(permissions(data.resolve(name))).as(name).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void leavesAGoodFileAsItIs() throws IOException {
        fill();
        byte[] before = Files.readAllBytes(file());

        prepare();

        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(names(directory)).noneMatch(name -> name.contains("corrupt"));
    }

    /** What a kill leaves behind: the last days stand in the log beside the file only. */
    @Test
    void leavesAFileWithAnUnfinishedLogAsItIs() throws IOException {
        Path copied = Files.createDirectory(directory.resolve("copied"));
        Path original = Files.createDirectory(directory.resolve("original"));
        try (TestDatabase database = TestDatabase.sqlite(original)) {
            new SqlDayStore(database.database()).save(day(MARCH_10, NOON, "in the log"));
            for (String name : List.of("fitbit-proxy.db", "fitbit-proxy.db-wal")) {
                Files.copy(original.resolve(name), copied.resolve(name));
            }
        }

        try (TestDatabase database = TestDatabase.sqlite(copied)) {
            assertThat(new SqlDayStore(database.database()).find(key(MARCH_10))).isPresent();
        }
    }

    @Test
    void setsAsideWhatIsNoDatabaseWithTheFilesBesideIt() throws IOException {
        byte[] garbage = noise(9000);
        Files.write(file(), garbage);
        Files.write(directory.resolve("fitbit-proxy.db-wal"), noise(100));

        prepare();

        assertThat(names(directory)).contains("fitbit-proxy.db", ASIDE, ASIDE + "-wal");
        assertThat(Files.readAllBytes(directory.resolve(ASIDE))).isEqualTo(garbage);
        assertThat(Files.readAllBytes(directory.resolve(ASIDE + "-wal"))).isEqualTo(noise(100));
        assertThat(names(directory)).doesNotContain("fitbit-proxy.db-wal", "fitbit-proxy.db-shm");
        assertNewAndUsable();
    }

    @Test
    void neverOverwritesWhatWasSetAside() throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.write(file(), new byte[] {(byte) i, 1, 2, 3});
            prepare();
        }

        assertThat(names(directory)).containsExactly("fitbit-proxy.db", ASIDE, ASIDE + "-2", ASIDE + "-3");
        assertThat(Files.readAllBytes(directory.resolve(ASIDE + "-2"))[0]).isEqualTo((byte) 1);
    }

    @Test
    void setsAsideATruncatedFile() throws IOException {
        fill();
        byte[] half = Arrays.copyOf(Files.readAllBytes(file()), (int) Files.size(file()) / 2);
        Files.write(file(), half);

        prepare();

        assertThat(Files.readAllBytes(directory.resolve(ASIDE))).isEqualTo(half);
        assertNewAndUsable();
    }

    @Test
    void setsAsideAFileWithADamagedPage() throws IOException {
        fill();
        try (RandomAccessFile file = new RandomAccessFile(file().toFile(), "rw")) {
            file.seek(4096L * 2);
            file.write(noise(4096 * 4));
        }

        prepare();

        assertThat(names(directory)).contains(ASIDE);
        assertNewAndUsable();
    }

    @Test
    void takesAnEmptyFileForANewOne() throws IOException {
        Files.createFile(file());

        assertNewAndUsable();
        assertThat(names(directory)).noneMatch(name -> name.contains("corrupt"));
    }

    @Test
    void refusesButNeverMovesAFileThatSomebodyHasLocked() throws IOException {
        fill();
        try (TestDatabase other = TestDatabase.sqlite(directory, Map.of("locking_mode", "EXCLUSIVE"))) {
            other.execute("DELETE FROM note");

            assertThatThrownBy(this::prepare)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(file().toString())
                    .hasMessageContaining("busy");
        }
        assertThat(names(directory)).containsExactly("fitbit-proxy.db");
    }

    @Test
    void refusesADirectoryInPlaceOfTheFile() throws IOException {
        Files.createDirectory(file());

        assertThatThrownBy(this::prepare)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file().toString());
        assertThat(names(directory)).containsExactly("fitbit-proxy.db");
    }

    @Test
    void refusesAFileInPlaceOfTheDirectory() throws IOException {
        Path data = Files.createFile(directory.resolve("data"));

        assertThatThrownBy(() -> new SqliteFile(data, CLOCK).prepare())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(data + " is a file")
                .hasMessageContaining("proxy.data-dir");
        assertThatThrownBy(() -> new SqliteFile(data.resolve("below"), CLOCK).prepare())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("proxy.data-dir");
    }

    private void assertNewAndUsable() {
        try (TestDatabase database = TestDatabase.sqlite(directory)) {
            SqlDayStore store = new SqlDayStore(database.database());
            assertThat(store.find(key(MARCH_10))).isEmpty();
            store.save(day(MARCH_10, NOON, "new"));
            assertThat(store.find(key(MARCH_10))).isPresent();
        }
    }

    /** A closed file of some dozen pages. */
    private void fill() {
        try (TestDatabase database = TestDatabase.sqlite(directory)) {
            SqlNoteStore store = new SqlNoteStore(database.database());
            for (int i = 0; i < 40; i++) {
                store.save(Person.ME, "fitbit", "note" + i, new Note(noise(1500), NOON));
            }
        }
    }

    private Path file() {
        return directory.resolve("fitbit-proxy.db");
    }

    private void prepare() {
        new SqliteFile(directory, CLOCK).prepare();
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
