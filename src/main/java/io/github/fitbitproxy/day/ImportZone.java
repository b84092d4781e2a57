package io.github.fitbitproxy.day;

import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.ArchiveException;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the zone that imported days follow. Blocks. */
@ApplicationScoped
class ImportZone {

    private final Sources sources;
    private final Household household;
    private final Wearers wearers;
    private final ProxyConfig config;

    ImportZone(Sources sources, Household household, Wearers wearers, ProxyConfig config) {
        this.sources = sources;
        this.household = household;
        this.wearers = wearers;
        this.config = config;
    }

    /**
     * The zone that the archive's own profile names, else the one that is known of the person, else the configured one.
     *
     * @throws ArchiveException if none is
     */
    ZoneId of(Person person, String upstream, byte @Nullable [] profile) {
        return ofProfile(upstream, profile)
                .or(() -> known(person))
                .or(config::timeZone)
                .orElseThrow(
                        () -> new ArchiveException("The export does not tell the time zone of its days: there is no"
                                + " Profile.csv with one in it. Set proxy.time-zone, then import it again."));
    }

    private Optional<ZoneId> ofProfile(String upstream, byte @Nullable [] profile) {
        try {
            return profile == null
                    ? Optional.empty()
                    : sources.wearer(upstream)
                            .flatMap(source -> Optional.ofNullable(
                                    source.cleanProfile(profile).zone()));
        } catch (UpstreamException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<ZoneId> known(Person person) {
        try {
            return Optional.of(wearers.zone(person, household.upstreamOf(person)));
        } catch (UpstreamException notConnected) {
            return Optional.empty();
        }
    }
}
