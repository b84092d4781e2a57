package io.github.fitbitproxy.store;

import org.junit.jupiter.api.Nested;

class DayStoreTest {

    @Nested
    class OnSqlite extends DayStoreContract {
        OnSqlite() {
            super(Dialect.SQLITE);
        }
    }

    @Nested
    class OnPostgresql extends DayStoreContract {
        OnPostgresql() {
            super(Dialect.POSTGRESQL);
        }
    }
}
