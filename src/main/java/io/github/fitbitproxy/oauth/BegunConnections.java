package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.SealedStore.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps begun connections, sealed, for ten minutes and for one use, over restarts and across replicas. An entry's name is
 * a hash of what the browser brings back, so the store learns nothing that could be used.
 */
final class BegunConnections {

    static final Duration LIFETIME = Duration.ofMinutes(10);

    /** Longer than the exchange can take; if its process is killed, the connection waits again afterwards. */
    private static final Duration TAKEN = Duration.ofMinutes(1);

    static final String GROUP = "connecting";

    private final SealedStore store;
    private final Vault vault;
    private final Clock clock;

    BegunConnections(SealedStore store, Vault vault, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    void add(BegunConnection begun) {
        deleteOld();
        if (replace(begun, 0).isEmpty()) {
            throw new IllegalStateException("the same key was given twice");
        }
    }

    /** Every connection that still waits and can be decrypted. */
    List<BegunConnection> open() {
        return store.list(GROUP).stream()
                .flatMap(entry -> readable(entry).stream())
                .filter(begun -> begun.isOpen(clock.instant()))
                .toList();
    }

    /** The waiting connection of that key, or empty. */
    Optional<BegunConnection> find(String key) {
        return store.find(GROUP, name(key)).map(this::read).filter(begun -> begun.isOpen(clock.instant()));
    }

    /** Takes a waiting connection: of several who try, one succeeds. */
    boolean take(BegunConnection begun) {
        Optional<Entry> entry = store.find(GROUP, name(begun.pending().key()));
        return entry.isPresent()
                && read(entry.get()).isOpen(clock.instant())
                && replace(
                                begun.withTakenUntil(clock.instant().plus(TAKEN)),
                                entry.get().version())
                        .isPresent();
    }

    /** Lets a taken connection wait again. */
    void giveBack(BegunConnection begun) {
        store.find(GROUP, name(begun.pending().key()))
                .ifPresent(entry -> replace(begun.withTakenUntil(Instant.MIN), entry.version()));
    }

    /** Whether it was not removed meanwhile. */
    boolean isThere(BegunConnection begun) {
        return store.find(GROUP, name(begun.pending().key())).isPresent();
    }

    void remove(BegunConnection begun) {
        store.delete(GROUP, name(begun.pending().key()));
        deleteOld();
    }

    /** Removes the connections of a person, whoever is finishing one, and those that cannot be decrypted and so be finished. */
    void removeAll(Person person) {
        store.list(GROUP).stream()
                .filter(entry -> readable(entry)
                        .map(begun -> begun.person().equals(person))
                        .orElse(true))
                .forEach(entry -> store.delete(GROUP, entry.name()));
        deleteOld();
    }

    private void deleteOld() {
        store.deleteOlder(GROUP, clock.instant().minus(LIFETIME));
    }

    private Optional<Entry> replace(BegunConnection begun, long version) {
        String name = name(begun.pending().key());
        byte[] sealed = vault.seal(GROUP, name, GrantJson.write(begun));
        return store.compareAndReplace(GROUP, name, version, sealed, clock.instant());
    }

    private BegunConnection read(Entry entry) {
        return GrantJson.readBegun(vault.open(GROUP, entry.name(), entry.sealed()));
    }

    private Optional<BegunConnection> readable(Entry entry) {
        try {
            return Optional.of(read(entry));
        } catch (VaultException e) {
            // Its key is lost, so nobody can finish it; it is deleted when its time is over.
            return Optional.empty();
        }
    }

    private static String name(String key) {
        return Sha256.hex(key);
    }
}
