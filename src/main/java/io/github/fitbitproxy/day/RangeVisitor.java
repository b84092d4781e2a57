package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Day;
import java.time.LocalDate;

/**
 * Is told a range, day after day, oldest first: each date of it once, as a day or as a missing one. Whatever it throws ends
 * the telling.
 */
public interface RangeVisitor {

    /** The range begins. Nothing has been read or asked yet, so this comes early. */
    void begin(DateRange range);

    /** More has to be asked for first. A visitor to whom nobody listens any more throws here. */
    void waiting();

    void day(Day<?> day);

    void missing(LocalDate date, Absence why);

    void end();
}
