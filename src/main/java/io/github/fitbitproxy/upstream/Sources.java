package io.github.fitbitproxy.upstream;

import io.github.fitbitproxy.sleep.SleepRecordings;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The sources that are there, found by their type. */
@ApplicationScoped
public class Sources {

    private final Map<String, DaySource<?>> days = new HashMap<>();
    private final Map<String, SleepSource> sleeps = new HashMap<>();
    private final Map<String, WearerSource> wearers = new HashMap<>();

    public Sources(@All List<DaySource<?>> days, @All List<SleepSource> sleeps, @All List<WearerSource> wearers) {
        days.forEach(
                source -> this.days.put(source.upstream() + "/" + source.kind().name(), source));
        sleeps.forEach(source -> this.sleeps.put(source.upstream(), source));
        wearers.forEach(source -> this.wearers.put(source.upstream(), source));
    }

    /** The source of that kind, or empty if that upstream does not have it. */
    public Optional<DaySource<?>> days(String upstream, String kind) {
        return Optional.ofNullable(days.get(upstream + "/" + kind));
    }

    /**
     * The sleeps of a raw day, as its upstream recorded them.
     *
     * @throws UpstreamException if they make no sense, or this upstream does not tell the course of sleep
     */
    public SleepRecordings recordings(RawDay raw) {
        SleepSource source = sleeps.get(raw.key().upstream());
        if (source == null) {
            throw new UpstreamException(
                    new UpstreamFailure.Forbidden("The upstream of this person does not tell the course of sleep."));
        }
        return source.recordings(raw);
    }

    /** Every kind that an upstream has, in order of their names. */
    public List<DaySource<?>> all(String upstream) {
        return days.values().stream()
                .filter(source -> source.upstream().equals(upstream))
                .sorted(Comparator.comparing(source -> source.kind().name()))
                .toList();
    }

    /** The source that reads a raw day, or empty if its upstream is not here (any more). */
    public Optional<DaySource<?>> of(RawDay raw) {
        return days(raw.key().upstream(), raw.key().kind());
    }

    /** The public names of the upstreams that tell what was imported, in order. */
    public List<String> archives() {
        return days.values().stream()
                .filter(DaySource::isArchive)
                .map(DaySource::upstream)
                .distinct()
                .sorted()
                .toList();
    }

    public Optional<WearerSource> wearer(String upstream) {
        return Optional.ofNullable(wearers.get(upstream));
    }

    /** The public names of all upstreams. */
    public Set<String> upstreams() {
        return new TreeSet<>(wearers.keySet());
    }

    /** The public names of all upstreams but one: those that can be asked, then archives, each in order. */
    public List<String> others(String upstream) {
        return days.values().stream()
                .sorted(Comparator.<DaySource<?>, Boolean>comparing(DaySource::isArchive)
                        .thenComparing(DaySource::upstream))
                .map(DaySource::upstream)
                .distinct()
                .filter(other -> !other.equals(upstream))
                .toList();
    }

    /** The public names of the upstreams that can be asked. */
    public Set<String> live() {
        Set<String> live = upstreams();
        archives().forEach(live::remove);
        return live;
    }
}
