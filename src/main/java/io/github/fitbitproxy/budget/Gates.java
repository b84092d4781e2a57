package io.github.fitbitproxy.budget;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Holds calls back from something that keeps failing: after a few failures in a row it closes for a while, which grows
 * with each further failure and is drawn at random (full jitter), and then lets a single call through to see.
 *
 * @param <F> what went wrong, told again to those who are held back
 */
public final class Gates<F> {

    private static final int FAILURES_TO_CLOSE = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** How long the single call may take before another may try. */
    private static final Duration TRIAL = Duration.ofSeconds(30);

    private final Clock clock;
    private final RandomGenerator random;
    private final ConcurrentMap<String, Gate<F>> gates = new ConcurrentHashMap<>();

    public Gates(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * Asks to call.
     *
     * @return {@code null} if the call may go out; else why it may not, and until when
     */
    public @Nullable Closed<F> ask(String name) {
        Gate<F> gate = gates.get(name);
        if (gate == null || !gate.isClosing()) {
            return null;
        }
        Instant now = clock.instant();
        AtomicReference<@Nullable Closed<F>> refusal = new AtomicReference<>();
        gates.computeIfPresent(name, (key, current) -> {
            if (current.isClosed(now)) {
                refusal.set(new Closed<>(current.closedUntil, current.failure));
                return current;
            }
            refusal.set(null);
            return new Gate<>(current.failures, false, now, now.plus(TRIAL), current.failure);
        });
        return refusal.get();
    }

    /** A call went well: the gate is open, unless the other side has said meanwhile to stay away for longer. */
    public void succeeded(String name) {
        Instant now = clock.instant();
        gates.computeIfPresent(name, (key, gate) -> gate.told && gate.isClosed(now) ? gate : null);
    }

    /**
     * A call failed.
     *
     * @param retryAt when the other side said to come back, or {@code null} if it did not say
     */
    public void failed(String name, F failure, @Nullable Instant retryAt) {
        Instant now = clock.instant();
        gates.compute(name, (key, gate) -> {
            int failures = gate == null ? 1 : gate.failures + 1;
            return retryAt == null
                    ? new Gate<>(failures, false, now, now.plus(pause(failures)), failure)
                    : new Gate<>(failures, true, now, retryAt, failure);
        });
    }

    private Duration pause(int failures) {
        int doublings = Math.max(0, Math.min(failures - FAILURES_TO_CLOSE, 20));
        long longestMillis = Math.min(FIRST_PAUSE.toMillis() << doublings, LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(random.nextLong(longestMillis + 1));
    }

    /**
     * A gate that is closed.
     *
     * @param until when to ask again
     * @param failure what went wrong last
     */
    public record Closed<F>(Instant until, F failure) {}

    /** @param told whether the other side said how long to stay away */
    private record Gate<F>(int failures, boolean told, Instant closedAt, Instant closedUntil, F failure) {

        /** A gate that was closed in the future was closed by a clock that was wrong. */
        boolean isClosed(Instant now) {
            return !now.isBefore(closedAt) && now.isBefore(closedUntil);
        }

        boolean isClosing() {
            return told || failures >= FAILURES_TO_CLOSE;
        }
    }
}
