package io.github.fitbitproxy.store;

import io.github.fitbitproxy.config.DataDirectory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.sqlite.JDBC;
import org.sqlite.SQLiteOpenMode;

/** The SQLite file in the data directory, made ready before anything opens it. */
final class SqliteFile {

    private static final String NAME = "fitbit-proxy.db";

    private static final Logger LOG = Logger.getLogger(SqliteFile.class);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final Path path;
    private final Clock clock;

    SqliteFile(Path directory, Clock clock) {
        this.directory = absolute(directory);
        this.path = this.directory.resolve(NAME);
        this.clock = clock;
    }

    /** Where it is, absolute. */
    Path path() {
        return path;
    }

    /** How JDBC names the file in that directory. */
    static String url(Path directory) {
        return "jdbc:sqlite:" + absolute(directory).resolve(NAME);
    }

    private static Path absolute(Path directory) {
        return directory.toAbsolutePath().normalize();
    }

    /**
     * Makes the directory and an empty file if there is none. A file that is damaged is set aside, and only that: one
     * that is locked, or that this program may not read, stays where it is.
     *
     * @throws IllegalStateException with a sentence for a lay person if the file cannot be used
     */
    void prepare() {
        SqliteLibrary.load();
        DataDirectory.prepare(directory);
        if (Files.exists(path)) {
            setAsideIfDamaged();
        }
        createFile();
    }

    /** SQLite gives the files beside it the same permissions. */
    private void createFile() {
        try {
            Files.createFile(path, DataDirectory.ownerOnly(path, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            if (Files.isDirectory(path)) {
                throw new IllegalStateException("The store file " + path + " is a directory. Move it away.", e);
            }
            if (!Files.isWritable(path)) {
                throw new IllegalStateException(
                        "The store file " + path + " cannot be written by the user " + DataDirectory.user()
                                + ". Give it to that user.",
                        e);
            }
        } catch (IOException e) {
            throw DataDirectory.refused("The store file " + path + " cannot be made", e);
        }
    }

    private void setAsideIfDamaged() {
        String finding;
        try {
            finding = quickCheck();
        } catch (SQLException e) {
            Trouble trouble = Trouble.of(e, Dialect.SQLITE);
            if (trouble != Trouble.DAMAGED) {
                throw new IllegalStateException(trouble.sentence("The store file " + path), e);
            }
            finding = "not a readable database";
        }
        if (!finding.equals("ok")) {
            setAside(finding);
        }
    }

    /**
     * {@code ok}, or the first thing that is wrong. Reads the whole file once, and changes nothing: a connection that may
     * write would fold the log into a damaged file, or delete it. Only a file that was killed while it was first made
     * must be rolled back before it can be read.
     */
    private String quickCheck() throws SQLException {
        Properties properties = new Properties();
        properties.put("busy_timeout", "2000");
        if (!Files.exists(beside(path, "-journal"))) {
            properties.put("open_mode", String.valueOf(SQLiteOpenMode.READONLY.flag));
        }
        try (Connection connection = JDBC.createConnection(url(directory), properties);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            return result.next() ? result.getString(1) : "ok";
        }
    }

    private void setAside(String finding) {
        Path aside = unusedName();
        try {
            // The file itself goes last: after a kill in between, the next start finds it damaged still.
            move(beside(path, "-wal"), beside(aside, "-wal"));
            move(beside(path, "-shm"), beside(aside, "-shm"));
            move(path, aside);
        } catch (IOException e) {
            throw DataDirectory.refused(
                    "The store file " + path + " is damaged and cannot be moved aside to " + aside, e);
        }
        LOG.errorf(
                "THE STORE FILE %s IS DAMAGED (%s). It was moved to %s and a new, empty one was begun:"
                        + " accounts have to be connected again, days are fetched again."
                        + " The old file was not changed; docs/storage.md says what can be saved from it.",
                path, finding.lines().reduce((first, last) -> last).orElse(""), aside);
    }

    private Path unusedName() {
        String stamp = STAMP.format(clock.instant());
        Path aside = beside(path, ".corrupt-" + stamp);
        for (int i = 2; Files.exists(aside); i++) {
            aside = beside(path, ".corrupt-" + stamp + "-" + i);
        }
        return aside;
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to);
        }
    }
}
