package io.github.fitbitproxy.store;

import io.github.fitbitproxy.config.Secret;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

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
     * @throws ConfigurationException with a sentence that names the key
     */
    static StoreSettings of(StoreConfig config) {
        String url = config.url().map(String::strip).orElse("");
        String username = config.username().map(String::strip).orElse("");
        String password = Secret.read("store.password", config.password(), config.passwordFile())
                .orElse("");
        if (url.isEmpty()) {
            refuseIf(
                    !username.isEmpty(),
                    "store.username is set, but store.url is not. Set both for PostgreSQL, or none.");
            refuseIf(
                    !password.isEmpty(),
                    "store.password or store.password-file is set, but store.url is not. Set both for PostgreSQL, or none.");
            return SQLITE;
        }
        refuseIf(
                !url.startsWith(PREFIX),
                "store.url must begin with " + PREFIX
                        + "// as in jdbc:postgresql://db.local/fitbit. Without it, SQLite is used.");
        refuseIf(
                CREDENTIALS.matcher(url).find(),
                "store.url must not hold user or password. Use store.username, and store.password or store.password-file.");
        refuseIf(
                Driver.parseURL(url, new Properties()) == null,
                "store.url cannot be read. It looks like jdbc:postgresql://db.local:5432/fitbit.");
        refuseIf(
                !password.isEmpty() && username.isEmpty(),
                "store.password or store.password-file is set, but store.username is not. Set both.");
        return new StoreSettings(url, orNull(username), orNull(password));
    }

    /** The address as it may be shown: without parameters. */
    static String shown(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void refuseIf(boolean wrong, String sentence) {
        if (wrong) {
            throw new ConfigurationException(sentence);
        }
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return url == null ? "SQLite" : shown(url);
    }
}
