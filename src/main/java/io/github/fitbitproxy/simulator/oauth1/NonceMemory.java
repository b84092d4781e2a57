package io.github.fitbitproxy.simulator.oauth1;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * Remembers which nonces were used (RFC 5849 §3.3). A nonce counts per timestamp and token, and is forgotten once its
 * timestamp has left the window, when it would be refused anyway.
 */
final class NonceMemory {

    private final TreeMap<Long, Set<String>> usedByTimestamp = new TreeMap<>();

    /**
     * Notes a nonce.
     *
     * @param oldest the oldest timestamp still accepted; what is older is forgotten
     * @return false if it was used before
     */
    synchronized boolean use(long timestamp, String nonce, String token, long oldest) {
        usedByTimestamp.headMap(oldest).clear();
        return usedByTimestamp
                .computeIfAbsent(timestamp, fresh -> new HashSet<>())
                .add(token + " " + nonce);
    }

    synchronized int size() {
        return usedByTimestamp.values().stream().mapToInt(Set::size).sum();
    }
}
