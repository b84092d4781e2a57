package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.budget.CallBudget;
import io.github.fitbitproxy.upstream.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Retry-After} and the {@code Fitbit-Rate-Limit-…} headers, which are known to be absent, wrong or at odds
 * with each other. Pure.
 */
final class FitbitRateLimit {

    /** The windows are clock hours, and clocks differ by seconds. */
    private static final Duration SKEW_MARGIN = Duration.ofSeconds(5);

    /** What the vendor documents ("Rate Limits"), for answers that leave it out. */
    private static final int CALLS_PER_HOUR = 150;

    private static final long HOUR_SECONDS = 3600;

    private FitbitRateLimit() {}

    /**
     * What an answer of any status says is left, on our clock, or {@code null} if it does not say. A refusal means that
     * nothing is, whatever its headers say.
     */
    static @Nullable CallBudget budget(int status, UnaryOperator<@Nullable String> header, Instant now) {
        boolean refused = isRefusal(status);
        Long remaining = RetryAfter.seconds(header.apply("Fitbit-Rate-Limit-Remaining"));
        if (remaining == null && !refused) {
            return null;
        }
        Long limit = RetryAfter.seconds(header.apply("Fitbit-Rate-Limit-Limit"));
        int callsPerHour = limit == null || limit == 0 ? CALLS_PER_HOUR : limit.intValue();
        long left = remaining == null || refused ? 0 : Math.min(remaining, callsPerHour);
        Instant resetsAt = refused ? resetsAt(header, now) : windowEnd(header, now);
        return new CallBudget(callsPerHour, (int) left, resetsAt.truncatedTo(ChronoUnit.SECONDS), now);
    }

    /** Whether a status says that all calls are used up; it was 409 until May 2014. */
    static boolean isRefusal(int status) {
        return status == 429 || status == 409;
    }

    /** When the window ends; a header that names more than an hour is not believed. */
    private static Instant windowEnd(UnaryOperator<@Nullable String> header, Instant now) {
        Long resetSeconds = RetryAfter.seconds(header.apply("Fitbit-Rate-Limit-Reset"));
        return resetSeconds == null || resetSeconds > HOUR_SECONDS
                ? nextFullHour(header, now)
                : now.plusSeconds(resetSeconds);
    }

    /** By the server's clock, told on ours. */
    private static Instant nextFullHour(UnaryOperator<@Nullable String> header, Instant now) {
        Instant server = RetryAfter.date(header);
        Instant clock = server == null ? now : server;
        return now.plus(
                Duration.between(clock, clock.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS)));
    }

    /**
     * When a used-up budget is full again, on our clock: the later of what the two headers say, else the next full hour
     * by the server's clock.
     */
    static Instant resetsAt(UnaryOperator<@Nullable String> header, Instant now) {
        Instant retryAfter = RetryAfter.read(header, now);
        Long resetSeconds = RetryAfter.seconds(header.apply("Fitbit-Rate-Limit-Reset"));
        Instant reset = resetSeconds == null ? null : RetryAfter.bounded(now, Duration.ofSeconds(resetSeconds));
        if (retryAfter == null && reset == null) {
            return nextFullHour(header, now).plus(SKEW_MARGIN);
        }
        Instant later = retryAfter == null || reset != null && reset.isAfter(retryAfter) ? reset : retryAfter;
        return (later == null ? now : later).plus(SKEW_MARGIN);
    }
}
