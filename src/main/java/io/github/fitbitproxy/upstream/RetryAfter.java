package io.github.fitbitproxy.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After} (RFC 9110 §10.2.3) and {@code Date} (§6.6.1), as seconds or dates, on our clock. Pure. */
public final class RetryAfter {

    /** Nobody is believed who says to stay away for longer. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /**
     * When to come back, or {@code null} if absent or nonsense. A date is read by the sender's clock where it tells it.
     *
     * @param header gives the first value of a header, by any case of its name, or {@code null}
     */
    public static @Nullable Instant read(UnaryOperator<@Nullable String> header, Instant now) {
        String value = header.apply("Retry-After");
        Long seconds = seconds(value);
        if (value == null || seconds != null) {
            return seconds == null ? null : bounded(now, Duration.ofSeconds(seconds));
        }
        Instant at = date(value);
        Instant server = date(header);
        return at == null ? null : bounded(now, Duration.between(server == null ? now : server, at));
    }

    /** The sender's clock, or {@code null} if it does not tell. */
    public static @Nullable Instant date(UnaryOperator<@Nullable String> header) {
        String date = header.apply("Date");
        return date == null ? null : date(date);
    }

    /** That long from now, but neither in the past nor further ahead than anybody is believed. */
    public static Instant bounded(Instant now, Duration wait) {
        Duration positive = wait.isNegative() ? Duration.ZERO : wait;
        return now.plus(positive.compareTo(LONGEST) > 0 ? LONGEST : positive);
    }

    /** A number of seconds as headers write it, or {@code null} if it is none. */
    public static @Nullable Long seconds(@Nullable String value) {
        String digits = value == null ? "" : value.strip();
        boolean valid =
                !digits.isEmpty() && digits.length() <= 9 && digits.chars().allMatch(Character::isDigit);
        return valid ? Long.valueOf(digits) : null;
    }

    private static @Nullable Instant date(String text) {
        try {
            return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
