package io.github.fitbitproxy.store;

import org.junit.jupiter.api.Nested;

class ChangeStoreTest {

    @Nested
    class OnSqlite extends ChangeStoreContract {
        OnSqlite() {
            super(Dialect.SQLITE);
        }
    }

    @Nested
    class OnPostgresql extends ChangeStoreContract {
        OnPostgresql() {
            super(Dialect.POSTGRESQL);
        }
    }
}
