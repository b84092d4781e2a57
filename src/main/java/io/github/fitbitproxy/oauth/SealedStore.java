package io.github.fitbitproxy.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps small sealed (encrypted) things under a name, such as grants and connections that were begun. It never sees what
 * is inside. All methods block. What a method was told is kept for good once it returns: a kill at any moment leaves the
 * old or the new version, never neither.
 *
 * <p>All methods throw {@link java.io.UncheckedIOException} if the store cannot be reached, read or written. Whether a
 * write that failed like this took place is not known: read again.
 */
public interface SealedStore {

    /** The entry of that group and name, or empty. */
    Optional<Entry> find(String group, String name);

    /** Every entry of a group, in order of name. */
    List<Entry> list(String group);

    /**
     * Replaces the version that was read with a new one.
     *
     * @param expectedVersion the version that was read; 0 if there was none
     * @return the new version, or empty if somebody else was faster: read again, then decide
     */
    Optional<Entry> compareAndReplace(String group, String name, long expectedVersion, byte[] sealed, Instant now);

    /** Forgets an entry; does nothing if there is none. */
    void delete(String group, String name);

    /** Forgets the entries of a group that were last written before that moment. */
    void deleteOlder(String group, Instant writtenBefore);

    /**
     * @param version counts the writes of this entry, from 1
     * @param sealed the encrypted content
     * @param writtenAt when it was written, by the writer's clock
     */
    record Entry(String name, long version, byte[] sealed, Instant writtenAt) {}
}
