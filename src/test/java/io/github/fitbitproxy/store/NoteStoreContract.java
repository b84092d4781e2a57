package io.github.fitbitproxy.store;

import static io.github.fitbitproxy.store.Days.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.day.NoteStore;
import io.github.fitbitproxy.day.NoteStore.Note;
import io.github.fitbitproxy.model.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class NoteStoreContract extends StoreContract {

    private static final Person ANNA = new Person("anna");

    private NoteStore store;

    NoteStoreContract(Dialect dialect) {
        super(dialect);
    }

    @BeforeEach
    void openStore() {
        store = new SqlNoteStore(database.database());
    }

    @Test
    void findsANoteByteForByte() {
        store.save(Person.ME, "fitbit", "profile", new Note(new byte[] {0, -1, 127}, NOON));

        Note found = store.find(Person.ME, "fitbit", "profile").orElseThrow();

        assertThat(found.body()).containsExactly(0, -1, 127);
        assertThat(found.fetchedAt()).isEqualTo(NOON);
        assertThat(store.find(ANNA, "fitbit", "profile")).isEmpty();
        assertThat(store.find(Person.ME, "takeout", "profile")).isEmpty();
        assertThat(store.find(Person.ME, "fitbit", "devices")).isEmpty();
    }

    @Test
    void keepsWhatWasFetchedLast() {
        store.save(Person.ME, "fitbit", "devices", new Note(new byte[] {1}, NOON));
        store.save(Person.ME, "fitbit", "devices", new Note(new byte[] {2}, NOON.plusSeconds(1)));
        store.save(Person.ME, "fitbit", "devices", new Note(new byte[] {3}, NOON));

        assertThat(store.find(Person.ME, "fitbit", "devices").orElseThrow().body())
                .containsExactly(2);
    }

    @Test
    void forgetsOnePersonOnly() {
        store.save(Person.ME, "fitbit", "profile", new Note(new byte[] {1}, NOON));
        store.save(ANNA, "fitbit", "profile", new Note(new byte[] {2}, NOON));

        store.deleteAll(Person.ME);

        assertThat(store.find(Person.ME, "fitbit", "profile")).isEmpty();
        assertThat(store.find(ANNA, "fitbit", "profile")).isPresent();
    }
}
