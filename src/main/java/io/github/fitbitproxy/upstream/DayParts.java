package io.github.fitbitproxy.upstream;

import io.github.fitbitproxy.model.DateRange;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers the parts of several days from calls that each tell one part of all of them. */
public final class DayParts {

    private final SortedMap<LocalDate, SortedMap<String, byte[]>> received = new TreeMap<>();
    private final SortedMap<LocalDate, SortedSet<String>> missing = new TreeMap<>();

    public DayParts(DateRange range) {
        range.stream().forEach(date -> {
            received.put(date, new TreeMap<>());
            missing.put(date, new TreeSet<>());
        });
    }

    /** Adds what one call told; every day of its range that it did not tell lacks that part. */
    public void add(String part, DateRange range, SortedMap<LocalDate, byte[]> slices) {
        range.stream().forEach(date -> {
            byte[] slice = slices.get(date);
            if (slice == null) {
                missing.getOrDefault(date, new TreeSet<>()).add(part);
            } else {
                received.getOrDefault(date, new TreeMap<>()).put(part, slice);
            }
        });
    }

    public SortedMap<LocalDate, Parts> parts() {
        SortedMap<LocalDate, Parts> parts = new TreeMap<>();
        received.forEach((date, got) -> parts.put(date, new Parts(got, missing.getOrDefault(date, new TreeSet<>()))));
        return parts;
    }
}
