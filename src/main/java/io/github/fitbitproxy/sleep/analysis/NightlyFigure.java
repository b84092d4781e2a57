package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.analysis.DayValue;
import io.github.fitbitproxy.model.analysis.NightlyMetric;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A figure of every night that has one, and what follows from it: mean, deviation, best and worst. */
final class NightlyFigure {

    /** One night already has a figure; its deviation needs two. */
    static final int MINIMUM_NIGHTS = 1;

    /** Which end of the scale is the good one. */
    enum Better {
        HIGH,
        LOW,
        NEITHER
    }

    private final SortedMap<LocalDate, Double> values = new TreeMap<>();
    private final Better better;

    NightlyFigure(Nights nights, Better better, Function<Episode, @Nullable Double> figure) {
        this.better = better;
        for (Night night : nights.nights()) {
            Double value = figure.apply(night.sleep());
            if (value != null) {
                values.put(night.date(), value);
            }
        }
    }

    NightlyMetric metric(Nights nights, String unit, String method, Map<String, Object> parameters) {
        return new NightlyMetric(
                Rounding.tenths(mean()),
                unit,
                count(),
                nights.missing(count()),
                method,
                parameters,
                Rounding.tenths(deviation()),
                best(),
                worst(),
                days());
    }

    int count() {
        return values.size();
    }

    @Nullable
    Double mean() {
        return Sample.mean(values.values());
    }

    @Nullable
    Double deviation() {
        return Sample.deviation(values.values());
    }

    Collection<Double> values() {
        return values.values();
    }

    /** The later one of equals. */
    @Nullable
    DayValue best() {
        return better == Better.NEITHER ? null : extreme(better == Better.HIGH);
    }

    @Nullable
    DayValue worst() {
        return better == Better.NEITHER ? null : extreme(better == Better.LOW);
    }

    private @Nullable DayValue extreme(boolean highest) {
        Comparator<Entry<LocalDate, Double>> bySize = Entry.comparingByValue();
        Comparator<Entry<LocalDate, Double>> byDate = Entry.comparingByKey();
        return values.entrySet().stream()
                .max((highest ? bySize : bySize.reversed()).thenComparing(byDate))
                .map(NightlyFigure::dayValue)
                .orElse(null);
    }

    List<DayValue> days() {
        return values.entrySet().stream().map(NightlyFigure::dayValue).toList();
    }

    private static DayValue dayValue(Entry<LocalDate, Double> entry) {
        return new DayValue(entry.getKey(), Rounding.tenths(entry.getValue().doubleValue()));
    }
}
