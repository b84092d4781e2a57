package io.github.fitbitproxy.store;

import org.junit.jupiter.api.Nested;

class NoteStoreTest {

    @Nested
    class OnSqlite extends NoteStoreContract {
        OnSqlite() {
            super(Dialect.SQLITE);
        }
    }

    @Nested
    class OnPostgresql extends NoteStoreContract {
        OnPostgresql() {
            super(Dialect.POSTGRESQL);
        }
    }
}
