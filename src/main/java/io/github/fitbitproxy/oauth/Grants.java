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
 * Who gave consent, and to what. Grants of the configuration win over stored ones; the tokens that follow on a configured
 * one are stored too, and win until the configuration changes. Every method that looks asks the
 * store, so that a change made by another replica is seen at once; what was seen last is used while the store fails. A
 * stored grant that cannot be decrypted concerns its own person alone. All methods block.
 */
@Singleton
public class Grants {

    static final String GROUP = "grant";

    /** Tokens that follow on configured grants. */
    static final String CONFIGURED_GROUP = "configured";

    private static final int MAX_ATTEMPTS = 20;
    private static final Logger LOG = Logger.getLogger(Grants.class);

    private final SealedStore store;
    private final Vault vault;
    private final Clock clock;
    private final Map<Person, Grant> configured;
    private final Map<Person, Grant> seen = new ConcurrentHashMap<>();
    private final Set<Grant> dead = ConcurrentHashMap.newKeySet();
    private final Set<String> toldUnreadable = ConcurrentHashMap.newKeySet();

    Grants(SealedStore store, Vault vault, Clock clock, ProxyConfig config, @All List<ConfiguredGrant> configured) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
        String preferred = config.upstream().orElse("");
        this.configured = configured.stream()
                .sorted(Comparator.comparing((ConfiguredGrant source) ->
                                !source.upstreamSetting().equals(preferred))
                        .thenComparing(ConfiguredGrant::upstreamSetting))
                .flatMap(source -> source.grant().stream())
                .collect(Collectors.toUnmodifiableMap(Grant::person, grant -> grant, (first, second) -> first));
    }

    /**
     * A grant as it was read, to be replaced only as long as it is the same.
     *
     * @param version 0 if nothing is stored yet of a configured grant
     */
    record Kept(Grant grant, String group, String name, long version) {}

    /**
     * The grant of one person, dead or alive, or empty if the person is not connected.
     *
     * @throws VaultException if it cannot be decrypted
     */
    public Optional<Grant> decrypt(Person person) {
        Optional<Kept> kept;
        try {
            kept = read(person);
        } catch (UncheckedIOException e) {
            Grant lastSeen = seen.getOrDefault(person, configured.get(person));
            if (lastSeen == null) {
                throw e;
            }
            return Optional.of(withMark(lastSeen));
        }
        kept.ifPresentOrElse(found -> seen.put(person, found.grant), () -> seen.remove(person));
        return kept.map(Kept::grant);
    }

    /** The same, or empty if it cannot be decrypted, which must keep nobody from connecting anew or forgetting it. */
    public Optional<Grant> find(Person person) {
        return unlessUnreadable(person.name(), () -> decrypt(person));
    }

    /** Whether a person gave consent, even if the grant cannot be decrypted. */
    public boolean isKept(Person person) {
        return configured.containsKey(person)
                || store.find(GROUP, person.name()).isPresent();
    }

    /** Whose stored grants cannot be decrypted, ordered by person. */
    public List<Person> unreadable() {
        try {
            return store.list(GROUP).stream()
                    .filter(entry -> readable(entry).isEmpty())
                    .map(entry -> new Person(entry.name()))
                    .filter(person -> !configured.containsKey(person))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            return List.of();
        }
    }

    private Optional<Grant> readable(Entry entry) {
        return unlessUnreadable(entry.name(), () -> Optional.of(read(GROUP, entry)));
    }

    /** Says so once. */
    private Optional<Grant> unlessUnreadable(String name, Supplier<Optional<Grant>> grant) {
        try {
            return grant.get();
        } catch (VaultException e) {
            if (toldUnreadable.add(name)) {
                LOG.error(e.reason());
            }
            return Optional.empty();
        }
    }

    /** The grant that the configuration gives to a person, as it stands there. */
    public Optional<Grant> configured(Person person) {
        return Optional.ofNullable(configured.get(person)).map(this::withMark);
    }

    /** Every grant that can be decrypted, ordered by person. */
    public List<Grant> all() {
        Map<Person, Grant> all = new TreeMap<>(allStored());
        configured.keySet().forEach(person -> find(person).ifPresent(grant -> all.put(person, grant)));
        return all.values().stream().map(this::withMark).toList();
    }

    /**
     * The grant of one person as it lies in the store now.
     *
     * @throws UncheckedIOException if the store fails
     */
    Optional<Kept> read(Person person) {
        Grant fromConfiguration = configured.get(person);
        String group = fromConfiguration == null ? GROUP : CONFIGURED_GROUP;
        String name = fromConfiguration == null ? person.name() : configuredName(fromConfiguration);
        if (fromConfiguration != null && !(fromConfiguration.credentials() instanceof OAuth2Tokens)) {
            return Optional.of(new Kept(withMark(fromConfiguration), group, name, 0));
        }
        Optional<Kept> stored = store.find(group, name)
                .map(entry -> new Kept(withMark(read(group, entry)), group, name, entry.version()));
        return stored.isPresent() || fromConfiguration == null
                ? stored
                : Optional.of(new Kept(withMark(fromConfiguration), group, name, 0));
    }

    /**
     * Replaces a grant that was read.
     *
     * @return the new one, or empty if somebody else was faster: read again, then decide
     * @throws UncheckedIOException if the store fails; whether it is replaced is not known then
     */
    Optional<Kept> replace(Kept kept, Grant next) {
        byte[] sealed = vault.seal(kept.group, kept.name, GrantJson.write(next));
        Optional<Kept> replaced = store.compareAndReplace(kept.group, kept.name, kept.version, sealed, clock.instant())
                .map(entry -> new Kept(next, kept.group, kept.name, entry.version()));
        if (replaced.isPresent() && kept.version == 0) {
            deleteOutdated(kept);
        }
        return replaced;
    }

    /** Tokens that follow on a grant which has left the configuration. */
    private void deleteOutdated(Kept kept) {
        store.list(kept.group).stream()
                .map(Entry::name)
                .filter(name -> name.startsWith(kept.grant.person().name() + "/") && !name.equals(kept.name))
                .forEach(name -> store.delete(kept.group, name));
    }

    /** Changes with the configuration, so that a new grant there starts afresh. */
    private static String configuredName(Grant grant) {
        String secret = grant.credentials() instanceof OAuth2Tokens tokens ? tokens.refreshToken() : "";
        String text = String.join("\n", grant.upstream(), grant.client().id(), secret);
        return grant.person().name() + "/" + Sha256.hex(text).substring(0, 32);
    }

    /** Keeps a grant for good, in place of the person's older one. */
    public void save(Grant grant) {
        toldUnreadable.remove(grant.person().name());
        String name = grant.person().name();
        byte[] sealed = vault.seal(GROUP, name, GrantJson.write(grant));
        untilNobodyIsFaster(() -> {
            long version = store.find(GROUP, name).map(Entry::version).orElse(0L);
            return store.compareAndReplace(GROUP, name, version, sealed, clock.instant())
                    .isPresent();
        });
        if (!configured.containsKey(grant.person())) {
            dead.removeIf(old -> old.person().equals(grant.person()));
            seen.put(grant.person(), grant);
        }
    }

    /** What followed on grants of a person that have left the configuration, as far as it can be decrypted. */
    List<Grant> leftOver(Person person) {
        return leftOverEntries(person).stream()
                .flatMap(entry ->
                        unlessUnreadable(entry.name(), () -> Optional.of(read(CONFIGURED_GROUP, entry))).stream())
                .toList();
    }

    /**
     * Forgets a person's stored grant, and what is left over of configured ones.
     *
     * @return whether there was any
     */
    public boolean forget(Person person) {
        List<Entry> leftOver = leftOverEntries(person);
        boolean stored = store.find(GROUP, person.name()).isPresent() || !leftOver.isEmpty();
        store.delete(GROUP, person.name());
        leftOver.forEach(entry -> store.delete(CONFIGURED_GROUP, entry.name()));
        seen.remove(person);
        return stored;
    }

    private List<Entry> leftOverEntries(Person person) {
        return configured.containsKey(person)
                ? List.of()
                : store.list(CONFIGURED_GROUP).stream()
                        .filter(entry -> entry.name().startsWith(person.name() + "/"))
                        .toList();
    }

    /**
     * Remembers that the provider no longer accepts a grant: it is not to be used again until somebody reconnects. Does
     * nothing if the person was connected anew meanwhile. The mark of a configured grant lasts until the next start.
     */
    public void markDead(Grant grant) {
        Grant alive = grant.withState(Grant.State.ALIVE);
        dead.add(alive);
        if (configured.containsKey(grant.person())) {
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
        if (entry.isEmpty() || !read(GROUP, entry.get()).equals(alive)) {
            return true;
        }
        byte[] sealed = vault.seal(GROUP, name, GrantJson.write(alive.withState(Grant.State.DEAD)));
        return store.compareAndReplace(GROUP, name, entry.get().version(), sealed, clock.instant())
                .isPresent();
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
        Map<Person, Grant> grants = entries.stream()
                .flatMap(entry -> readable(entry).stream())
                .collect(Collectors.toMap(Grant::person, grant -> grant));
        seen.keySet().removeIf(person -> !grants.containsKey(person) && !configured.containsKey(person));
        grants.forEach((person, grant) -> {
            if (!configured.containsKey(person)) {
                seen.put(person, grant);
            }
        });
        return grants;
    }

    private Grant read(String group, Entry entry) {
        return GrantJson.readGrant(vault.open(group, entry.name(), entry.sealed()));
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
