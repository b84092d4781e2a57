package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.HeartDay;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** Resting heart rate, zones and heart rate variability. */
@ApplicationScoped
class FitbitHeart implements DaySource<HeartDay>, ScopedSource {

    private static final String SCOPE = "heartrate";

    private static final Metric HEART = Metric.heart(HeartCleaner.HEART, SCOPE);
    private static final Metric VARIABILITY = Metric.named(HeartCleaner.VARIABILITY, SCOPE, "hrv");

    private final MetricCalls calls;
    private final FitbitSettings settings;

    FitbitHeart(MetricCalls calls, FitbitSettings settings) {
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
    public List<String> scopes() {
        return List.of(SCOPE);
    }

    @Override
    public int longestFetchDays() {
        return HEART.mostDays();
    }

    @Override
    public int calls(DateRange range) {
        return HEART.calls(range) + VARIABILITY.calls(range);
    }

    @Override
    public SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
        return calls.fetch(person, range, List.of(HEART, VARIABILITY));
    }

    @Override
    public HeartDay clean(RawDay raw) {
        return HeartCleaner.clean(raw);
    }
}
