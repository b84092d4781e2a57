package io.github.fitbitproxy.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs SQL. Every failure becomes an {@link UncheckedIOException} whose message is a sentence for a lay person. */
final class Database {

    private final DataSource source;
    private final Dialect dialect;
    private final String place;

    /** SQLite has one writer at a time: queueing here is fairer and faster than its polling for the file's lock. */
    private final ReentrantLock turn = new ReentrantLock(true);

    /** @param place names the database in messages: the file, or the address without the password */
    Database(DataSource source, Dialect dialect, String place) {
        this.source = source;
        this.dialect = dialect;
        this.place = place;
    }

    Dialect dialect() {
        return dialect;
    }

    String place() {
        return place;
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        return on(connection -> query(connection, sql, row, values));
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
        return list(sql, row, values).stream().findFirst();
    }

    /** How many rows were written. */
    int update(String sql, @Nullable Object... values) {
        return inTurn(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    /** Runs a statement of which it does not matter what it returns. */
    void run(String sql) {
        inTurn(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return statement.execute();
            }
        });
    }

    /** Writes, and reads what the statement returns. */
    <T> List<T> updateReturning(String sql, Row<T> row, @Nullable Object... values) {
        return inTurn(connection -> query(connection, sql, row, values));
    }

    /**
     * Runs one statement with each of the rows of values, all or none.
     *
     * @return how many rows each changed
     */
    int[] updateAll(String sql, List<@Nullable Object[]> rows) {
        return inTurn(connection -> {
            int[] changed;
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (@Nullable Object[] values : rows) {
                    bind(statement, values);
                    statement.addBatch();
                }
                changed = statement.executeBatch();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
            connection.setAutoCommit(true);
            return changed;
        });
    }

    private <T> T inTurn(Work<T> work) {
        if (dialect == Dialect.POSTGRESQL) {
            return on(work);
        }
        turn.lock();
        try {
            return on(work);
        } finally {
            turn.unlock();
        }
    }

    private <T> T on(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            String sentence = Trouble.of(e, dialect).sentence(place);
            throw new UncheckedIOException(sentence, new IOException(sentence, e));
        }
    }

    /** Must come before the pool switches to auto-commit, which would commit what is half done. */
    private static void rollback(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private static <T> List<T> query(Connection connection, String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    found.add(row.read(results));
                }
            }
            return found;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Reads the row that the cursor stands on. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
