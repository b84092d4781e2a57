package io.github.fitbitproxy.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Days from {@code from} to {@code to}, both included. */
public record DateRange(LocalDate from, LocalDate to) {

    /** @throws IllegalArgumentException if {@code from} is after {@code to} */
    public DateRange {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a range must not begin after its end: " + from + " to " + to);
        }
    }

    public static DateRange of(LocalDate day) {
        return new DateRange(day, day);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** How many days it has, at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** Every day, oldest first. */
    public Stream<LocalDate> stream() {
        return from.datesUntil(to.plusDays(1));
    }
}
