package io.github.fitbitproxy.store;

import org.junit.jupiter.api.Nested;

class BackfillStoreTest {

    @Nested
    class OnSqlite extends BackfillStoreContract {
        OnSqlite() {
            super(Dialect.SQLITE);
        }
    }

    @Nested
    class OnPostgresql extends BackfillStoreContract {
        OnPostgresql() {
            super(Dialect.POSTGRESQL);
        }
    }
}
