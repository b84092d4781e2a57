package io.github.fitbitproxy.oauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps sealed entries for one test, and fails on demand as a broken disk or database does. */
public class InMemorySealedStore implements SealedStore {

    private final Map<String, TreeMap<String, Entry>> groups = new TreeMap<>();
    private boolean failing;
    private boolean readOnly;
    private Runnable afterNextReplace = () -> {};

    /** From now on every method fails, or works again. */
    public synchronized void setFailing(boolean failing) {
        this.failing = failing;
    }

    /** From now on nothing can be written, as on a full disk, or again. */
    public synchronized void setReadOnly(boolean readOnly) {
        this.readOnly = readOnly;
    }

    /** Lets something happen right after the next entry was written, before its writer is told. */
    public synchronized void afterNextReplace(Runnable happens) {
        afterNextReplace = happens;
    }

    public synchronized void clear() {
        groups.clear();
    }

    @Override
    public synchronized Optional<Entry> find(String group, String name) {
        return Optional.ofNullable(group(group).get(name));
    }

    @Override
    public synchronized List<Entry> list(String group) {
        return List.copyOf(group(group).values());
    }

    @Override
    public synchronized Optional<Entry> compareAndReplace(
            String group, String name, long expectedVersion, byte[] sealed, Instant now) {
        if (readOnly) {
            throw new UncheckedIOException(new IOException("the disk is full"));
        }
        long version = find(group, name).map(Entry::version).orElse(0L);
        if (version != expectedVersion) {
            return Optional.empty();
        }
        Entry entry = new Entry(name, version + 1, sealed.clone(), now);
        group(group).put(name, entry);
        Runnable happens = afterNextReplace;
        afterNextReplace = () -> {};
        happens.run();
        return Optional.of(entry);
    }

    @Override
    public synchronized void delete(String group, String name) {
        group(group).remove(name);
    }

    @Override
    public synchronized void deleteOlder(String group, Instant writtenBefore) {
        group(group).values().removeIf(entry -> entry.writtenAt().isBefore(writtenBefore));
    }

    private TreeMap<String, Entry> group(String group) {
        if (failing) {
            throw new UncheckedIOException(new IOException("the disk is gone"));
        }
        return groups.computeIfAbsent(group, name -> new TreeMap<>());
    }
}
