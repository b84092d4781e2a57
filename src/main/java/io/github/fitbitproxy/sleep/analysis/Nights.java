package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.DateRange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is known of the nights of a range. A day without any sleep is a day that is not known: nobody stays awake for good. */
public record Nights(DateRange range, List<RecordedDay> days) {

    /** Keeps the days of the range that have a sleep, oldest first. */
    public Nights {
        DateRange within = range;
        days = days.stream()
                .filter(day -> within.contains(day.date()) && !day.episodes().isEmpty())
                .sorted(Comparator.comparing(RecordedDay::date))
                .toList();
    }

    /** The main sleeps, oldest first. */
    List<Night> nights() {
        return days.stream().map(RecordedDay::night).flatMap(Optional::stream).toList();
    }

    /** How many days of the range are not among so many. */
    int missing(int known) {
        return (int) range.days() - known;
    }
}
