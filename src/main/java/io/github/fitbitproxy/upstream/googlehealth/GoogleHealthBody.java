package io.github.fitbitproxy.upstream.googlehealth;

import io.github.fitbitproxy.model.BodyDay;
import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.SortedMap;

/** Weight and body fat. */
@ApplicationScoped
class GoogleHealthBody implements DaySource<BodyDay> {

    /** A quarter of a year, in two calls. */
    private static final int MOST_DAYS = 90;

    private final DayCalls calls;
    private final GoogleHealthSettings settings;

    GoogleHealthBody(DayCalls calls, GoogleHealthSettings settings) {
        this.calls = calls;
        this.settings = settings;
    }

    @Override
    public String upstream() {
        return settings.upstream();
    }

    @Override
    public DataKind<BodyDay> kind() {
        return BodyDay.KIND;
    }

    @Override
    public int longestFetchDays() {
        return MOST_DAYS;
    }

    @Override
    public int calls(DateRange range) {
        return DayCalls.calls(range, BodyCleaner.TYPES);
    }

    @Override
    public SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
        return calls.fetch(person, range, BodyCleaner.TYPES);
    }

    @Override
    public BodyDay clean(RawDay raw) {
        return BodyCleaner.clean(raw);
    }
}
