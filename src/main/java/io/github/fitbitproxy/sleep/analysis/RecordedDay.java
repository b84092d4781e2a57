package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.sleep.DaySleep;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sleeps of one day that have ended, oldest first. */
public record RecordedDay(LocalDate date, List<Episode> episodes) {

    public RecordedDay {
        episodes = episodes.stream()
                .sorted(Comparator.comparing(
                                (Episode episode) -> episode.start().toInstant())
                        .thenComparing(episode -> episode.end().toInstant()))
                .toList();
    }

    /** The day, without what is still running. */
    public static RecordedDay of(LocalDate date, List<DaySleep> sleeps) {
        return new RecordedDay(
                date, sleeps.stream().map(Episode::of).flatMap(Optional::stream).toList());
    }

    /** The night that ended on this day, or empty if none is known. */
    Optional<Night> night() {
        return episodes.stream().filter(Episode::mainSleep).findFirst().map(sleep -> new Night(date, sleep));
    }

    List<Episode> naps() {
        return episodes.stream().filter(Episode::nap).toList();
    }

    /** Time asleep in all sleeps of the day; {@code null} if the night's is not known. */
    @Nullable
    Integer totalMinutesAsleep() {
        boolean nightKnown =
                night().map(night -> night.sleep().minutesAsleep() != null).orElse(false);
        return nightKnown
                ? episodes.stream()
                        .map(Episode::minutesAsleep)
                        .filter(Objects::nonNull)
                        .reduce(0, Integer::sum)
                : null;
    }
}
