package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.oauth.SealedStore.Entry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Grants as they lie in the store: encrypted, each under a name in a group, and replaced only by who has seen the last
 * version. All methods block, and throw {@link java.io.UncheckedIOException} if the store fails.
 */
final class SealedGrants {

    private static final int MAX_ATTEMPTS = 20;
    private static final Logger LOG = Logger.getLogger(SealedGrants.class);

    private final SealedStore store;
    private final Vault vault;
    private final Clock clock;
    private final Set<String> toldUnreadable = ConcurrentHashMap.newKeySet();

    SealedGrants(SealedStore store, Vault vault, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A grant as it was read, to be replaced only as long as it is the same.
     *
     * @param version 0 if nothing is stored yet
     */
    record Kept(Grant grant, String group, String name, long version) {}

    /** @throws VaultException if it cannot be decrypted */
    Optional<Kept> find(String group, String name) {
        return store.find(group, name).map(entry -> new Kept(open(group, entry), group, name, entry.version()));
    }

    /** Whether there is one, even if it cannot be decrypted. */
    boolean has(String group, String name) {
        return store.find(group, name).isPresent();
    }

    /** The grants of a group whose names begin like this, in order of name; empty are those that cannot be decrypted. */
    Map<String, Optional<Grant>> all(String group, String prefix) {
        Map<String, Optional<Grant>> grants = new LinkedHashMap<>();
        for (Entry entry : store.list(group)) {
            if (entry.name().startsWith(prefix)) {
                grants.put(entry.name(), unlessUnreadable(entry.name(), () -> Optional.of(open(group, entry))));
            }
        }
        return grants;
    }

    /** What is asked for, or empty if it cannot be decrypted, which is said once. */
    Optional<Grant> unlessUnreadable(String name, Supplier<Optional<Grant>> grant) {
        try {
            return grant.get();
        } catch (VaultException e) {
            if (toldUnreadable.add(name)) {
                LOG.error(e.reason());
            }
            return Optional.empty();
        }
    }

    /** Keeps a grant for good, in place of any other under that name. */
    void save(String group, String name, Grant grant) {
        toldUnreadable.remove(name);
        untilNobodyIsFaster(() -> {
            long version = store.find(group, name).map(Entry::version).orElse(0L);
            return replace(new Kept(grant, group, name, version), grant).isPresent();
        });
    }

    /**
     * Replaces a grant that was read.
     *
     * @return the new one, or empty if somebody else was faster: read again, then decide. If the store fails, it is not known
     *     whether it was replaced
     */
    Optional<Kept> replace(Kept kept, Grant next) {
        byte[] sealed = vault.seal(kept.group, kept.name, GrantJson.write(next));
        return store.compareAndReplace(kept.group, kept.name, kept.version, sealed, clock.instant())
                .map(entry -> new Kept(next, kept.group, kept.name, entry.version()));
    }

    /** Replaces a grant if it is still that one. */
    void replaceIfSame(String group, String name, Grant expected, Grant next) {
        untilNobodyIsFaster(() -> {
            Optional<Kept> kept = find(group, name).filter(found -> found.grant.equals(expected));
            return kept.isEmpty() || replace(kept.get(), next).isPresent();
        });
    }

    void delete(String group, String name) {
        store.delete(group, name);
    }

    private Grant open(String group, Entry entry) {
        return GrantJson.readGrant(vault.open(group, entry.name(), entry.sealed()));
    }

    private static void untilNobodyIsFaster(BooleanSupplier attempt) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            if (attempt.getAsBoolean()) {
                return;
            }
        }
        throw new IllegalStateException("a grant was written by others " + MAX_ATTEMPTS + " times in a row");
    }
}
