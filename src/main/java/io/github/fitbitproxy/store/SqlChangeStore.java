package io.github.fitbitproxy.store;

import io.github.fitbitproxy.day.ChangeStore;
import io.github.fitbitproxy.model.Person;
import java.time.Instant;
import java.util.List;

/** Changes in the table {@code change}. */
final class SqlChangeStore implements ChangeStore {

    /** For statements that keep something of a person: true if the person was forgotten after it was fetched. */
    static final String FORGOTTEN =
            "EXISTS (SELECT 1 FROM change WHERE change.person = ? AND what = 'FORGOTTEN'" + " AND changed_at >= ?)";

    private static final String WRITE = """
            INSERT INTO change (person, what, changed_at) VALUES (?, ?, ?)
            ON CONFLICT (person) DO UPDATE SET what = excluded.what, changed_at = excluded.changed_at""";

    private final Database database;

    SqlChangeStore(Database database) {
        this.database = database;
    }

    /** Leases name what is being fetched; nobody who holds one loses more than its protection from working twice. */
    @Override
    public void forgotten(Person person, Instant at) {
        write(WRITE, person, What.FORGOTTEN, at);
        database.update("DELETE FROM lease WHERE name LIKE '%/' || ? || '/%'", person.name());
    }

    @Override
    public void importBegun(Person person, Instant at) {
        write(WRITE, person, What.IMPORTED, at);
    }

    @Override
    public void imported(Person person, Instant at) {
        write(WRITE + " WHERE change.what <> 'FORGOTTEN'", person, What.IMPORTED, at);
    }

    private void write(String sql, Person person, What what, Instant at) {
        database.update(sql, person.name(), what.name(), at.toEpochMilli());
    }

    @Override
    public List<Change> list() {
        return database.list(
                "SELECT person, what, changed_at FROM change ORDER BY person",
                row -> new Change(
                        new Person(row.getString(1)),
                        What.valueOf(row.getString(2)),
                        Instant.ofEpochMilli(row.getLong(3))));
    }

    @Override
    public void drop(Change change) {
        database.update(
                "DELETE FROM change WHERE person = ? AND what = ? AND changed_at = ?",
                change.person().name(),
                change.what().name(),
                change.at().toEpochMilli());
    }

    @Override
    public void scrub() {
        database.dialect().scrub.forEach(database::run);
    }
}
