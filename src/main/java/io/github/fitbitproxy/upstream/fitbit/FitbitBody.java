package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.model.BodyDay;
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
 * The logs of weight and body fat. The series {@code body/weight} is not asked for: it fills days without a weighing from
 * their neighbours.
 */
@ApplicationScoped
class FitbitBody implements DaySource<BodyDay>, ScopedSource {

    private static final String SCOPE = "weight";

    private static final List<Metric> LOGS =
            List.of(Metric.bodyLog(BodyCleaner.WEIGHT, SCOPE), Metric.bodyLog(BodyCleaner.FAT, SCOPE));

    private final MetricCalls calls;
    private final FitbitSettings settings;

    FitbitBody(MetricCalls calls, FitbitSettings settings) {
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
    public List<String> scopes() {
        return List.of(SCOPE);
    }

    @Override
    public int longestFetchDays() {
        return Metric.MONTH_DAYS;
    }

    @Override
    public int calls(DateRange range) {
        return LOGS.size();
    }

    @Override
    public SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
        return calls.fetch(person, range, LOGS);
    }

    @Override
    public BodyDay clean(RawDay raw) {
        return BodyCleaner.clean(raw);
    }
}
