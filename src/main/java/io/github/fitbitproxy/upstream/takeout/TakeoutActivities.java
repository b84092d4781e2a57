package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.SortedMap;

/** Activity of an account export: minutes added up, and what the export tells by the day. */
@ApplicationScoped
class TakeoutActivities implements DaySource<ActivityDay> {

    @Override
    public String upstream() {
        return TakeoutWearer.NAME;
    }

    @Override
    public DataKind<ActivityDay> kind() {
        return ActivityDay.KIND;
    }

    @Override
    public boolean isArchive() {
        return true;
    }

    @Override
    public int longestFetchDays() {
        return ImportedDays.MOST_DAYS;
    }

    @Override
    public SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
        return ImportedDays.nothing(range);
    }

    @Override
    public ActivityDay clean(RawDay raw) throws UpstreamException {
        return ActivityCleaner.clean(raw);
    }
}
