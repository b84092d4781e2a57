package io.github.fitbitproxy.store;

import org.junit.jupiter.api.Nested;

class SealedStoreTest {

    @Nested
    class OnSqlite extends SealedStoreContract {
        OnSqlite() {
            super(Dialect.SQLITE);
        }
    }

    @Nested
    class OnPostgresql extends SealedStoreContract {
        OnPostgresql() {
            super(Dialect.POSTGRESQL);
        }
    }
}
