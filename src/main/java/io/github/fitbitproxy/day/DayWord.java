package io.github.fitbitproxy.day;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day as people ask for it: {@code today}, {@code yesterday} or {@code yyyy-MM-dd}. The words mean nothing until the
 * wearer's own date is known.
 */
public record DayWord(@Nullable LocalDate date, int daysBeforeToday) {

    private static final DateTimeFormatter ISO_DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

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
        // The pattern alone would also take a sign or more than four digits of year.
        if (word.length() != 10) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DayWord(LocalDate.parse(word, ISO_DATE), 0));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The day that is meant by somebody for whom it is {@code today} now. */
    public LocalDate resolve(LocalDate today) {
        return date == null ? today.minusDays(daysBeforeToday) : date;
    }
}
