package io.github.fitbitproxy.store;

import io.github.fitbitproxy.day.BackfillStore;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs in the table {@code backfill}. */
final class SqlBackfillStore implements BackfillStore {

    private static final String COLUMNS =
            "person, kind, first_date, last_date, next_date, state, reason, version, updated_at";

    private final Database database;

    SqlBackfillStore(Database database) {
        this.database = database;
    }

    /** The version goes on counting, so that whoever still works on the job before cannot write into this one. */
    @Override
    public Backfill start(Person person, String kind, DateRange range, LocalDate next, Instant now) {
        return database.updateReturning(
                        "INSERT INTO backfill (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, NULL, 1, ?)"
                                + """
                                 ON CONFLICT (person, kind) DO UPDATE SET
                                    first_date = excluded.first_date,
                                    last_date = excluded.last_date,
                                    next_date = excluded.next_date,
                                    state = excluded.state,
                                    reason = NULL,
                                    version = backfill.version + 1,
                                    updated_at = excluded.updated_at
                                RETURNING """
                                + " " + COLUMNS,
                        SqlBackfillStore::backfill,
                        person.name(),
                        kind,
                        Columns.text(range.from()),
                        Columns.text(range.to()),
                        Columns.text(next),
                        State.WAITING.name(),
                        now.toEpochMilli())
                .get(0);
    }

    @Override
    public Optional<Backfill> find(Person person, String kind) {
        return database.first(
                "SELECT " + COLUMNS + " FROM backfill WHERE person = ? AND kind = ?",
                SqlBackfillStore::backfill,
                person.name(),
                kind);
    }

    @Override
    public List<Backfill> list() {
        return database.list("SELECT " + COLUMNS + " FROM backfill ORDER BY person, kind", SqlBackfillStore::backfill);
    }

    @Override
    public Optional<Backfill> update(Backfill read, LocalDate next, State state, @Nullable String reason, Instant now) {
        return database
                .updateReturning(
                        "UPDATE backfill SET next_date = ?, state = ?, reason = ?, version = version + 1, updated_at = ?"
                                + " WHERE person = ? AND kind = ? AND version = ? RETURNING " + COLUMNS,
                        SqlBackfillStore::backfill,
                        Columns.text(next),
                        state.name(),
                        reason,
                        now.toEpochMilli(),
                        read.person().name(),
                        read.kind(),
                        read.version())
                .stream()
                .findFirst();
    }

    @Override
    public void deleteAll(Person person) {
        database.update("DELETE FROM backfill WHERE person = ?", person.name());
    }

    private static Backfill backfill(ResultSet row) throws SQLException {
        return new Backfill(
                new Person(row.getString(1)),
                row.getString(2),
                new DateRange(LocalDate.parse(row.getString(3)), LocalDate.parse(row.getString(4))),
                LocalDate.parse(row.getString(5)),
                State.valueOf(row.getString(6)),
                row.getString(7),
                row.getLong(8),
                Instant.ofEpochMilli(row.getLong(9)));
    }
}
