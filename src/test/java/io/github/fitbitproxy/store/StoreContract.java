package io.github.fitbitproxy.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test of a contract an empty database of the kind that the subclass names. */
abstract class StoreContract {

    @TempDir
    Path directory;

    final Dialect dialect;
    TestDatabase database;

    StoreContract(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeEach
    void open() {
        database = another();
        database.clear();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** The same database with a pool of its own, as another replica has. */
    TestDatabase another() {
        return dialect == Dialect.SQLITE ? TestDatabase.sqlite(directory) : TestDatabase.postgresql();
    }
}
