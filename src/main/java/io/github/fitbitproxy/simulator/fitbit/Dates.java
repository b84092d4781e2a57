package io.github.fitbitproxy.simulator.fitbit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days of a path, both ends included.
 *
 * @param from not after {@code to}
 */
record Dates(LocalDate from, LocalDate to) {

    /** {@code yyyy-MM-dd}, or the word {@code today} in the wearer's time zone. */
    static LocalDate parse(String text, LocalDate today) throws RefusedCall {
        if (text.equals("today")) {
            return today;
        }
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException noSuchDay) {
            // Refused below, as any other word.
        }
        throw RefusedCall.validation("date", "Invalid date: " + text);
    }

    /** Two dates of a range form. */
    static Dates range(String from, String to, LocalDate today, int mostDays) throws RefusedCall {
        Dates dates = new Dates(parse(from, today), parse(to, today));
        if (dates.from.isAfter(dates.to)) {
            throw RefusedCall.validation("startDate", "The start date must not be after the end date.");
        }
        if (ChronoUnit.DAYS.between(dates.from, dates.to) >= mostDays) {
            throw RefusedCall.validation("endDate", "The range must not be longer than " + mostDays + " days.");
        }
        return dates;
    }

    /** A date and the period that ends on it. */
    static Dates period(String end, String period, LocalDate today, List<String> allowed) throws RefusedCall {
        LocalDate to = parse(end, today);
        if (period.equals("max")) {
            throw RefusedCall.broken();
        }
        if (!allowed.contains(period)) {
            throw RefusedCall.validation("period", "Invalid period: " + period);
        }
        int count = Integer.parseInt(period.substring(0, period.length() - 1));
        LocalDate before = switch (period.charAt(period.length() - 1)) {
            case 'd' -> to.minusDays(count);
            case 'w' -> to.minusWeeks(count);
            case 'm' -> to.minusMonths(count);
            default -> to.minusYears(count);
        };
        return new Dates(before.plusDays(1), to);
    }

    Stream<LocalDate> ascending() {
        return from.datesUntil(to.plusDays(1));
    }

    boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
