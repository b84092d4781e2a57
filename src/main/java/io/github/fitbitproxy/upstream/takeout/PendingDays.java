package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.upstream.ArchiveVisitor;
import io.github.fitbitproxy.upstream.Parts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Days that are being put together out of several files. They are handed on as soon as no later file can tell more of them, so
 * that a day is kept whole or not at all, and memory does not grow with the export.
 */
final class PendingDays {

    /** So much may lie here before something is handed on. */
    private static final int MOST_BYTES = 8 << 20;

    /** Files of so large an export that even its undated ones do not fit: then days are handed on part by part. */
    private static final int FAR_TOO_MANY_BYTES = 3 * MOST_BYTES;

    /** What a day lacks that the export was made in the midst of. */
    static final String AFTER_THE_EXPORT = "after the export";

    private final ArchiveVisitor visitor;
    private final LocalDate end;
    private final Map<String, SortedMap<LocalDate, TreeMap<String, byte[]>>> kinds = new HashMap<>();
    private int bytes;

    /** @param end the last day that the export tells of, and not to its end */
    PendingDays(ArchiveVisitor visitor, LocalDate end) {
        this.visitor = visitor;
        this.end = end;
    }

    void add(String kind, String part, SortedMap<LocalDate, byte[]> slices) {
        SortedMap<LocalDate, TreeMap<String, byte[]>> days = kinds.computeIfAbsent(kind, first -> new TreeMap<>());
        slices.headMap(end.plusDays(1)).forEach((date, slice) -> {
            days.computeIfAbsent(date, first -> new TreeMap<>()).put(part, slice);
            bytes += slice.length;
        });
    }

    /** Hands on the days before that one, if it is time to. */
    void settleBefore(LocalDate date) {
        if (bytes > FAR_TOO_MANY_BYTES) {
            settleAll();
        } else if (bytes > MOST_BYTES) {
            kinds.forEach((kind, days) -> handOn(kind, days.headMap(date)));
        }
    }

    void settleAll() {
        kinds.forEach((kind, days) -> handOn(kind, days));
    }

    private void handOn(String kind, SortedMap<LocalDate, TreeMap<String, byte[]>> days) {
        if (days.isEmpty()) {
            return;
        }
        SortedMap<LocalDate, Parts> whole = new TreeMap<>();
        days.forEach((date, parts) -> {
            whole.put(date, new Parts(parts, missing(date)));
            parts.values().forEach(part -> bytes -= part.length);
        });
        days.clear();
        visitor.days(kind, whole);
    }

    private SortedSet<String> missing(LocalDate date) {
        return new TreeSet<>(date.equals(end) ? List.of(AFTER_THE_EXPORT) : List.of());
    }
}
