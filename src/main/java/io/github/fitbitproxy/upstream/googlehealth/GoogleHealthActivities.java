package io.github.fitbitproxy.upstream.googlehealth;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.SortedMap;

/** Activity. */
@ApplicationScoped
class GoogleHealthActivities implements DaySource<ActivityDay> {

    /** Five times the shortest range, so that one fetch stays below 30 calls. */
    private static final int MOST_DAYS = 70;

    private final DayCalls calls;
    private final GoogleHealthSettings settings;

    GoogleHealthActivities(DayCalls calls, GoogleHealthSettings settings) {
        this.calls = calls;
        this.settings = settings;
    }

    @Override
    public String upstream() {
        return settings.upstream();
    }

    @Override
    public DataKind<ActivityDay> kind() {
        return ActivityDay.KIND;
    }

    @Override
    public int longestFetchDays() {
        return MOST_DAYS;
    }

    @Override
    public int calls(DateRange range) {
        return DayCalls.calls(range, ActivityCleaner.TYPES);
    }

    @Override
    public SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
        return calls.fetch(person, range, ActivityCleaner.TYPES);
    }

    @Override
    public ActivityDay clean(RawDay raw) {
        return ActivityCleaner.clean(raw);
    }
}
