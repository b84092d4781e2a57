package io.github.fitbitproxy.upstream.googlehealth;

import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.HeartDay;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.SortedMap;

/** Resting heart rate, zones and variability of the heart. */
@ApplicationScoped
class GoogleHealthHeart implements DaySource<HeartDay> {

    /** Six times the shortest range, in ten calls. */
    private static final int MOST_DAYS = 84;

    private final DayCalls calls;
    private final GoogleHealthSettings settings;

    GoogleHealthHeart(DayCalls calls, GoogleHealthSettings settings) {
        this.calls = calls;
        this.settings = settings;
    }

    @Override
    public String upstream() {
        return settings.upstream();
    }

    @Override
    public DataKind<HeartDay> kind() {
        return HeartDay.KIND;
    }

    @Override
    public int longestFetchDays() {
        return MOST_DAYS;
    }

    @Override
    public int calls(DateRange range) {
        return DayCalls.calls(range, HeartCleaner.TYPES);
    }

    @Override
    public SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
        return calls.fetch(person, range, HeartCleaner.TYPES);
    }

    @Override
    public HeartDay clean(RawDay raw) {
        return HeartCleaner.clean(raw);
    }
}
