package io.github.fitbitproxy.store;

import io.github.fitbitproxy.day.NoteStore;
import io.github.fitbitproxy.model.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Notes in the table {@code note}. */
final class SqlNoteStore implements NoteStore {

    private static final String SAVE = """
            INSERT INTO note (person, upstream, name, fetched_at, body)
            SELECT ?, ?, ?, ?, ? WHERE NOT {forgotten}
            ON CONFLICT (person, upstream, name) DO UPDATE SET
                fetched_at = excluded.fetched_at,
                body = excluded.body
            WHERE excluded.fetched_at >= note.fetched_at""".replace("{forgotten}", SqlChangeStore.FORGOTTEN);

    private final Database database;

    SqlNoteStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Note> find(Person person, String upstream, String name) {
        return database.first(
                "SELECT body, fetched_at FROM note WHERE person = ? AND upstream = ? AND name = ?",
                row -> new Note(row.getBytes(1), Instant.ofEpochMilli(row.getLong(2))),
                person.name(),
                upstream,
                name);
    }

    @Override
    public List<NamedNote> list(Person person) {
        return database.list(
                "SELECT upstream, name, body, fetched_at FROM note WHERE person = ? ORDER BY upstream, name",
                row -> new NamedNote(
                        row.getString(1),
                        row.getString(2),
                        new Note(row.getBytes(3), Instant.ofEpochMilli(row.getLong(4)))),
                person.name());
    }

    @Override
    public void save(Person person, String upstream, String name, Note note) {
        long fetchedAt = note.fetchedAt().toEpochMilli();
        database.update(SAVE, person.name(), upstream, name, fetchedAt, note.body(), person.name(), fetchedAt);
    }

    @Override
    public void deleteAll(Person person) {
        database.update("DELETE FROM note WHERE person = ?", person.name());
    }
}
