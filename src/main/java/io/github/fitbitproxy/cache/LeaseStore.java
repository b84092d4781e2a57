package io.github.fitbitproxy.cache;

import java.time.Duration;
import java.util.Optional;

/**
 * Lets one owner at a time work on something named, in one process or across replicas. Time is the store's own clock, so
 * that replicas need not agree on theirs. A lease ends by itself when its owner dies. All methods block; all
 * but {@link Lease#close} throw {@link java.io.UncheckedIOException} if the store cannot be reached or written.
 */
public interface LeaseStore {

    /**
     * Takes the lease if nobody holds it.
     *
     * @return the lease, or empty if somebody else holds it
     */
    Optional<Lease> tryAcquire(String name, Duration length);

    /** A lease that is held. */
    interface Lease extends AutoCloseable {

        /**
         * Makes it last this long from now.
         *
         * @return whether it is still ours; {@code false} after it ran out and somebody else took it
         */
        boolean renew(Duration length);

        /** Gives it back; does nothing if it is no longer ours. If the store cannot be written, it runs out instead. */
        @Override
        void close();
    }
}
