package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.SealedGrants.Kept;
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

    private static final Logger LOG = Logger.getLogger(Grants.class);

    private final SealedGrants stored;
    private final Map<Person, Grant> configured;
    private final Map<Person, Grant> seen = new ConcurrentHashMap<>();
    private final Set<Grant> dead = ConcurrentHashMap.newKeySet();

    Grants(SealedStore store, Vault vault, Clock clock, ProxyConfig config, @All List<ConfiguredGrant> configured) {
        this.stored = new SealedGrants(store, vault, clock);
        String preferred = config.upstream().orElse("");
        this.configured = configured.stream()
                .sorted(Comparator.comparing((ConfiguredGrant source) ->
                                !source.upstreamSetting().equals(preferred))
                        .thenComparing(ConfiguredGrant::upstreamSetting))
                .flatMap(source -> source.grant().stream())
                .collect(Collectors.toUnmodifiableMap(Grant::person, grant -> grant, (first, second) -> first));
    }

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
        kept.ifPresentOrElse(found -> seen.put(person, found.grant()), () -> seen.remove(person));
        return kept.map(Kept::grant);
    }

    /** The same, or empty if it cannot be decrypted, which must keep nobody from connecting anew or forgetting it. */
    public Optional<Grant> find(Person person) {
        return stored.unlessUnreadable(person.name(), () -> decrypt(person));
    }

    /** Whether a person gave consent, even if the grant cannot be decrypted. */
    public boolean isKept(Person person) {
        return configured.containsKey(person) || stored.has(GROUP, person.name());
    }

    /** Whose stored grants cannot be decrypted, ordered by person. */
    public List<Person> unreadable() {
        try {
            return stored.all(GROUP, "").entrySet().stream()
                    .filter(entry -> entry.getValue().isEmpty())
                    .map(entry -> new Person(entry.getKey()))
                    .filter(person -> !configured.containsKey(person))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            return List.of();
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
        Optional<Kept> kept =
                stored.find(group, name).map(found -> new Kept(withMark(found.grant()), group, name, found.version()));
        return kept.isPresent() || fromConfiguration == null
                ? kept
                : Optional.of(new Kept(withMark(fromConfiguration), group, name, 0));
    }

    /**
     * Replaces a grant that was read.
     *
     * @return the new one, or empty if somebody else was faster: read again, then decide
     * @throws UncheckedIOException if the store fails; whether it is replaced is not known then
     */
    Optional<Kept> replace(Kept kept, Grant next) {
        Optional<Kept> replaced = stored.replace(kept, next);
        if (replaced.isPresent() && kept.version() == 0) {
            deleteOutdated(kept);
        }
        return replaced;
    }

    /** Tokens that follow on a grant which has left the configuration. */
    private void deleteOutdated(Kept kept) {
        followers(kept.grant().person()).keySet().stream()
                .filter(name -> !name.equals(kept.name()))
                .forEach(name -> stored.delete(CONFIGURED_GROUP, name));
    }

    /** What followed on configured grants of a person, by the name of the entry. */
    private Map<String, Optional<Grant>> followers(Person person) {
        return stored.all(CONFIGURED_GROUP, person.name() + "/");
    }

    /** Changes with the configuration, so that a new grant there starts afresh. */
    private static String configuredName(Grant grant) {
        String secret = grant.credentials() instanceof OAuth2Tokens tokens ? tokens.refreshToken() : "";
        String text = String.join("\n", grant.upstream(), grant.client().id(), secret);
        return grant.person().name() + "/" + Sha256.hex(text).substring(0, 32);
    }

    /** Keeps a grant for good, in place of the person's older one. */
    public void save(Grant grant) {
        stored.save(GROUP, grant.person().name(), grant);
        if (!configured.containsKey(grant.person())) {
            dead.removeIf(old -> old.person().equals(grant.person()));
            seen.put(grant.person(), grant);
        }
    }

    /** What followed on grants of a person that have left the configuration, as far as it can be decrypted. */
    List<Grant> leftOver(Person person) {
        return leftOverEntries(person).values().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Forgets a person's stored grant, and what is left over of configured ones.
     *
     * @return whether there was any
     */
    public boolean forget(Person person) {
        Set<String> leftOver = leftOverEntries(person).keySet();
        boolean found = stored.has(GROUP, person.name()) || !leftOver.isEmpty();
        stored.delete(GROUP, person.name());
        leftOver.forEach(name -> stored.delete(CONFIGURED_GROUP, name));
        seen.remove(person);
        return found;
    }

    private Map<String, Optional<Grant>> leftOverEntries(Person person) {
        return configured.containsKey(person) ? Map.of() : followers(person);
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
            stored.replaceIfSame(GROUP, grant.person().name(), alive, alive.withState(Grant.State.DEAD));
        } catch (UncheckedIOException e) {
            LOG.warnf("The dead grant of %s is marked in memory only: the store fails.", grant.person());
        }
    }

    private Map<Person, Grant> allStored() {
        Map<Person, Grant> grants;
        try {
            grants = stored.all(GROUP, "").values().stream()
                    .flatMap(Optional::stream)
                    .collect(Collectors.toMap(Grant::person, grant -> grant));
        } catch (UncheckedIOException e) {
            if (seen.isEmpty() && configured.isEmpty()) {
                throw e;
            }
            return seen;
        }
        seen.keySet().removeIf(person -> !grants.containsKey(person) && !configured.containsKey(person));
        grants.forEach((person, grant) -> {
            if (!configured.containsKey(person)) {
                seen.put(person, grant);
            }
        });
        return grants;
    }

    private Grant withMark(Grant grant) {
        return dead.contains(grant) ? grant.withState(Grant.State.DEAD) : grant;
    }
}
