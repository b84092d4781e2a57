package io.github.fitbitproxy.day;

import io.github.fitbitproxy.budget.Purpose;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.day.NoteStore.Note;
import io.github.fitbitproxy.model.Device;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure.Forbidden;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable;
import io.github.fitbitproxy.upstream.WearerSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is known of the wearers: the zone that their days follow, and when their devices last synced. Blocks. */
@ApplicationScoped
public class Wearers {

    private static final Logger LOG = Logger.getLogger(Wearers.class);

    /** People move house and travel, but not by the minute. */
    private static final Duration PROFILE_LIFETIME = Duration.ofHours(12);
    /** One round of a dashboard's polling asks once. */
    private static final Duration DEVICES_LIFETIME = Duration.ofMinutes(1);

    private final Sources sources;
    private final GuardedCalls calls;
    private final Notes notes;
    private final Clock clock;
    private final Optional<ZoneId> configuredZone;

    Wearers(Sources sources, GuardedCalls calls, Notes notes, ProxyConfig config, Clock clock) {
        this.sources = sources;
        this.calls = calls;
        this.notes = notes;
        this.clock = clock;
        this.configuredZone = config.timeZone();
    }

    /**
     * The zone that the person's days follow: the profile's, else the configured one.
     *
     * @throws UpstreamException if neither is known
     */
    public ZoneId zone(Person person, String upstream) {
        WearerSource source = sources.wearer(upstream).orElseThrow();
        try {
            Note note = notes.get(
                    new Notes.Key(person, upstream, "profile"),
                    PROFILE_LIFETIME,
                    () -> calls.call(
                            person,
                            upstream,
                            Purpose.INTERACTIVE,
                            () -> readable(source.fetchProfile(person), source::cleanProfile)));
            ZoneId zone = source.cleanProfile(note.body()).zone();
            if (zone != null) {
                return zone;
            }
        } catch (UpstreamException e) {
            boolean passes = !(e.failure() instanceof Forbidden || e.failure() instanceof Unreadable);
            if (configuredZone.isEmpty() && passes) {
                throw e;
            }
            if (configuredZone.isEmpty() && e.failure() instanceof Forbidden) {
                throw new UpstreamException(
                        new Forbidden("Without the profile nobody knows the time zone, nor when a day" + " begins. "
                                + e.failure().reason() + " Or set proxy.time-zone."));
            }
        }
        return configuredZone.orElseThrow(() -> new UpstreamException(
                new Unreadable("The profile tells no time zone, so there is no telling when a day begins. Set"
                        + " proxy.time-zone.")));
    }

    /** The zone that the person's days follow, as last told and without asking; empty if nobody knows. */
    Optional<ZoneId> knownZone(Person person, String upstream) {
        Note profile = notes.kept(new Notes.Key(person, upstream, "profile"));
        try {
            return sources.wearer(upstream)
                    .filter(source -> profile != null)
                    .map(source -> source.cleanProfile(
                                    Objects.requireNonNull(profile).body())
                            .zone())
                    .or(() -> configuredZone);
        } catch (UpstreamException e) {
            return configuredZone;
        }
    }

    /** The wearer's devices as last told, without asking; empty if nothing was told or it cannot be read. */
    public List<Device> knownDevices(Person person, String upstream) {
        WearerSource source = sources.wearer(upstream).orElse(null);
        Note devices = notes.kept(new Notes.Key(person, upstream, "devices"));
        if (source == null || devices == null) {
            return List.of();
        }
        try {
            return source.cleanDevices(
                    devices.body(), knownZone(person, upstream).orElse(ZoneOffset.UTC));
        } catch (UpstreamException e) {
            return List.of();
        }
    }

    /** The wearer's devices as last told, or empty if nobody could tell. */
    public List<Device> devices(Person person, String upstream, ZoneId zone) {
        return devices(person, upstream, zone, DEVICES_LIFETIME);
    }

    private List<Device> devices(Person person, String upstream, ZoneId zone, Duration lifetime) {
        WearerSource source = sources.wearer(upstream).orElseThrow();
        try {
            Note note = notes.get(
                    new Notes.Key(person, upstream, "devices"),
                    lifetime,
                    () -> readable(source.fetchDevices(person), body -> source.cleanDevices(body, zone)));
            return source.cleanDevices(note.body(), zone);
        } catch (UpstreamException e) {
            LOG.infof("%s: the devices are not known. %s", person, e.failure().reason());
            return List.of();
        }
    }

    /**
     * When the wearer's devices last synced, never after now; {@code null} if not known. To be asked beside a guarded call:
     * it does not ask for leave by itself.
     */
    public @Nullable Instant syncedAt(Person person, String upstream, ZoneId zone) {
        return latestSync(devices(person, upstream, zone));
    }

    /** The same as it was told within that time, or is told now. */
    @Nullable
    Instant syncedAt(Person person, String upstream, ZoneId zone, Duration within) {
        return latestSync(devices(person, upstream, zone, within));
    }

    private @Nullable Instant latestSync(List<Device> devices) {
        Instant now = clock.instant();
        return devices.stream()
                .map(Device::syncedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(synced -> synced.isAfter(now) ? now.truncatedTo(ChronoUnit.SECONDS) : synced)
                .orElse(null);
    }

    /** Refuses a body that cannot be read before it is kept. */
    private static byte[] readable(byte[] body, Consumer<byte[]> read) {
        read.accept(body);
        return body;
    }
}
