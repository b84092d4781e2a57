package io.github.fitbitproxy.simulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong on demand. The name in JSON is the same in lower case with hyphens: {@code status-503}. */
public enum Fault {
    /** 401, the signature or token refused. */
    UNAUTHORISED,
    /** 401, the wearer took the permission back. */
    REVOKED_TOKEN,
    /** 403, one kind of data not allowed. */
    FORBIDDEN,
    /** 429 with the right {@code Retry-After} and reset headers. */
    RATE_LIMITED,
    /** 429 with neither. */
    RATE_LIMITED_WITHOUT_HEADERS,
    /** 429 with a {@code Retry-After} of one second against the true reset. */
    RATE_LIMITED_CONTRADICTORY,
    /** 500 with the vendor's JSON. */
    STATUS_500,
    /** 502 with a gateway's HTML. */
    STATUS_502,
    /** 503 with an empty body. */
    STATUS_503,
    /** 504 with an empty body. */
    STATUS_504,
    /** 410, as after the service was switched off. */
    GONE,
    /** The right answer, {@code delayMillis} late. */
    SLOW,
    /** No answer, the connection stays open. */
    HANG,
    /** Half of the right answer, then the connection is closed. */
    HANG_UP,
    /** 200 with HTML. */
    HTML,
    /** Half of the right JSON, as if it were all. */
    TRUNCATED_JSON,
    /** The right JSON behind a UTF-8 byte order mark. */
    BYTE_ORDER_MARK,
    /** The right JSON with unknown members in every object. */
    UNKNOWN_FIELDS,
    /** Sleep logs without {@code levels}. */
    MISSING_LEVELS,
    /** Every number in quotes. */
    NUMBERS_AS_STRINGS,
    /** 200 with the body of a day that is still being computed. */
    PENDING,
    /** The simulator's own clock off by {@code seconds}: in {@code Date} and in the check of timestamps. */
    CLOCK_OFF;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Fault> ofWord(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }
}
