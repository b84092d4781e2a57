package io.github.fitbitproxy.store;

import static io.github.fitbitproxy.store.Days.MARCH_10;
import static io.github.fitbitproxy.store.Days.NOON;
import static io.github.fitbitproxy.store.Days.day;
import static io.github.fitbitproxy.store.Days.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fitbitproxy.day.NoteStore.Note;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.RawDay;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trouble while the program runs. */
class StoreTroubleTest {

    @TempDir
    Path directory;

    @Test
    void readsOnWhileTheDiskIsFullAndWritesOnceThereIsSpace() {
        TestDatabase.sqlite(directory).close();
        try (TestDatabase database = TestDatabase.sqlite(directory, Map.of("max_page_count", "40"))) {
            SqlDayStore days = new SqlDayStore(database.database());
            SqlNoteStore notes = new SqlNoteStore(database.database());
            days.save(day(MARCH_10, NOON, "kept"));

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            notes.save(Person.ME, "fitbit", "note" + i, new Note(noise(4000), NOON));
                        }
                    })
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(database.place())
                    .hasMessageContaining("is full");
            List<RawDay> tooMany = MARCH_10.plusDays(1)
                    .datesUntil(MARCH_10.plusDays(400))
                    .map(date -> day(date, NOON, new String(noise(500))))
                    .toList();
            assertThatThrownBy(() -> days.saveAll(tooMany)).isInstanceOf(UncheckedIOException.class);

            assertThat(days.find(key(MARCH_10))).isPresent();
            assertThat(days.extent(Person.ME, "fitbit", "sleep").orElseThrow().count())
                    .isEqualTo(1);
            assertThat(notes.find(Person.ME, "fitbit", "note0")).isPresent();

            notes.deleteAll(Person.ME);
            days.save(tooMany.get(5));
            days.saveAll(tooMany.subList(0, 5));
            try (TestDatabase other = TestDatabase.sqlite(directory)) {
                assertThat(new SqlDayStore(other.database())
                                .extent(Person.ME, "fitbit", "sleep")
                                .orElseThrow()
                                .count())
                        .as("days that others see")
                        .isEqualTo(7);
            }
        }
    }

    @Test
    void readsOnWhileNothingCanBeWritten() {
        try (TestDatabase writable = TestDatabase.sqlite(directory)) {
            new SqlDayStore(writable.database()).save(day(MARCH_10, NOON, "kept"));
            String onlyReading = "1";
            try (TestDatabase database = TestDatabase.sqlite(directory, Map.of("open_mode", onlyReading))) {
                SqlDayStore store = new SqlDayStore(database.database());

                assertThatThrownBy(() -> store.save(day(MARCH_10, NOON, "new")))
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessageContaining(database.place())
                        .hasMessageContaining("only be read");
                assertThat(Days.body(store.find(key(MARCH_10)).orElseThrow())).isEqualTo("kept");
            }
        }
    }

    @Test
    @Timeout(60)
    void toldThatPostgresqlIsGoneAndFindsItAgain() throws Exception {
        Path data = directory.resolve("pg");
        EmbeddedPostgres server = start(data, 0);
        int port = server.getPort();
        try (TestDatabase database = TestDatabase.postgresql(server.getJdbcUrl("postgres", "postgres"))) {
            Schema.migrate(database.flyway("db/migration/postgresql"), Dialect.POSTGRESQL, database.place());
            SqlDayStore store = new SqlDayStore(database.database());
            store.save(day(MARCH_10, NOON, "kept"));

            server.close();
            long gone = System.nanoTime();
            UncheckedIOException told =
                    catchThrowableOfType(UncheckedIOException.class, () -> store.find(key(MARCH_10)));
            assertThat(told).hasMessageContaining("does not answer").hasMessageContaining("jdbc:postgresql:");
            assertThatThrownBy(() -> store.save(day(MARCH_10, NOON, "new"))).isInstanceOf(UncheckedIOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - gone)).isLessThan(Duration.ofSeconds(15));

            try (EmbeddedPostgres again = start(data, port)) {
                assertThat(Days.body(store.find(key(MARCH_10)).orElseThrow())).isEqualTo("kept");
                store.save(day(MARCH_10, NOON, "new"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "08001, UNREACHABLE", "08006, UNREACHABLE", "57P01, UNREACHABLE", "57P03, UNREACHABLE", ", UNREACHABLE",
        "28P01, NOT_ADMITTED", "28000, NOT_ADMITTED", "3D000, NOT_ADMITTED", "53100, FULL", "53300, BUSY",
        "25006, READ_ONLY", "42501, NO_ACCESS", "40P01, BUSY", "XX001, DAMAGED", "42601, UNKNOWN"
    })
    void namesWhatPostgresqlSays(String sqlState, Trouble trouble) {
        SQLException said = new SQLException("detail", sqlState);

        assertThat(Trouble.of(new SQLException("by the pool", said), Dialect.POSTGRESQL))
                .isEqualTo(trouble);
    }

    private static EmbeddedPostgres start(Path data, int port) throws Exception {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }
}
