package io.github.fitbitproxy.upstream.googlehealth;

import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.model.VitalsDay;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.SortedMap;

/** Vital signs of the night, and cardio fitness. */
@ApplicationScoped
class GoogleHealthVitals implements DaySource<VitalsDay> {

    /** A quarter of a year, in four calls. */
    private static final int MOST_DAYS = 90;

    private final DayCalls calls;
    private final GoogleHealthSettings settings;

    GoogleHealthVitals(DayCalls calls, GoogleHealthSettings settings) {
        this.calls = calls;
        this.settings = settings;
    }

    @Override
    public String upstream() {
        return settings.upstream();
    }

    @Override
    public DataKind<VitalsDay> kind() {
        return VitalsDay.KIND;
    }

    @Override
    public int longestFetchDays() {
        return MOST_DAYS;
    }

    @Override
    public int calls(DateRange range) {
        return DayCalls.calls(range, VitalsCleaner.TYPES);
    }

    @Override
    public SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
        return calls.fetch(person, range, VitalsCleaner.TYPES);
    }

    @Override
    public VitalsDay clean(RawDay raw) {
        return VitalsCleaner.clean(raw);
    }
}
