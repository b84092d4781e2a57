package io.github.fitbitproxy.upstream.fitbit;

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
import java.util.TreeMap;

/** Daily activity summaries. */
@ApplicationScoped
class FitbitActivities implements DaySource<ActivityDay> {

    private final FitbitClient client;
    private final FitbitSettings settings;

    FitbitActivities(FitbitClient client, FitbitSettings settings) {
        this.client = client;
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

    /** The summary, which alone tells goals and workouts, exists for single days only. */
    @Override
    public int longestFetchDays() {
        return 1;
    }

    @Override
    public SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
        byte[] summary = client.call(person, api -> api.activities(range.from()));
        SortedMap<LocalDate, Parts> days = new TreeMap<>();
        days.put(range.from(), Parts.of(ActivityCleaner.SUMMARY, summary));
        return days;
    }

    @Override
    public ActivityDay clean(RawDay raw) {
        return ActivityCleaner.clean(raw);
    }
}
