package io.github.fitbitproxy.store;

import static io.github.fitbitproxy.store.Days.MARCH_10;
import static io.github.fitbitproxy.store.Days.NOON;
import static io.github.fitbitproxy.store.Days.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.SealedStore;
import io.github.fitbitproxy.upstream.RawDay;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process with SIGKILL at random moments: what it reported is there, and nothing is half there. */
class KillTest {

    @TempDir
    Path directory;

    @Test
    void losesNothingInSqlite() throws Exception {
        try (TestDatabase database = TestDatabase.sqlite(directory)) {
            killAgainAndAgain(database, directory.toString(), 8);
            assertThat(database.text("PRAGMA integrity_check")).isEqualTo("ok");
        }
    }

    @Test
    void losesNothingInPostgresql() throws Exception {
        try (TestDatabase database = TestDatabase.postgresql()) {
            database.clear();
            killAgainAndAgain(database, database.place(), 5);
        }
    }

    private static void killAgainAndAgain(TestDatabase database, String place, int rounds) throws Exception {
        Random random = new Random(20240310);
        Map<String, Long> kept = Map.of("day", 0L, "days", 0L, "sealed", 0L);
        for (int round = 0; round < rounds; round++) {
            Map<String, Long> promised = new HashMap<>(kept);
            writeUntilKilled(place, promised, random);
            kept = kept(database);

            for (String kind : promised.keySet()) {
                assertThat(kept.get(kind))
                        .as(
                                "the last %s that is there, the one being written when round %d ended included",
                                kind, round)
                        .isBetween(promised.get(kind), promised.get(kind) + 1);
            }
        }
    }

    /** @param promised the last step that was reported of each kind of write, moved on */
    private static void writeUntilKilled(String place, Map<String, Long> promised, Random random) throws IOException {
        Process writer = ChildJvm.builder(KilledWriter.class, place, String.valueOf(promised.get("sealed")))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader reports = writer.inputReader(StandardCharsets.UTF_8)) {
            int reportsUntilKill = 3 + random.nextInt(40);
            int spins = random.nextInt(300_000);
            int read = 0;
            for (String report = reports.readLine(); report != null; report = reports.readLine()) {
                String[] words = report.split(" ");
                // The pool logs to the same stream.
                if (words.length == 2 && promised.containsKey(words[0])) {
                    promised.put(words[0], Long.parseLong(words[1]));
                    read++;
                }
                if (read == reportsUntilKill) {
                    for (int i = 0; i < spins; i++) {
                        Thread.onSpinWait();
                    }
                    // Not of the process itself, which would also close the stream that is being read.
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(writer.onExit().join().exitValue()).as("killed by SIGKILL").isEqualTo(128 + 9);
    }

    /** The last step of each kind of write that is there, and whole. */
    private static Map<String, Long> kept(TestDatabase database) {
        SqlDayStore days = new SqlDayStore(database.database());
        SealedStore.Entry sealed =
                new SqlSealedStore(database.database()).find("grant", "me").orElseThrow();
        assertThat(sealed.sealed()).isEqualTo(KilledWriter.content(sealed.version()));

        List<Long> together = new ArrayList<>();
        days.forEach(
                Person.ME,
                "fitbit",
                "sleep",
                new DateRange(MARCH_10.plusDays(1), MARCH_10.plusDays(KilledWriter.DAYS_A_STEP)),
                day -> together.add(stepOf(day)));
        assertThat(together).hasSize(KilledWriter.DAYS_A_STEP);
        assertThat(together.stream().distinct()).as("all or none").hasSize(1);

        long single = stepOf(days.find(key(MARCH_10)).orElseThrow());
        return Map.of("day", single, "days", together.get(0), "sealed", sealed.version());
    }

    private static long stepOf(RawDay day) {
        long step = day.fetchedAt().getEpochSecond() - NOON.getEpochSecond();
        assertThat(day.parts().get("sleep")).isEqualTo(KilledWriter.content(step));
        return step;
    }
}
