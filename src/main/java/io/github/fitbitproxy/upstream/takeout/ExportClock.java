package io.github.fitbitproxy.upstream.takeout;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads clock values of account exports: {@code MM/dd/yy HH:mm:ss}, without a zone. Pure. */
final class ExportClock {

    /** {@code MM/dd/yy}. */
    private static final int DATE_CHARS = 8;

    /** {@code MM/dd/yy HH:mm:ss}. */
    private static final int CLOCK_CHARS = 17;

    private static final int CENTURY = 2000;

    private ExportClock() {}

    /** The digits as they stand; {@code null} if they are no such clock value. */
    static @Nullable LocalDateTime clock(String text) {
        if (text.length() != CLOCK_CHARS || text.charAt(DATE_CHARS) != ' ') {
            return null;
        }
        LocalDate date = date(text.substring(0, DATE_CHARS));
        int hour = number(text, 9);
        int minute = number(text, 12);
        int second = number(text, 15);
        boolean sensible = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return date != null && sensible ? date.atTime(hour, minute, second) : null;
    }

    /** {@code MM/dd/yy}, or {@code null}. */
    static @Nullable LocalDate date(String text) {
        if (text.length() != DATE_CHARS || text.charAt(2) != '/' || text.charAt(5) != '/') {
            return null;
        }
        try {
            return LocalDate.of(CENTURY + number(text, 6), number(text, 0), number(text, 3));
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    /** The day in the wearer's zone of a clock value that is UTC. */
    static LocalDate localDay(LocalDateTime utc, ZoneId zone) {
        return utc.toInstant(ZoneOffset.UTC).atZone(zone).toLocalDate();
    }

    private static int number(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Integer.MIN_VALUE / 2;
    }
}
