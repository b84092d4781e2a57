package io.github.fitbitproxy.store;

import static io.github.fitbitproxy.store.Days.MARCH_10;
import static io.github.fitbitproxy.store.Days.NOON;
import static io.github.fitbitproxy.store.Days.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.budget.CallBudget;
import io.github.fitbitproxy.day.BackfillStore.Backfill;
import io.github.fitbitproxy.day.NoteStore.Note;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.SealedStore.Entry;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the documentation, run through JDBC instead of the command line. */
class MoveToPostgresqlTest {

    private static final Path SCRIPT = Path.of("docs/move-to-postgresql.sql");
    private static final byte[] BYTES = {0, 1, -1, 39, 92, 10};

    @TempDir
    Path directory;

    @Test
    void movesEverything() throws IOException {
        try (TestDatabase sqlite = TestDatabase.sqlite(directory);
                TestDatabase postgresql = TestDatabase.postgresql()) {
            postgresql.clear();
            RawDay synced = Days.day(MARCH_10, NOON, "it's \\ here");
            RawDay unsynced = new RawDay(
                    key(MARCH_10.plusDays(1)), NOON, ZoneId.of("Asia/Kolkata"), null, Parts.of("sleep", BYTES));
            new SqlDayStore(sqlite.database()).saveAll(List.of(synced, unsynced));
            new SqlNoteStore(sqlite.database()).save(Person.ME, "fitbit", "profile", new Note(BYTES, NOON));
            SqlBackfillStore backfills = new SqlBackfillStore(sqlite.database());
            DateRange range = DateRange.of(MARCH_10);
            Backfill waiting = backfills.start(Person.ME, "activities", range, MARCH_10, NOON);
            Backfill failed = backfills
                    .fail(backfills.start(Person.ME, "sleep", range, MARCH_10, NOON), "it's over;\nreally", NOON)
                    .orElseThrow();
            CallBudget budget = new CallBudget(150, 3, NOON.plusSeconds(60), NOON);
            new SqlBudgetStore(sqlite.database()).save(Person.ME, "fitbit", budget);
            Entry entry = new SqlSealedStore(sqlite.database())
                    .compareAndReplace("grant", "me", 0, BYTES, NOON)
                    .orElseThrow();

            SqlDayStore days = new SqlDayStore(postgresql.database());
            days.save(Days.day(MARCH_10, NOON, "fetched by the first start"));

            postgresql.execute(script(sqlite));

            assertThat(days.find(synced.key())).usingRecursiveComparison().isEqualTo(Optional.of(synced));
            assertThat(days.find(unsynced.key())).usingRecursiveComparison().isEqualTo(Optional.of(unsynced));
            assertThat(new SqlNoteStore(postgresql.database()).find(Person.ME, "fitbit", "profile"))
                    .usingRecursiveComparison()
                    .isEqualTo(Optional.of(new Note(BYTES, NOON)));
            assertThat(new SqlBackfillStore(postgresql.database()).list()).containsExactly(waiting, failed);
            assertThat(new SqlBudgetStore(postgresql.database()).find(Person.ME, "fitbit"))
                    .contains(budget);
            assertThat(new SqlSealedStore(postgresql.database()).find("grant", "me"))
                    .usingRecursiveComparison()
                    .isEqualTo(Optional.of(entry));
        }
    }

    @Test
    void knowsEveryTable() throws IOException {
        String script = Files.readString(SCRIPT);
        try (TestDatabase sqlite = TestDatabase.sqlite(directory)) {
            List<String> tables = sqlite.database()
                    .list(
                            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'flyway%'"
                                    + " AND name NOT LIKE 'sqlite%' AND name <> 'lease'",
                            row -> row.getString(1));

            assertThat(tables)
                    .isNotEmpty()
                    .allMatch(table -> script.contains("\nFROM " + table + ";")
                            && script.contains(table + (table.equals("change") ? ";" : ",")));
        }
    }

    private static String script(TestDatabase sqlite) throws IOException {
        String script = Files.readString(SCRIPT);
        return Arrays.stream(script.split(";\n"))
                .flatMap(select -> sqlite.database().list(select, row -> row.getString(1)).stream())
                .collect(Collectors.joining("\n"));
    }
}
