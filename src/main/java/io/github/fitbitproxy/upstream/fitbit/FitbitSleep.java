package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.sleep.SleepRecordings;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.SleepSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sleep logs, by day or by range. */
@ApplicationScoped
class FitbitSleep implements DaySource<SleepDay>, SleepSource, ScopedSource {

    /** "Get Sleep Log by Date Range" gives no more. */
    private static final int MOST_DAYS = 100;

    private final FitbitClient client;
    private final FitbitSettings settings;

    FitbitSleep(FitbitClient client, FitbitSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public String upstream() {
        return settings.upstream();
    }

    @Override
    public List<String> scopes() {
        return List.of("sleep");
    }

    @Override
    public DataKind<SleepDay> kind() {
        return SleepDay.KIND;
    }

    @Override
    public int longestFetchDays() {
        return MOST_DAYS;
    }

    @Override
    public SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
        SortedMap<LocalDate, Parts> days = new TreeMap<>();
        if (range.days() == 1) {
            days.put(range.from(), Parts.of(SleepCleaner.SLEEP, client.call(person, api -> api.sleep(range.from()))));
        } else {
            byte[] answer = client.call(person, api -> api.sleep(range.from(), range.to()));
            RangeSlicer.sleep(answer, range)
                    .forEach((day, slice) -> days.put(day, Parts.of(SleepCleaner.SLEEP, slice)));
        }
        return days;
    }

    @Override
    public SleepDay clean(RawDay raw) {
        return SleepCleaner.clean(raw);
    }

    @Override
    public SleepRecordings recordings(RawDay raw) {
        return SleepCleaner.recordings(raw);
    }
}
