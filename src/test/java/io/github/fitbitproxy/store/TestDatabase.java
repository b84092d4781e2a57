package io.github.fitbitproxy.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** A migrated database with a pool of its own, set up as application.properties sets up the program's. */
record TestDatabase(AgroalDataSource source, Dialect dialect, String place) implements AutoCloseable {

    /** The database in that directory, new or not. */
    static TestDatabase sqlite(Path directory) {
        SqliteFile file = new SqliteFile(directory, Clock.systemUTC());
        file.prepare();
        return sqlite(directory, Map.of()).migrated();
    }

    /** The file as it is: neither checked nor migrated, and with more settings. */
    static TestDatabase sqlite(Path directory, Map<String, String> settings) {
        String url = SqliteFile.url(directory);
        return new TestDatabase(pool(Dialect.SQLITE, url, 4, settings), Dialect.SQLITE, url.substring(12));
    }

    /** The one database of this JVM's PostgreSQL server; tables may hold what other tests left. */
    static TestDatabase postgresql() {
        return postgresql(Server.URL).migrated();
    }

    /** A database somewhere. */
    static TestDatabase postgresql(String url) {
        return new TestDatabase(pool(Dialect.POSTGRESQL, url, 8, Map.of()), Dialect.POSTGRESQL, url);
    }

    /** A new database without tables on the same server. */
    static TestDatabase emptyPostgresql() {
        String name = "empty" + Server.DATABASES.incrementAndGet();
        try (TestDatabase server = postgresql(Server.URL)) {
            server.execute("CREATE DATABASE " + name);
        }
        return postgresql(Server.URL.replace("/postgres?", "/" + name + "?"));
    }

    private TestDatabase migrated() {
        Schema.migrate(flyway("db/migration/" + dialect.name().toLowerCase()), dialect, place);
        return this;
    }

    Flyway flyway(String... locations) {
        return Flyway.configure().dataSource(source).locations(locations).load();
    }

    Database database() {
        return new Database(source, dialect, place);
    }

    void clear() {
        for (String table : new String[] {"raw_day", "note", "backfill", "budget", "sealed", "lease", "change"}) {
            execute("DELETE FROM " + table);
        }
    }

    void execute(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row. */
    String text(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        source.close();
    }

    private static AgroalDataSource pool(Dialect dialect, String url, int size, Map<String, String> settings) {
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier();
        configuration.connectionPoolConfiguration(pool -> pool.maxSize(size)
                .acquisitionTimeout(Duration.ofSeconds(10))
                .validateOnBorrow(dialect == Dialect.POSTGRESQL)
                .connectionValidator(ConnectionValidator.defaultValidator())
                .exceptionSorter(
                        dialect == Dialect.POSTGRESQL
                                ? new PostgreSQLExceptionSorter()
                                : ExceptionSorter.defaultExceptionSorter())
                .connectionFactoryConfiguration(factory -> {
                    factory.jdbcUrl(url).principal(new NamePrincipal("postgres"));
                    // By class: an application that ran in this JVM takes its drivers with it when it stops.
                    factory.connectionProviderClass(
                            dialect == Dialect.POSTGRESQL ? org.postgresql.Driver.class : org.sqlite.JDBC.class);
                    jdbcProperties(dialect)
                            .forEach((name, value) ->
                                    factory.jdbcProperty((String) name, settings.getOrDefault(name, (String) value)));
                    settings.forEach(factory::jdbcProperty);
                    return factory;
                }));
        try {
            return AgroalDataSource.from(configuration);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties jdbcProperties(Dialect dialect) {
        String prefix = "quarkus.datasource." + dialect.name().toLowerCase() + ".jdbc.additional-jdbc-properties.";
        Properties all = new Properties();
        try (InputStream in = TestDatabase.class.getResourceAsStream("/application.properties")) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Properties found = new Properties();
        all.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> found.put(name.substring(prefix.length()), all.getProperty(name)));
        return found;
    }

    /** Started once, by whoever asks first. */
    private static final class Server {

        static final String URL = start();
        static final AtomicInteger DATABASES = new AtomicInteger();

        static String start() {
            try {
                return EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
