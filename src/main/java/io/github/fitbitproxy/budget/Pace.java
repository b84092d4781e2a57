package io.github.fitbitproxy.budget;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Spaces calls out for somebody who allows so many a second and does not say what is left: a burst goes out at once, after
 * that the calls follow one another at an interval. Safe for any number of threads.
 */
public final class Pace {

    private final long intervalNanos;
    private final long burstNanos;
    private final LongSupplier nanoTime;
    private long bookedUntil;

    /**
     * @param interval between calls on average
     * @param burst how many calls may go out at once after a rest
     * @param nanoTime a clock that nobody sets, such as {@link System#nanoTime}
     */
    public Pace(Duration interval, int burst, LongSupplier nanoTime) {
        this.intervalNanos = interval.toNanos();
        this.burstNanos = intervalNanos * burst;
        this.nanoTime = nanoTime;
        this.bookedUntil = nanoTime.getAsLong();
    }

    /**
     * Books the next call.
     *
     * @return how long to wait before it is made
     */
    public synchronized Duration book() {
        long now = nanoTime.getAsLong();
        // Differences only: this clock may pass the end of its range.
        if (bookedUntil - now < 0) {
            bookedUntil = now;
        }
        bookedUntil += intervalNanos;
        return Duration.ofNanos(Math.max(0, bookedUntil - now - burstNanos));
    }
}
