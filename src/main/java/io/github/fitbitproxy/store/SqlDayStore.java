package io.github.fitbitproxy.store;

import io.github.fitbitproxy.day.DayStore;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.RawDay;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Days in the table {@code raw_day}. A row that cannot be read counts as none, so that the day is fetched again. */
final class SqlDayStore implements DayStore {

    private static final Logger LOG = Logger.getLogger(SqlDayStore.class);

    /** Days held in memory at a time while a range is read. */
    private static final int PAGE_DAYS = 32;

    private static final String SELECT = "SELECT date, fetched_at, zone, device_synced_at, parts FROM raw_day"
            + " WHERE person = ? AND upstream = ? AND kind = ?";

    private static final String SAVE =
            """
            INSERT INTO raw_day (person, upstream, kind, date, fetched_at, zone, device_synced_at, parts)
            SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT {forgotten}
            ON CONFLICT (person, upstream, kind, date) DO UPDATE SET
                fetched_at = excluded.fetched_at,
                zone = excluded.zone,
                device_synced_at = excluded.device_synced_at,
                parts = excluded.parts
            WHERE excluded.fetched_at >= raw_day.fetched_at
                OR raw_day.fetched_at > excluded.fetched_at + %d""".formatted(DayStore.CLOCK_TOLERANCE.toMillis()).replace("{forgotten}", SqlChangeStore.FORGOTTEN);

    /** One order for everybody, so that two that save the same days never wait for each other. */
    private static final Comparator<RawDay> IN_ORDER_OF_KEY =
            Comparator.comparing(day -> day.key().toString());

    private final Database database;

    SqlDayStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<RawDay> find(DayKey key) {
        return database.first(
                        SELECT + " AND date = ?",
                        StoredDay::of,
                        key.person().name(),
                        key.upstream(),
                        key.kind(),
                        Columns.text(key.date()))
                .flatMap(row -> row.day(key.person(), key.upstream(), key.kind()));
    }

    @Override
    public boolean save(RawDay day) {
        return database.update(SAVE, columns(day)) > 0;
    }

    @Override
    public List<RawDay> saveAll(List<RawDay> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        List<RawDay> ordered = days.stream().sorted(IN_ORDER_OF_KEY).toList();
        int[] written = database.updateAll(
                SAVE, ordered.stream().map(SqlDayStore::columns).toList());
        return IntStream.range(0, written.length)
                // A driver that writes several rows at once may not know of each: then it succeeded.
                .filter(i -> written[i] != 0)
                .mapToObj(ordered::get)
                .toList();
    }

    /** Reads page after page by key: while the visitor works, no connection, cursor or transaction is held. */
    @Override
    public void forEach(Person person, String upstream, String kind, DateRange range, Consumer<RawDay> visitor) {
        String from = Columns.text(range.from());
        String to = Columns.text(range.to());
        List<StoredDay> page = page(" AND date >= ?", person, upstream, kind, from, to);
        while (!page.isEmpty()) {
            page.forEach(row -> row.day(person, upstream, kind).ifPresent(visitor));
            String last = page.get(page.size() - 1).date;
            page = page.size() < PAGE_DAYS ? List.of() : page(" AND date > ?", person, upstream, kind, last, to);
        }
    }

    private List<StoredDay> page(String after, Person person, String upstream, String kind, String from, String to) {
        return database.list(
                SELECT + after + " AND date <= ? ORDER BY date LIMIT " + PAGE_DAYS,
                StoredDay::of,
                person.name(),
                upstream,
                kind,
                from,
                to);
    }

    @Override
    public Optional<Extent> extent(Person person, List<String> upstreams, String kind) {
        List<@Nullable Object> values = new ArrayList<>(List.of(person.name(), kind));
        values.addAll(upstreams);
        return database.first(
                "SELECT min(date), max(date), count(DISTINCT date) FROM raw_day WHERE person = ? AND kind = ?"
                        + " AND upstream IN (" + String.join(", ", Collections.nCopies(upstreams.size(), "?"))
                        + ") HAVING count(*) > 0",
                row -> new Extent(LocalDate.parse(row.getString(1)), LocalDate.parse(row.getString(2)), row.getLong(3)),
                values.toArray());
    }

    @Override
    public List<Owner> owners() {
        return database.list(
                "SELECT DISTINCT person, upstream FROM raw_day ORDER BY person, upstream",
                row -> new Owner(new Person(row.getString(1)), row.getString(2)));
    }

    @Override
    public List<String> kinds(Person person, String upstream) {
        return database.list(
                "SELECT DISTINCT kind FROM raw_day WHERE person = ? AND upstream = ? ORDER BY kind",
                row -> row.getString(1),
                person.name(),
                upstream);
    }

    @Override
    public void deleteAll(Person person) {
        database.update("DELETE FROM raw_day WHERE person = ?", person.name());
    }

    private static @Nullable Object[] columns(RawDay day) {
        Instant syncedAt = day.deviceSyncedAt();
        return new @Nullable Object[] {
            day.key().person().name(),
            day.key().upstream(),
            day.key().kind(),
            Columns.text(day.key().date()),
            day.fetchedAt().toEpochMilli(),
            day.zone().getId(),
            syncedAt == null ? null : syncedAt.toEpochMilli(),
            PartsFormat.encode(day.parts()),
            day.key().person().name(),
            day.fetchedAt().toEpochMilli()
        };
    }

    /** A row as it stands, not yet read. */
    private record StoredDay(
            String date,
            long fetchedAt,
            String zone,
            @Nullable Long deviceSyncedAt,
            byte[] parts) {

        static StoredDay of(ResultSet row) throws SQLException {
            long syncedAt = row.getLong(4);
            Long syncedAtOrNull = row.wasNull() ? null : syncedAt;
            return new StoredDay(row.getString(1), row.getLong(2), row.getString(3), syncedAtOrNull, row.getBytes(5));
        }

        Optional<RawDay> day(Person person, String upstream, String kind) {
            try {
                return Optional.of(new RawDay(
                        new DayKey(person, upstream, kind, LocalDate.parse(date)),
                        Instant.ofEpochMilli(fetchedAt),
                        ZoneId.of(zone),
                        deviceSyncedAt == null ? null : Instant.ofEpochMilli(deviceSyncedAt),
                        PartsFormat.decode(parts)));
            } catch (IOException | DateTimeException e) {
                LOG.warnf(
                        "The stored day %s/%s/%s/%s is damaged and counts as not stored (%s).",
                        person, upstream, kind, date, e.getClass().getSimpleName());
                return Optional.empty();
            }
        }
    }
}
