package io.github.fitbitproxy.store;

import static io.github.fitbitproxy.store.Days.MARCH_10;
import static io.github.fitbitproxy.store.Days.NOON;
import static io.github.fitbitproxy.store.Days.day;
import static io.github.fitbitproxy.store.Days.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void bringsAnOlderDatabaseUpToDateAndRefusesANewerOne(Dialect dialect) throws Exception {
        try (TestDatabase database = empty(dialect)) {
            Flyway now = database.flyway(location("migration", dialect));
            Flyway later = database.flyway(location("migration", dialect), location("later", dialect));
            Schema.migrate(now, dialect, database.place());
            SqlDayStore store = new SqlDayStore(database.database());
            store.save(day(MARCH_10, NOON, "kept"));

            Schema.migrate(later, dialect, database.place());
            assertThat(store.find(key(MARCH_10))).isPresent();
            assertThat(database.text("SELECT count(*) FROM raw_day WHERE remark IS NULL"))
                    .isEqualTo("1");

            assertThatThrownBy(() -> Schema.migrate(now, dialect, database.place()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(database.place())
                    .hasMessageContaining("newer version")
                    .hasMessageContaining("schema version 1000")
                    .hasMessageContaining("up to 2");
            assertThat(store.find(key(MARCH_10))).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void migratesOnceOnly(Dialect dialect) throws Exception {
        try (TestDatabase database = empty(dialect)) {
            for (int start = 0; start < 3; start++) {
                Schema.migrate(database.flyway(location("migration", dialect)), dialect, database.place());
            }
            assertThat(database.text("SELECT count(*) FROM flyway_schema_history WHERE version IS NOT NULL"))
                    .isEqualTo("2");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void leavesSomebodyElsesDatabaseAlone(Dialect dialect) throws Exception {
        try (TestDatabase database = empty(dialect)) {
            database.execute("CREATE TABLE recipes (name TEXT)");

            assertThatThrownBy(() ->
                            Schema.migrate(database.flyway(location("migration", dialect)), dialect, database.place()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(database.place())
                    .hasMessageContaining("another program");
            database.execute("INSERT INTO recipes VALUES ('soup')");
        }
    }

    @Test
    void saysThatTheDiskIsFull() {
        new SqliteFile(directory, java.time.Clock.systemUTC()).prepare();
        try (TestDatabase database = TestDatabase.sqlite(directory, Map.of("max_page_count", "3"))) {
            assertThatThrownBy(() -> Schema.migrate(
                            database.flyway(location("migration", Dialect.SQLITE)), Dialect.SQLITE, database.place()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(database.place())
                    .hasMessageContaining("is full");
        }
    }

    private TestDatabase empty(Dialect dialect) {
        return dialect == Dialect.SQLITE ? TestDatabase.sqlite(directory, Map.of()) : TestDatabase.emptyPostgresql();
    }

    private static String location(String folder, Dialect dialect) {
        return "db/" + folder + "/" + dialect.name().toLowerCase(Locale.ROOT);
    }
}
