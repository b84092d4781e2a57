package io.github.fitbitproxy.day;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day as people ask for it: {@code today}, {@code yesterday} or {@code yyyy-MM-dd}. The words mean nothing until the
 * wearer's own date is known.
 */
public record DayWord(@Nullable LocalDate date, int daysBeforeToday) {

    /** Every hit reads one, and a formatter takes longer than all the rest of finding its answer. */
    private static final String PATTERN = "yyyy-MM-dd";

    public static final DayWord TODAY = new DayWord(null, 0);
    public static final DayWord YESTERDAY = new DayWord(null, 1);

    /** Reads a word, or gives empty if it is none; {@code 2026-02-30} is none. */
    public static Optional<DayWord> parse(String word) {
        if (word.equals("today")) {
            return Optional.of(TODAY);
        }
        if (word.equals("yesterday")) {
            return Optional.of(YESTERDAY);
        }
        if (!isWritten(word)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new DayWord(LocalDate.of(number(word, 0, 4), number(word, 5, 7), number(word, 8, 10)), 0));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isWritten(String word) {
        if (word.length() != PATTERN.length()) {
            return false;
        }
        for (int i = 0; i < PATTERN.length(); i++) {
            char c = word.charAt(i);
            if (PATTERN.charAt(i) == '-' ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String word, int from, int to) {
        return Integer.parseInt(word, from, to, 10);
    }

    /** The day that is meant by somebody for whom it is {@code today} now. */
    public LocalDate resolve(LocalDate today) {
        return date == null ? today.minusDays(daysBeforeToday) : date;
    }
}
