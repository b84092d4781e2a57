package io.github.fitbitproxy.upstream;

import io.github.fitbitproxy.model.Person;
import java.nio.file.Path;
import java.util.Optional;

/** An upstream that is never called: its days come out of an archive that somebody hands over. */
public interface ArchiveSource {

    /** The upstream's public name, such as {@code takeout}. */
    String upstream();

    /** The archive that the configuration names, to be imported at start. */
    Optional<ConfiguredArchive> configured();

    /** What is read of archives. Other words mean that one that was imported before has more to tell by now. */
    String reads();

    /**
     * Reads an archive, blocking. Files in it that make no sense are named to the visitor and passed over; it goes on with the
     * rest.
     *
     * @param archive a zip or a folder, which is not changed
     * @throws ArchiveException if it is no archive of this kind, or not safe to read
     */
    void read(Path archive, ArchiveVisitor visitor) throws ArchiveException;

    /** @param setting the setting that names it, such as {@code takeout.path} */
    record ConfiguredArchive(String setting, Path path, Person person) {}
}
