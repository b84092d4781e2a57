package io.github.fitbitproxy.store;

import io.github.fitbitproxy.oauth.SealedStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sealed entries in the table {@code sealed}. */
final class SqlSealedStore implements SealedStore {

    private static final String SELECT = "SELECT name, version, sealed, written_at FROM sealed WHERE entry_group = ?";

    private final Database database;

    SqlSealedStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Entry> find(String group, String name) {
        return database.first(SELECT + " AND name = ?", SqlSealedStore::entry, group, name);
    }

    @Override
    public List<Entry> list(String group) {
        return database.list(SELECT + " ORDER BY name", SqlSealedStore::entry, group);
    }

    @Override
    public Optional<Entry> compareAndReplace(
            String group, String name, long expectedVersion, byte[] sealed, Instant now) {
        Entry entry = new Entry(name, expectedVersion + 1, sealed, Columns.wholeMillis(now));
        int written = expectedVersion == 0 ? insert(group, entry) : replace(group, entry);
        return written == 1 ? Optional.of(entry) : Optional.empty();
    }

    private int insert(String group, Entry entry) {
        return database.update(
                """
                INSERT INTO sealed (entry_group, name, version, sealed, written_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (entry_group, name) DO NOTHING""",
                group,
                entry.name(),
                entry.version(),
                entry.sealed(),
                entry.writtenAt().toEpochMilli());
    }

    private int replace(String group, Entry entry) {
        return database.update(
                """
                UPDATE sealed SET version = ?, sealed = ?, written_at = ?
                WHERE entry_group = ? AND name = ? AND version = ?""",
                entry.version(),
                entry.sealed(),
                entry.writtenAt().toEpochMilli(),
                group,
                entry.name(),
                entry.version() - 1);
    }

    @Override
    public void delete(String group, String name) {
        database.update("DELETE FROM sealed WHERE entry_group = ? AND name = ?", group, name);
    }

    @Override
    public void deleteOlder(String group, Instant writtenBefore) {
        database.update(
                "DELETE FROM sealed WHERE entry_group = ? AND written_at < ?", group, writtenBefore.toEpochMilli());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getString(1), row.getLong(2), row.getBytes(3), Instant.ofEpochMilli(row.getLong(4)));
    }
}
