package io.github.fitbitproxy.upstream;

import io.github.fitbitproxy.model.Person;
import java.time.LocalDate;

/** Names one day of one kind of one person, as one upstream tells it. */
public record DayKey(Person person, String upstream, String kind, LocalDate date) {

    /** Short and unique, for leases and log lines. */
    @Override
    public String toString() {
        return person + "/" + upstream + "/" + kind + "/" + date;
    }
}
