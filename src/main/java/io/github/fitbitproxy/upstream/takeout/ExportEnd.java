package io.github.fitbitproxy.upstream.takeout;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the last day that an export tells of: that on which it was made, or on which something was last recorded. Every series
 * may show it, for a zip may be a part of an export, and who gives up the tracker may still use the scale.
 */
final class ExportEnd {

    private final FileReader reader;
    private final ZoneId zone;
    private final LocalDate today;

    /** @param today the wearer's, after which nothing is believed */
    ExportEnd(FileReader reader, ZoneId zone, LocalDate today) {
        this.reader = reader;
        this.zone = zone;
        this.today = today;
    }

    /**
     * The last day; today if no file shows any.
     *
     * @param dates those in the names of the files of each series
     */
    LocalDate of(List<DatedFile> files, Map<ExportFile, NavigableSet<LocalDate>> dates) {
        Map<ExportFile, LocalDate> newest = new HashMap<>();
        dates.forEach((series, ofSeries) -> {
            LocalDate date = ofSeries.floor(today);
            if (date != null) {
                newest.put(series, date);
            }
        });
        Stream<LocalDate> inside = files.stream()
                .filter(file -> !file.series().hasFillers())
                .filter(file -> file.date() == null || file.date().equals(newest.get(file.series())))
                .map(this::lastDay)
                .filter(Objects::nonNull);
        return Stream.concat(newest.values().stream(), inside)
                .max(Comparator.naturalOrder())
                .orElse(today);
    }

    private @Nullable LocalDate lastDay(DatedFile file) {
        try {
            var days =
                    DaySlices.of(reader.read(file.file()), file.series(), zone).headMap(today.plusDays(1));
            return days.isEmpty() ? null : days.lastKey();
        } catch (RefusedFileException refused) {
            // It is told when its turn comes.
            return null;
        }
    }
}
