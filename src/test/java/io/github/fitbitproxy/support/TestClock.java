package io.github.fitbitproxy.support;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Replaces the application's clock in tests: nothing there depends on today's date. */
@Singleton
@Alternative
@Priority(1)
public class TestClock {

    /** Ten in the morning in Berlin, a Saturday. */
    private final MovableClock clock = new MovableClock("2026-11-21T09:00:00Z");

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    public Clock clock() {
        return clock;
    }

    @Produces
    @Singleton
    @Typed(MovableClock.class)
    public MovableClock movable() {
        return clock;
    }
}
