package io.github.fitbitproxy.upstream.googlehealth;

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
import java.util.SortedMap;
import java.util.TreeMap;

/** Sleep sessions, a day or a range of them, page by page. */
@ApplicationScoped
class GoogleHealthSleep implements DaySource<SleepDay>, SleepSource {

    /** Of a page's 25 sessions some are naps and copies. */
    private static final int PAGE_DAYS = 18;

    private final DataPointCalls calls;
    private final GoogleHealthSettings settings;

    GoogleHealthSleep(DataPointCalls calls, GoogleHealthSettings settings) {
        this.calls = calls;
        this.settings = settings;
    }

    @Override
    public String upstream() {
        return settings.upstream();
    }

    @Override
    public DataKind<SleepDay> kind() {
        return SleepDay.KIND;
    }

    @Override
    public int longestFetchDays() {
        return DataType.SLEEP.longestDays();
    }

    @Override
    public int calls(DateRange range) {
        return (int) ((range.days() + PAGE_DAYS - 1) / PAGE_DAYS);
    }

    @Override
    public SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
        SortedMap<LocalDate, Parts> days = new TreeMap<>();
        calls.days(person, DataType.SLEEP, range)
                .forEach((date, body) -> days.put(date, Parts.of(DataType.SLEEP.path(), body)));
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
