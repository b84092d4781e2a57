package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.upstream.ArchiveVisitor;
import io.github.fitbitproxy.upstream.Parts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** No export has so many damaged files; what lies in one more is not worth the memory. */
    private static final int MOST_LACKS = 1000;

    private final ArchiveVisitor visitor;
    private final LocalDate end;
    private final Map<String, SortedMap<LocalDate, TreeMap<String, byte[]>>> kinds = new HashMap<>();
    private final Map<String, List<Lack>> lacks = new HashMap<>();
    private int bytes;

    /** @param end the last day that the export tells of, and not to its end */
    PendingDays(ArchiveVisitor visitor, LocalDate end) {
        this.visitor = visitor;
        this.end = end;
    }

    /** A file that was refused, and the days that it should have told. */
    private record Lack(String part, DateRange window) {}

    void add(String kind, String part, SortedMap<LocalDate, byte[]> slices) {
        SortedMap<LocalDate, TreeMap<String, byte[]>> days = kinds.computeIfAbsent(kind, first -> new TreeMap<>());
        slices.forEach((date, slice) -> {
            byte[] replaced =
                    days.computeIfAbsent(date, first -> new TreeMap<>()).put(part, slice);
            bytes += slice.length - (replaced == null ? 0 : replaced.length);
        });
    }

    /** A part that cannot be had: days of its window that other files tell stay partial. */
    void lack(String kind, String part, DateRange window) {
        List<Lack> ofKind = lacks.computeIfAbsent(kind, first -> new ArrayList<>());
        if (ofKind.size() < MOST_LACKS) {
            ofKind.add(new Lack(part, window));
        }
    }

    /** Hands on the days before that one, if it is time to. */
    void settleBefore(LocalDate date) {
        if (bytes > FAR_TOO_MANY_BYTES) {
            settleAll();
        } else if (bytes > MOST_BYTES) {
            settleAllBefore(date);
        }
    }

    /** Hands on the days before that one. */
    void settleAllBefore(LocalDate date) {
        kinds.forEach((kind, days) -> handOn(kind, days.headMap(date)));
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
            whole.put(date, new Parts(parts, missing(kind, date, parts.keySet())));
            parts.values().forEach(part -> bytes -= part.length);
        });
        days.clear();
        visitor.days(kind, whole);
    }

    private SortedSet<String> missing(String kind, LocalDate date, Set<String> received) {
        SortedSet<String> missing = new TreeSet<>();
        lacks.getOrDefault(kind, List.of()).stream()
                .filter(lack -> lack.window().contains(date))
                .forEach(lack -> missing.add(lack.part()));
        missing.removeAll(received);
        if (date.equals(end)) {
            missing.add(ArchiveVisitor.AFTER_THE_EXPORT);
        }
        return missing;
    }
}
