package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.oauth.SealedStore.Entry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keeps begun connections, sealed, for ten minutes and for one use, over restarts and across replicas. An entry's name is
 * a hash of the temporary token, so the store learns nothing that could be used.
 */
final class BegunConnections {

    static final Duration LIFETIME = Duration.ofMinutes(10);
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
            throw new IllegalStateException("a provider gave the same temporary token twice");
        }
    }

    /** Every connection that still waits. */
    List<BegunConnection> open() {
        return store.list(GROUP).stream()
                .map(this::read)
                .filter(begun -> begun.isOpen(clock.instant()))
                .toList();
    }

    /** The waiting connection of that temporary token, or empty. */
    Optional<BegunConnection> find(String temporaryToken) {
        return store.find(GROUP, name(temporaryToken)).map(this::read).filter(begun -> begun.isOpen(clock.instant()));
    }

    /** Takes a waiting connection: of several who try, one succeeds. */
    boolean take(BegunConnection begun) {
        Optional<Entry> entry = store.find(GROUP, name(begun.temporary().token()));
        return entry.isPresent()
                && read(entry.get()).isOpen(clock.instant())
                && replace(begun.withTaken(true), entry.get().version()).isPresent();
    }

    /** Lets a taken connection wait again. */
    void giveBack(BegunConnection begun) {
        store.find(GROUP, name(begun.temporary().token()))
                .ifPresent(entry -> replace(begun.withTaken(false), entry.version()));
    }

    void remove(BegunConnection begun) {
        store.delete(GROUP, name(begun.temporary().token()));
        deleteOld();
    }

    private void deleteOld() {
        store.deleteOlder(GROUP, clock.instant().minus(LIFETIME));
    }

    private Optional<Entry> replace(BegunConnection begun, long version) {
        String name = name(begun.temporary().token());
        byte[] sealed = vault.seal(GROUP, name, GrantJson.write(begun));
        return store.compareAndReplace(GROUP, name, version, sealed, clock.instant());
    }

    private BegunConnection read(Entry entry) {
        return GrantJson.readBegun(vault.open(GROUP, entry.name(), entry.sealed()));
    }

    private static String name(String temporaryToken) {
        return Sha256.hex(temporaryToken);
    }
}
