package io.github.fitbitproxy.simulator.fault;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often each path was called, whatever the answer was. */
public final class CallCounts {

    private static final int MOST_PATHS = 20_000;
    private static final String OTHERS = "(others)";

    private final TreeMap<String, Integer> byPath = new TreeMap<>();

    /** @param path without its query */
    public synchronized void count(String path) {
        byPath.merge(byPath.size() < MOST_PATHS || byPath.containsKey(path) ? path : OTHERS, 1, Integer::sum);
    }

    /** How many calls went to paths that begin like this. */
    public synchronized int of(String prefix) {
        return byPath(prefix).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The counts of the paths that begin like this. */
    public synchronized SortedMap<String, Integer> byPath(String prefix) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Map.Entry<String, Integer> entry : byPath.entrySet()) {
            if (entry.getKey().startsWith(prefix)) {
                counts.put(entry.getKey(), entry.getValue());
            }
        }
        return counts;
    }

    public synchronized void clear() {
        byPath.clear();
    }
}
