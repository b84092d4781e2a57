package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what an upstream said beside the days (the profile, the devices), as it came, one version per name. All methods
 * block; all throw {@link java.io.UncheckedIOException} if the store cannot be reached, read or written.
 */
public interface NoteStore {

    Optional<Note> find(Person person, String upstream, String name);

    /** Every note of a person, in order of upstream and name. */
    List<NamedNote> list(Person person);

    /**
     * Keeps a note, for good once this returns; one fetched earlier never replaces one fetched later, and none is kept that was
     * fetched before its person was {@linkplain ChangeStore#forgotten forgotten}.
     */
    void save(Person person, String upstream, String name, Note note);

    /** Forgets every note of a person. */
    void deleteAll(Person person);

    /**
     * @param body as it came, not copied, not to be changed
     * @param fetchedAt when the upstream was asked, whole seconds
     */
    record Note(byte[] body, Instant fetchedAt) {}

    /** A note, and what it is. */
    record NamedNote(String upstream, String name, Note note) {}
}
