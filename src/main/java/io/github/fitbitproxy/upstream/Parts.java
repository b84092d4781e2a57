package io.github.fitbitproxy.upstream;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an upstream said, byte for byte, in named parts (one part a call, or a slice of one).
 *
 * @param received the parts that came; the arrays are not copied and must not be changed
 * @param missing names of the parts that could not be had this time: their fields are unknown and the day stays partial
 */
public record Parts(SortedMap<String, byte[]> received, SortedSet<String> missing) {

    public Parts {
        received = Collections.unmodifiableSortedMap(new TreeMap<>(received));
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    }

    public static Parts of(String name, byte[] body) {
        return new Parts(new TreeMap<>(Map.of(name, body)), new TreeSet<>());
    }

    /**
     * These parts, and in the place of each that is missing what an earlier version of the same day told, if it did. Such
     * parts stay missing as well: they are still to be had, and the day stays partial.
     */
    public Parts filledFrom(Parts earlier) {
        SortedMap<String, byte[]> all = new TreeMap<>(earlier.received);
        all.keySet().retainAll(missing);
        all.putAll(received);
        return new Parts(all, missing);
    }

    /** The part of that name, or {@code null} if it was not received. */
    public byte @Nullable [] get(String name) {
        return received.get(name);
    }
}
