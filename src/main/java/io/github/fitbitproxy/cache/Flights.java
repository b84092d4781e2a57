package io.github.fitbitproxy.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collapses requests for one thing: while one caller's work for a key is under way, others with that key wait for its
 * result instead of working too. Waiting holds no thread.
 */
public final class Flights<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

    /**
     * Starts the work for a key, or joins the one that is under way.
     *
     * @param work begins the work and returns its outcome; it must end by itself, in success or failure
     */
    public Flight<V> join(K key, Supplier<CompletableFuture<V>> work) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> other = underWay.putIfAbsent(key, mine);
        if (other != null) {
            return new Flight<>(other, true);
        }
        try {
            work.get().whenComplete((value, failure) -> land(key, mine, value, failure));
        } catch (RuntimeException e) {
            land(key, mine, null, e);
        }
        return new Flight<>(mine, false);
    }

    private void land(K key, CompletableFuture<V> flight, @Nullable V value, @Nullable Throwable failure) {
        // Gone from the map before anybody is told: a caller that comes back at once starts anew.
        underWay.remove(key, flight);
        if (failure == null) {
            flight.complete(value);
        } else {
            flight.completeExceptionally(failure);
        }
    }

    /**
     * @param outcome what the work gives
     * @param collapsed whether somebody else had begun it
     */
    public record Flight<V>(CompletableFuture<V> outcome, boolean collapsed) {}
}
