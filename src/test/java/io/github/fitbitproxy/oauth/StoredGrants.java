package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.Settings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** Grants for tests of other packages, kept in memory. */
public final class StoredGrants {

    private StoredGrants() {}

    /** @param folder where the key is kept */
    public static Grants in(Path folder, Clock clock) {
        return new Grants(
                new InMemorySealedStore(),
                new Vault(Settings.of(folder), new SecureRandom()),
                clock,
                Settings.of(folder),
                List.of());
    }

    /** A grant that is accepted. */
    public static Grant of(Person person, String upstream, Clock clock) {
        return new Grant(
                person,
                upstream,
                new ClientCredentials("ck", "cs"),
                new TokenCredentials("at", "as"),
                null,
                clock.instant(),
                Grant.State.ALIVE);
    }
}
