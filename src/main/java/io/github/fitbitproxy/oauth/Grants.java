package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.SealedStore.Entry;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Who gave consent, and to what. Grants of the configuration win over stored ones. Every method that looks asks the
 * store, so that a change made by another replica is seen at once; what was seen last is used while the store fails. All
 * methods block, and throw {@link VaultException} if a stored grant cannot be decrypted.
 */
@Singleton
public class Grants {

    static final String GROUP = "grant";
    private static final int MAX_ATTEMPTS = 20;
    private static final Logger LOG = Logger.getLogger(Grants.class);

    private final SealedStore store;
    private final Vault vault;
    private final Clock clock;
    private final Map<Person, Grant> configured;
    private final Map<Person, Grant> seen = new ConcurrentHashMap<>();
    private final Set<Grant> dead = ConcurrentHashMap.newKeySet();

    Grants(SealedStore store, Vault vault, Clock clock, ProxyConfig config, @All List<ConfiguredGrant> configured) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
        String preferred = config.upstream().orElse("");
        this.configured = configured.stream()
                .flatMap(source -> source.grant().stream())
                .sorted(Comparator.comparing((Grant grant) -> !grant.upstream().equals(preferred))
                        .thenComparing(Grant::upstream))
                .collect(Collectors.toUnmodifiableMap(Grant::person, grant -> grant, (first, second) -> first));
    }

    /** The grant of one person, dead or alive, or empty if the person is not connected. */
    public Optional<Grant> find(Person person) {
        Optional<Grant> fromConfiguration = configured(person);
        return fromConfiguration.isPresent()
                ? fromConfiguration
                : stored(person).map(this::withMark);
    }

    /** The grant that the configuration gives to a person. */
    public Optional<Grant> configured(Person person) {
        return Optional.ofNullable(configured.get(person)).map(this::withMark);
    }

    /** Every grant, ordered by person. */
    public List<Grant> all() {
        Map<Person, Grant> all = new TreeMap<>(allStored());
        all.putAll(configured);
        return all.values().stream().map(this::withMark).toList();
    }

    /** Keeps a grant for good, in place of the person's older one. */
    public void save(Grant grant) {
        String name = grant.person().name();
        byte[] sealed = vault.seal(GROUP, name, GrantJson.write(grant));
        untilNobodyIsFaster(() -> {
            long version = store.find(GROUP, name).map(Entry::version).orElse(0L);
            return store.compareAndReplace(GROUP, name, version, sealed, clock.instant())
                    .isPresent();
        });
        dead.removeIf(old -> old.person().equals(grant.person()) && !old.equals(configured.get(grant.person())));
        seen.put(grant.person(), grant);
    }

    /**
     * Forgets a person's stored grant.
     *
     * @return whether there was one
     */
    public boolean forget(Person person) {
        boolean stored = store.find(GROUP, person.name()).isPresent();
        store.delete(GROUP, person.name());
        seen.remove(person);
        return stored;
    }

    /**
     * Remembers that the provider no longer accepts a grant: it is not to be used again until somebody reconnects. Does
     * nothing if the person was connected anew meanwhile. The mark of a configured grant lasts until the next start.
     */
    public void markDead(Grant grant) {
        Grant alive = grant.withState(Grant.State.ALIVE);
        dead.add(alive);
        if (alive.equals(configured.get(grant.person()))) {
            return;
        }
        try {
            untilNobodyIsFaster(() -> markStoredDead(alive));
        } catch (UncheckedIOException e) {
            LOG.warnf("The dead grant of %s is marked in memory only: the store fails.", grant.person());
        }
    }

    private boolean markStoredDead(Grant alive) {
        String name = alive.person().name();
        Optional<Entry> entry = store.find(GROUP, name);
        if (entry.isEmpty() || !read(entry.get()).equals(alive)) {
            return true;
        }
        byte[] sealed = vault.seal(GROUP, name, GrantJson.write(alive.withState(Grant.State.DEAD)));
        return store.compareAndReplace(GROUP, name, entry.get().version(), sealed, clock.instant())
                .isPresent();
    }

    private Optional<Grant> stored(Person person) {
        Optional<Entry> entry;
        try {
            entry = store.find(GROUP, person.name());
        } catch (UncheckedIOException e) {
            Grant lastSeen = seen.get(person);
            if (lastSeen == null) {
                throw e;
            }
            return Optional.of(lastSeen);
        }
        Optional<Grant> grant = entry.map(this::read);
        grant.ifPresentOrElse(found -> seen.put(person, found), () -> seen.remove(person));
        return grant;
    }

    private Map<Person, Grant> allStored() {
        List<Entry> entries;
        try {
            entries = store.list(GROUP);
        } catch (UncheckedIOException e) {
            if (seen.isEmpty() && configured.isEmpty()) {
                throw e;
            }
            return seen;
        }
        Map<Person, Grant> grants =
                entries.stream().map(this::read).collect(Collectors.toMap(Grant::person, grant -> grant));
        seen.keySet().retainAll(grants.keySet());
        seen.putAll(grants);
        return grants;
    }

    private Grant read(Entry entry) {
        return GrantJson.readGrant(vault.open(GROUP, entry.name(), entry.sealed()));
    }

    private Grant withMark(Grant grant) {
        return dead.contains(grant) ? grant.withState(Grant.State.DEAD) : grant;
    }

    private static void untilNobodyIsFaster(Supplier<Boolean> attempt) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            if (attempt.get()) {
                return;
            }
        }
        throw new IllegalStateException("a grant was written by others " + MAX_ATTEMPTS + " times in a row");
    }
}
