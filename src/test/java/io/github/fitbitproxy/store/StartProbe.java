package io.github.fitbitproxy.store;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.IntStream;

/** A process that opens the store, writes some days, says how far it came, and ends as a killed one does. */
final class StartProbe {

    private StartProbe() {}

    public static void main(String[] args) {
        Path directory = Path.of(args[0]);
        try {
            new SqliteFile(directory, Clock.systemUTC()).prepare();
            try (TestDatabase database = TestDatabase.sqlite(directory, Map.of())) {
                Schema.migrate(database.flyway("db/migration/sqlite"), Dialect.SQLITE, database.place());
                System.out.println("PROBE started");
                write(new SqlDayStore(database.database()), Integer.parseInt(args[1]));
            }
        } catch (IllegalStateException e) {
            System.out.println("PROBE refused: " + e.getMessage());
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static void write(SqlDayStore store, int days) {
        store.save(Days.day(Days.MARCH_10, Days.NOON, "kept"));
        try {
            IntStream.range(1, days)
                    .forEach(i -> store.save(
                            Days.day(Days.MARCH_10.plusDays(i), Days.NOON, new String(KilledWriter.content(i)))));
            System.out.println("PROBE wrote");
        } catch (UncheckedIOException e) {
            System.out.println("PROBE failed: " + e.getMessage());
        }
        System.out.println("PROBE read: " + store.find(Days.key(Days.MARCH_10)).isPresent());
    }
}
