package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.Flights;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.day.NoteStore.Note;
import io.github.fitbitproxy.model.Device;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.Profile;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable;
import io.github.fitbitproxy.upstream.WearerSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the wearers: the zone that their days follow, and when their devices last synced. Asked for rarely,
 * remembered over restarts, and kept when the upstream cannot be asked. Blocks, but for what says otherwise.
 */
@ApplicationScoped
public class Wearers {

    private static final Logger LOG = Logger.getLogger(Wearers.class);

    private static final String PROFILE = "profile";
    private static final String DEVICES = "devices";

    /** People move house and travel, but not by the minute. */
    private static final Duration PROFILE_LIFETIME = Duration.ofHours(12);
    /** One round of a dashboard's polling asks once. */
    private static final Duration DEVICES_LIFETIME = Duration.ofMinutes(1);
    /** While there is an older version, what failed is not asked for again at once. */
    private static final Duration RETRY_AFTER_FAILURE = Duration.ofMinutes(1);

    private final Sources sources;
    private final GuardedCalls calls;
    private final NoteStore notes;
    private final Clock clock;
    private final Optional<ZoneId> configuredZone;
    private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();
    private final Flights<String, Note> flights = new Flights<>();

    Wearers(Sources sources, GuardedCalls calls, NoteStore notes, ProxyConfig config, Clock clock) {
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
        WearerSource source = source(upstream);
        try {
            Note note = note(
                    person,
                    upstream,
                    PROFILE,
                    PROFILE_LIFETIME,
                    () -> calls.call(person, upstream, () -> source.fetchProfile(person)));
            ZoneId zone = profile(source, note).zone();
            if (zone != null) {
                return zone;
            }
        } catch (UpstreamException e) {
            if (configuredZone.isEmpty()) {
                throw e;
            }
        }
        return configuredZone.orElseThrow(() -> new UpstreamException(
                new Unreadable("The profile names no time zone, so there is no telling when a day begins. Set"
                        + " proxy.time-zone.")));
    }

    /** The wearer's devices as last told, or empty if nobody could tell. */
    public List<Device> devices(Person person, String upstream, ZoneId zone) {
        WearerSource source = source(upstream);
        try {
            Note note = note(person, upstream, DEVICES, DEVICES_LIFETIME, () -> source.fetchDevices(person));
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
        Instant now = clock.instant();
        return devices(person, upstream, zone).stream()
                .map(Device::syncedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(synced -> synced.isAfter(now) ? now.truncatedTo(ChronoUnit.SECONDS) : synced)
                .orElse(null);
    }

    private WearerSource source(String upstream) {
        return sources.wearer(upstream).orElseThrow();
    }

    private static Profile profile(WearerSource source, Note note) {
        return source.cleanProfile(note.body());
    }

    /** The note of that name, from memory, from the store or from upstream; an old one if upstream fails. */
    private Note note(Person person, String upstream, String name, Duration lifetime, Supplier<byte[]> fetch) {
        String key = person + "/" + upstream + "/" + name;
        Known held = known.computeIfAbsent(
                key, absent -> new Known(find(person, upstream, name).orElse(null), Instant.MIN));
        Instant now = clock.instant();
        if (held.note != null && isWithin(held.note.fetchedAt(), lifetime, now)) {
            return held.note;
        }
        if (held.note != null && isWithin(held.failedAt, RETRY_AFTER_FAILURE, now)) {
            return held.note;
        }
        var flight = flights.join(
                key,
                () -> CompletableFuture.completedFuture(new Note(fetch.get(), now.truncatedTo(ChronoUnit.SECONDS))));
        try {
            Note note = flight.outcome().join();
            known.put(key, new Known(note, Instant.MIN));
            if (!flight.collapsed()) {
                save(person, upstream, name, note);
            }
            return note;
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof UpstreamException failure)) {
                throw e;
            }
            known.put(key, new Known(held.note, now));
            if (held.note == null) {
                throw failure;
            }
            return held.note;
        }
    }

    private static boolean isWithin(Instant since, Duration length, Instant now) {
        return !since.equals(Instant.MIN) && since.plus(length).isAfter(now) && !since.isAfter(now.plus(length));
    }

    private Optional<Note> find(Person person, String upstream, String name) {
        try {
            return notes.find(person, upstream, name);
        } catch (UncheckedIOException e) {
            LOG.warnf("%s: the stored %s cannot be read. %s", person, name, e.getMessage());
            return Optional.empty();
        }
    }

    private void save(Person person, String upstream, String name, Note note) {
        try {
            notes.save(person, upstream, name, note);
        } catch (UncheckedIOException e) {
            LOG.warnf("%s: the %s cannot be stored. %s", person, name, e.getMessage());
        }
    }

    private record Known(@Nullable Note note, Instant failedAt) {}
}
