package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.Flights;
import io.github.fitbitproxy.cache.Flights.Flight;
import io.github.fitbitproxy.cache.SharedFlights;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.day.NoteStore.Note;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What upstreams said beside the days: from memory, from the store or from upstream, whichever is due; an old version if
 * upstream fails. Blocks.
 */
@ApplicationScoped
class Notes {

    private static final Logger LOG = Logger.getLogger(Notes.class);

    /** While there is an older version, what failed is not asked for again at once. */
    private static final Duration RETRY_AFTER_FAILURE = Duration.ofMinutes(1);

    private final NoteStore store;
    private final SharedFlights replicas;
    private final Duration patience;
    private final Clock clock;
    private final ConcurrentMap<Key, Known> known = new ConcurrentHashMap<>();
    private final Flights<Key, Note> fetches = new Flights<>();

    Notes(NoteStore store, SharedFlights replicas, ProxyConfig config, Clock clock) {
        this.store = store;
        this.replicas = replicas;
        this.patience = config.upstreamTimeout();
        this.clock = clock;
    }

    /** Names a note. */
    record Key(Person person, String upstream, String name) {

        @Override
        public String toString() {
            return person + "/" + upstream + "/" + name;
        }
    }

    /** What is kept of a note in memory; {@code failedAt} is {@link Instant#MIN} if the last fetch went well. */
    private record Known(@Nullable Note note, Instant failedAt) {}

    /**
     * A note that is no older than its lifetime, or as new as can be had.
     *
     * @param fetch asks upstream; it must refuse what cannot be read, for what it gives is kept
     * @throws UpstreamException if upstream fails and there is no older version
     */
    Note get(Key key, Duration lifetime, Supplier<byte[]> fetch) {
        Known held = known.computeIfAbsent(key, absent -> new Known(find(key), Instant.MIN));
        Instant now = clock.instant();
        if (held.note != null
                && (isWithin(held.note.fetchedAt(), lifetime, now)
                        || isWithin(held.failedAt, RETRY_AFTER_FAILURE, now))) {
            return held.note;
        }
        Flight<Note> flight =
                fetches.join(key, () -> CompletableFuture.completedFuture(fetchShared(key, lifetime, fetch)));
        try {
            Note note = flight.outcome().join();
            known.put(key, new Known(note, Instant.MIN));
            return note;
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof UpstreamException failure)) {
                throw e;
            }
            known.put(key, new Known(held.note, now));
            if (held.note == null) {
                throw failure;
            }
            LOG.debugf(
                    "%s: an older version stands in. %s", key, failure.failure().reason());
            return held.note;
        }
    }

    /** What is kept, of any age and without asking upstream; {@code null} if nothing is. */
    @Nullable
    Note kept(Key key) {
        // Another replica may have told it since we looked.
        return known.compute(
                        key,
                        (same, held) -> held != null && held.note != null
                                ? held
                                : new Known(find(key), held == null ? Instant.MIN : held.failedAt))
                .note;
    }

    /** What is in memory, of any age; {@code null} if nothing is. Never blocks. */
    @Nullable
    Note recall(Key key) {
        Known held = known.get(key);
        return held == null ? null : held.note;
    }

    /** Forgets what is in memory. */
    void forgetAll() {
        known.clear();
    }

    private Note fetchShared(Key key, Duration lifetime, Supplier<byte[]> fetch) {
        Note note = replicas.run("note/" + key, patience, () -> arrived(key, lifetime), () -> fetch(key, fetch));
        if (note == null) {
            throw new UpstreamException(new Unavailable("The cloud is slow to tell.", null));
        }
        return note;
    }

    private @Nullable Note arrived(Key key, Duration lifetime) {
        Note stored = find(key);
        return stored != null && isWithin(stored.fetchedAt(), lifetime, clock.instant()) ? stored : null;
    }

    private Note fetch(Key key, Supplier<byte[]> fetch) {
        Instant askedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return keep(key, new Note(fetch.get(), askedAt));
    }

    /** Keeps what came without asking. */
    Note keep(Key key, Note note) {
        known.put(key, new Known(note, Instant.MIN));
        try {
            store.save(key.person, key.upstream, key.name, note);
        } catch (UncheckedIOException e) {
            LOG.warnf("%s: not stored, but kept in memory. %s", key, e.getMessage());
        }
        return note;
    }

    private @Nullable Note find(Key key) {
        try {
            return store.find(key.person, key.upstream, key.name).orElse(null);
        } catch (UncheckedIOException e) {
            LOG.warnf("%s: the store cannot be read. %s", key, e.getMessage());
            return null;
        }
    }

    private static boolean isWithin(Instant since, Duration length, Instant now) {
        // A time in the future comes from a clock that was wrong.
        return !since.equals(Instant.MIN) && since.plus(length).isAfter(now) && !since.isAfter(now.plus(length));
    }
}
