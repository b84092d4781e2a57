package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.model.DateRange;

/** What somebody wants to know: a range of somebody's days. */
record RangeQuestion(LocatedPerson whose, DateRange range, RequestDirectives directives) {

    /** The same for a part of the range. */
    RangeQuestion of(DateRange part) {
        return new RangeQuestion(whose, part, directives);
    }

    /** Short and unique among equal directives, for leases and log lines. */
    @Override
    public String toString() {
        return whose.person() + "/" + whose.upstream() + "/" + whose.kind() + "/" + range.from() + "/" + range.to();
    }
}
