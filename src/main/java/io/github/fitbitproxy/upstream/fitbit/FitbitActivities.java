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
import java.util.List;
import java.util.SortedMap;

/**
 * Activity: a few days by daily summaries, which alone tell goals; more by time series and the list of workouts, which cost
 * fewer calls then.
 */
@ApplicationScoped
class FitbitActivities implements DaySource<ActivityDay>, ScopedSource {

    /** The heart rate series gives no more than a year; all others that are asked in one call give three. */
    private static final int MOST_DAYS = 365;

    private final ActivitySummaries summaries;
    private final ActivitySeries series;
    private final FitbitSettings settings;

    FitbitActivities(ActivitySummaries summaries, ActivitySeries series, FitbitSettings settings) {
        this.summaries = summaries;
        this.series = series;
        this.settings = settings;
    }

    @Override
    public String upstream() {
        return settings.upstream();
    }

    @Override
    public List<String> scopes() {
        return List.of("activity", "heartrate");
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
        return (int) Math.min(range.days(), ActivitySeries.calls(range));
    }

    @Override
    public SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
        // At equal cost the summaries are the better answer.
        return range.days() <= ActivitySeries.calls(range)
                ? summaries.fetch(person, range)
                : series.fetch(person, range);
    }

    @Override
    public ActivityDay clean(RawDay raw) {
        return ActivityCleaner.clean(raw);
    }
}
