package io.github.fitbitproxy.store;

import org.junit.jupiter.api.Nested;

class LeaseStoreTest {

    @Nested
    class OnSqlite extends LeaseStoreContract {
        OnSqlite() {
            super(Dialect.SQLITE);
        }
    }

    @Nested
    class OnPostgresql extends LeaseStoreContract {
        OnPostgresql() {
            super(Dialect.POSTGRESQL);
        }
    }
}
