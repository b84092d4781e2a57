package io.github.fitbitproxy.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings {@code store.*}, checked. Messages name the key and never quote a value that may hold a password.
 *
 * @param url of the PostgreSQL server; {@code null} means SQLite
 */
record StoreSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password) {

    static final StoreSettings SQLITE = new StoreSettings(null, null, null);

    private static final String PREFIX = "jdbc:postgresql:";
    private static final Pattern CREDENTIALS = Pattern.compile("[?&](user|password|sslpassword)=|//[^/?]*@");

    /**
     * Checks and completes what was configured; blank counts as not set.
     *
     * @throws IllegalArgumentException with a sentence that names the key
     */
    static StoreSettings of(StoreConfig config) {
        String url = set(config.url());
        String username = set(config.username());
        String password = set(config.password());
        String passwordFile = set(config.passwordFile());
        if (url == null) {
            refuseIf(
                    username != null,
                    "store.username is set, but store.url is not: it has a meaning for PostgreSQL only");
            refuseIf(
                    password != null,
                    "store.password is set, but store.url is not: it has a meaning for PostgreSQL only");
            refuseIf(
                    passwordFile != null,
                    "store.password-file is set, but store.url is not: it has a meaning for PostgreSQL only");
            return SQLITE;
        }
        refuseIf(
                !url.startsWith(PREFIX),
                "store.url must begin with " + PREFIX + "//, as in jdbc:postgresql://db.local/fitbit");
        refuseIf(
                CREDENTIALS.matcher(url).find(),
                "store.url must not hold user or password: set store.username, and store.password or store.password-file");
        refuseIf(
                org.postgresql.Driver.parseURL(url, new Properties()) == null,
                "store.url cannot be read: it should look like jdbc:postgresql://db.local:5432/fitbit");
        refuseIf(
                password != null && passwordFile != null,
                "store.password and store.password-file are both set: choose one");
        if (passwordFile != null) {
            password = read(passwordFile);
        }
        refuseIf(password != null && username == null, "store.password is set, but store.username is not");
        return new StoreSettings(url, username, password);
    }

    /** The address as it may be shown: without parameters. */
    static String shown(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    private static @Nullable String set(Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
    }

    private static void refuseIf(boolean wrong, String sentence) {
        if (wrong) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** The first line: editors and {@code echo} end a file with a line break that is no part of the password. */
    private static String read(String file) {
        String content;
        try {
            content = Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(
                    "store.password-file cannot be read: " + file + " ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
        String password = content.lines().findFirst().orElse("");
        refuseIf(password.isEmpty(), "store.password-file is empty: " + file);
        return password;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return url == null ? "SQLite" : shown(url);
    }
}
