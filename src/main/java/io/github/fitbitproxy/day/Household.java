package io.github.fitbitproxy.day;

import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.day.DayStore.Owner;
import io.github.fitbitproxy.day.Refusal.RefusalException;
import io.github.fitbitproxy.day.Refusal.UnknownPerson;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.oauth.OAuth1Provider;
import io.github.fitbitproxy.oauth.OAuth2Provider;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure.NotConnected;
import io.github.fitbitproxy.upstream.UpstreamNames;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who lives here, and which upstream tells about whom. Blocks. */
@Startup
@Singleton
public class Household {

    private final Grants grants;
    private final Sources sources;
    private final DayStore days;
    private final @Nullable String configured;
    private final @Nullable String withCredentials;

    Household(
            Grants grants,
            Sources sources,
            DayStore days,
            UpstreamNames names,
            ProxyConfig config,
            @All List<OAuth1Provider> oauth1,
            @All List<OAuth2Provider> oauth2) {
        this.grants = grants;
        this.sources = sources;
        this.days = days;
        this.configured = config.upstream().map(names::publicName).orElse(null);
        if (configured != null && !sources.upstreams().contains(configured)) {
            throw new ConfigurationException(
                    "proxy.upstream is '" + config.upstream().orElseThrow() + "', which is none of "
                            + String.join(", ", sources.upstreams()) + ".",
                    Set.of("proxy.upstream"));
        }
        SortedMap<String, String> credentials = new TreeMap<>();
        oauth1.stream()
                .filter(provider -> provider.configuredClient().isPresent())
                .forEach(provider -> credentials.put(provider.upstream(), provider.settingsPrefix()));
        oauth2.stream()
                .filter(provider -> provider.configuredClient().isPresent())
                .forEach(provider -> credentials.put(provider.upstream(), provider.settingsPrefix()));
        credentials.keySet().retainAll(sources.live());
        if (configured == null && credentials.size() > 1) {
            throw new ConfigurationException(
                    "There are credentials for more than one upstream: " + String.join(", ", credentials.values())
                            + ". Set proxy.upstream to the one that answers for somebody who is connected to none.",
                    Set.of("proxy.upstream"));
        }
        this.withCredentials = credentials.isEmpty() ? null : credentials.firstKey();
    }

    /**
     * The person that a request means. Somebody who has disconnected is still known by the days that are stored.
     *
     * @param name what {@code person=} says; {@code null} means the only person, else {@code me}, else the first by name
     * @throws RefusalException if nobody has that name
     */
    public Person resolve(@Nullable String name) {
        List<Person> connected = Stream.concat(grants.all().stream().map(Grant::person), grants.unreadable().stream())
                .sorted()
                .toList();
        if (name == null) {
            List<Person> known =
                    connected.isEmpty() ? owners().stream().map(Owner::person).toList() : connected;
            return known.isEmpty() || known.contains(Person.ME) ? Person.ME : known.get(0);
        }
        return Stream.of(
                        connected.stream(),
                        owners().stream().map(Owner::person),
                        Stream.of(Person.ME).filter(me -> connected.isEmpty()))
                .flatMap(people -> people)
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusalException(new UnknownPerson(name)));
    }

    /**
     * The upstream that tells about a person: the one of the person's grant, else the configured one, else the one that
     * told what is stored, else the one that has credentials, else the only one. An import tells about whom no cloud has told
     * of: it comes before a configured upstream that nobody has connected the person to.
     *
     * @throws UpstreamException if nobody has connected the person and there is no saying which upstream is meant
     */
    public String upstreamOf(Person person) {
        Optional<Grant> grant = grants.find(person);
        if (grant.isPresent()) {
            return grant.get().upstream();
        }
        List<String> told = told(person);
        return told.stream()
                .findFirst()
                .filter(sources.archives()::contains)
                .or(() -> Optional.ofNullable(configured))
                .or(() -> told.stream().findFirst())
                .or(() -> Optional.ofNullable(withCredentials))
                .or(() -> sources.live().size() == 1 ? sources.live().stream().findFirst() : Optional.empty())
                .orElseThrow(() -> new UpstreamException(new NotConnected("Nobody has connected this person yet.")));
    }

    /** Who told what is stored of a person: those that can still be asked first. */
    private List<String> told(Person person) {
        return owners().stream()
                .filter(owner -> owner.person().equals(person))
                .map(Owner::upstream)
                .filter(sources.upstreams()::contains)
                .sorted(Comparator.comparing(sources.archives()::contains))
                .toList();
    }

    private List<Owner> owners() {
        try {
            return days.owners();
        } catch (UncheckedIOException e) {
            return List.of();
        }
    }
}
