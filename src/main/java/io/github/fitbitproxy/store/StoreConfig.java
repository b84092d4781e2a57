package io.github.fitbitproxy.store;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where things are kept: PostgreSQL if {@code store.url} says so, else one SQLite file in the data directory. */
@ConfigMapping(prefix = "store")
public interface StoreConfig {

    /** {@code jdbc:postgresql://host/database}, without user and password. */
    Optional<String> url();

    /** The PostgreSQL user; absent means the name of the system's user. */
    Optional<String> username();

    /** The PostgreSQL password. */
    Optional<String> password();

    /** A file that holds the PostgreSQL password, instead of {@code store.password}. */
    Optional<Path> passwordFile();
}
