package io.github.fitbitproxy.oauth;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The provider answered, but not with credentials. What it said is not kept, only what follows from it: error texts are
 * known to contain tokens.
 */
final class Refusal extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final boolean timestampRefused;

    @Nullable
    private final Instant date;

    /**
     * @param status the HTTP status; 200 if the body made no sense
     * @param body looked through for {@code timestamp_refused} and then let go
     * @param date the {@code Date} header
     */
    Refusal(int status, @Nullable String body, @Nullable String date) {
        super("HTTP " + status);
        this.status = status;
        this.timestampRefused = body != null && body.contains("timestamp_refused");
        this.date = parse(date);
    }

    int status() {
        return status;
    }

    boolean timestampRefused() {
        return timestampRefused;
    }

    /** What time it was for the provider, or {@code null} if it did not say. */
    @Nullable
    Instant date() {
        return date;
    }

    private static @Nullable Instant parse(@Nullable String date) {
        try {
            return date == null
                    ? null
                    : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
