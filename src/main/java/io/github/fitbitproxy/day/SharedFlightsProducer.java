package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.LeaseStore;
import io.github.fitbitproxy.cache.SharedFlights;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;

/** Waits for other replicas on the caller's own worker thread. */
@Singleton
class SharedFlightsProducer {

    @Produces
    @Singleton
    SharedFlights sharedFlights(LeaseStore leases, ScheduledExecutorService heartbeats) {
        return new SharedFlights(leases, heartbeats, pause -> LockSupport.parkNanos(pause.toNanos()));
    }
}
