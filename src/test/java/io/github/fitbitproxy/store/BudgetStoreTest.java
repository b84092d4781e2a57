package io.github.fitbitproxy.store;

import org.junit.jupiter.api.Nested;

class BudgetStoreTest {

    @Nested
    class OnSqlite extends BudgetStoreContract {
        OnSqlite() {
            super(Dialect.SQLITE);
        }
    }

    @Nested
    class OnPostgresql extends BudgetStoreContract {
        OnPostgresql() {
            super(Dialect.POSTGRESQL);
        }
    }
}
