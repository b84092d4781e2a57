package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.model.VitalsDay;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** Oxygen saturation, breathing rate, skin temperature and cardio fitness, each with a scope of its own. */
@ApplicationScoped
class FitbitVitals implements DaySource<VitalsDay>, ScopedSource {

    private static final List<Metric> METRICS = List.of(
            Metric.named(VitalsCleaner.OXYGEN_SATURATION, "oxygen_saturation", "spo2"),
            Metric.named(VitalsCleaner.BREATHING_RATE, "respiratory_rate", "br"),
            Metric.skinTemperature(VitalsCleaner.SKIN_TEMPERATURE, "temperature"),
            Metric.named(VitalsCleaner.CARDIO_FITNESS, "cardio_fitness", "cardioscore"));

    private final MetricCalls calls;
    private final FitbitSettings settings;

    FitbitVitals(MetricCalls calls, FitbitSettings settings) {
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
    public List<String> scopes() {
        return METRICS.stream().map(Metric::scope).toList();
    }

    @Override
    public int longestFetchDays() {
        return Metric.MONTH_DAYS;
    }

    @Override
    public int calls(DateRange range) {
        return METRICS.size();
    }

    @Override
    public SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
        return calls.fetch(person, range, METRICS);
    }

    @Override
    public VitalsDay clean(RawDay raw) {
        return VitalsCleaner.clean(raw);
    }
}
