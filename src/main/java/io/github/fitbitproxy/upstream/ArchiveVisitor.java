package io.github.fitbitproxy.upstream;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Is told what stands in an archive, by one thread, in this order: once {@link #begin}, then the files and the days. */
public interface ArchiveVisitor {

    /** What a day lacks that the archive was made in the midst of. */
    String AFTER_THE_EXPORT = "after the export";

    /**
     * What is known before any day is read.
     *
     * @param profile the wearer's profile as it stands there; {@code null} if there is none that can be read
     * @param files how many files will be read
     * @return the zone that the wearer's days follow
     * @throws ArchiveException if it is not known
     */
    ZoneId begin(byte @Nullable [] profile, int files);

    /** The moment up to which the archive tells; before any day. */
    void endsAt(Instant end);

    /**
     * Some days, or some parts of them. Other parts of the same days may come later: they go beside these, and a part of the
     * same name replaces the earlier one. What is {@linkplain Parts#missing missing} bears the name of the file that was refused,
     * or {@link #AFTER_THE_EXPORT}. The maps belong to the visitor.
     */
    void days(String kind, SortedMap<LocalDate, Parts> days);

    /**
     * A file was read; its days may come later.
     *
     * @param path its place in the archive, shortened; ends with its name
     */
    void fileRead(String path);

    /** A file was passed over: it makes no sense, or is not safe to read. */
    void fileRefused(String name, String reason);

    /** Files that this upstream has no use for. */
    void filesUnused(int count);
}
