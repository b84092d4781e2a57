package io.github.fitbitproxy.upstream.fitbit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Retry-After} and the {@code Fitbit-Rate-Limit-…} headers, which are known to be absent, wrong or at odds
 * with each other. Pure.
 */
final class FitbitRateLimit {

    /** Nobody is believed who says to stay away for longer. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** The windows are clock hours, and clocks differ by seconds. */
    private static final Duration SKEW_MARGIN = Duration.ofSeconds(5);

    private FitbitRateLimit() {}

    /**
     * When a used-up budget is full again, on our clock: the later of what the two headers say, else the next full hour
     * by the server's clock.
     */
    static Instant resetsAt(UnaryOperator<@Nullable String> header, Instant now) {
        Instant retryAfter = retryAfter(header, now);
        Long resetSeconds = seconds(header.apply("Fitbit-Rate-Limit-Reset"));
        Instant reset = resetSeconds == null ? null : bounded(now, Duration.ofSeconds(resetSeconds));
        if (retryAfter == null && reset == null) {
            Instant server = FitbitReply.date(header);
            Instant clock = server == null ? now : server;
            Instant nextHour = clock.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            return now.plus(Duration.between(clock, nextHour)).plus(SKEW_MARGIN);
        }
        Instant later = retryAfter == null || reset != null && reset.isAfter(retryAfter) ? reset : retryAfter;
        return (later == null ? now : later).plus(SKEW_MARGIN);
    }

    /** {@code Retry-After} (RFC 9110 §10.2.3) on our clock, or {@code null} if absent or nonsense. */
    static @Nullable Instant retryAfter(UnaryOperator<@Nullable String> header, Instant now) {
        String value = header.apply("Retry-After");
        Long seconds = seconds(value);
        if (value == null || seconds != null) {
            return seconds == null ? null : bounded(now, Duration.ofSeconds(seconds));
        }
        try {
            Instant at = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Instant server = FitbitReply.date(header);
            return bounded(now, Duration.between(server == null ? now : server, at));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Instant bounded(Instant now, Duration wait) {
        Duration positive = wait.isNegative() ? Duration.ZERO : wait;
        return now.plus(positive.compareTo(LONGEST) > 0 ? LONGEST : positive);
    }

    private static @Nullable Long seconds(@Nullable String value) {
        String digits = value == null ? "" : value.strip();
        boolean valid =
                !digits.isEmpty() && digits.length() <= 9 && digits.chars().allMatch(Character::isDigit);
        return valid ? Long.valueOf(digits) : null;
    }
}
