package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.day.Refusal.BadRange;
import io.github.fitbitproxy.day.Refusal.BadRange.Fault;
import io.github.fitbitproxy.day.Refusal.RefusalException;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import io.github.fitbitproxy.upstream.UpstreamFailure.NotConnected;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unauthorised;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads ranges of days. Blocks. */
@ApplicationScoped
public class RangeReader {

    /** The longest range that is answered: ten years and the better part of an eleventh. */
    public static final int MOST_DAYS = 4000;

    private final Whereabouts whereabouts;
    private final BestDays days;
    private final Finisher finisher;
    private final RangePieces pieces;

    RangeReader(Whereabouts whereabouts, BestDays days, Finisher finisher, RangePieces pieces) {
        this.whereabouts = whereabouts;
        this.days = days;
        this.finisher = finisher;
        this.pieces = pieces;
    }

    /**
     * Begins to read a range; nothing is refused later.
     *
     * @param person what {@code person=} says, or {@code null}
     * @throws RefusalException for an unknown person or a range that is none
     * @throws UpstreamException if the wearer's zone or upstream cannot be known, or if nobody is connected and nothing at
     *     all is stored
     */
    public RangeReading open(
            @Nullable String person, String kind, DayWord from, DayWord to, RequestDirectives directives) {
        LocatedPerson whose = whereabouts.locate(person, kind);
        DateRange range = range(from.resolve(whose.today()), to.resolve(whose.today()), MOST_DAYS);
        RangeReading reading = new RangeReading(days, finisher, pieces, whose, range, directives);
        if (days.extent(whose.person(), whose.upstream(), kind).isEmpty()) {
            UpstreamFailure failure = reading.ask();
            if (failure instanceof NotConnected || failure instanceof Unauthorised) {
                throw new UpstreamException(failure);
            }
        }
        return reading;
    }

    /** @throws RefusalException if it is none, or has more than so many days */
    static DateRange range(LocalDate from, LocalDate to, int mostDays) {
        if (from.isAfter(to)) {
            throw new RefusalException(new BadRange(Fault.BACKWARDS, mostDays));
        }
        DateRange range = new DateRange(from, to);
        if (range.days() > mostDays) {
            throw new RefusalException(new BadRange(Fault.TOO_LONG, mostDays));
        }
        return range;
    }
}
