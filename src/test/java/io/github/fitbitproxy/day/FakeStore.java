package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.RawDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Days and notes of one person and kind in memory, and switches for a broken disk. */
class FakeStore implements DayStore, NoteStore {

    final NavigableMap<LocalDate, RawDay> days = new TreeMap<>();
    boolean readable = true;
    boolean writable = true;
    /** The person was deleted while the cloud was being asked. */
    boolean forgotten = false;

    @Override
    public Optional<RawDay> find(DayKey key) {
        return Optional.ofNullable(days.get(key.date()));
    }

    @Override
    public boolean save(RawDay day) {
        saveAll(forgotten ? List.of() : List.of(day));
        return !forgotten;
    }

    @Override
    public List<RawDay> saveAll(List<RawDay> saved) {
        if (!writable) {
            throw new UncheckedIOException(new IOException("The disk is full."));
        }
        saved.forEach(day -> days.put(day.key().date(), day));
        return saved;
    }

    @Override
    public void forEach(Person person, String upstream, String kind, DateRange range, Consumer<RawDay> visitor) {
        if (!readable) {
            throw new UncheckedIOException(new IOException("The disk is broken."));
        }
        new ArrayList<>(days.subMap(range.from(), true, range.to(), true).values()).forEach(visitor);
    }

    @Override
    public Optional<Extent> extent(Person person, List<String> upstreams, String kind) {
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new Extent(days.firstKey(), days.lastKey(), days.size()));
    }

    @Override
    public List<String> kinds(Person person, String upstream) {
        return List.of();
    }

    @Override
    public List<NamedNote> list(Person person) {
        return List.of();
    }

    @Override
    public List<Owner> owners() {
        return List.of();
    }

    @Override
    public Optional<Note> find(Person person, String upstream, String name) {
        return Optional.of(new Note(new byte[0], Instant.EPOCH));
    }

    @Override
    public void save(Person person, String upstream, String name, Note note) {
        // Notes are of no interest here.
    }

    @Override
    public void deleteAll(Person person) {
        days.clear();
    }
}
