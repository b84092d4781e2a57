package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.upstream.ArchiveException;
import io.github.fitbitproxy.upstream.ArchiveVisitor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One pass over an account export, in order of the dates in the files' names; those without one come first. */
final class ExportReading {

    private static final String PROFILE = "Profile.csv";

    /** A file begins at the wearer's midnight; a night that it tells of may belong to the day before, elsewhere in the world. */
    private static final int OVERLAP_DAYS = 2;

    private final List<ExportedDays<?>> kinds;
    private final Archive archive;
    private final FileReader reader;
    private final Clock clock;
    private final ArchiveVisitor visitor;
    private final List<Dated> files = new ArrayList<>();

    /** @param kinds what is looked for */
    ExportReading(
            List<ExportedDays<?>> kinds, Archive archive, FileReader reader, Clock clock, ArchiveVisitor visitor) {
        this.kinds = kinds;
        this.archive = archive;
        this.reader = reader;
        this.clock = clock;
        this.visitor = visitor;
    }

    /** A file that is read; {@code date} is the one in its name. */
    private record Dated(
            Archive.File file, ExportFile series, @Nullable LocalDate date) {}

    void read() throws ArchiveException {
        int unused = 0;
        for (Archive.File file : archive.files()) {
            Optional<ExportFile> series = series(file.name());
            series.ifPresent(known -> files.add(new Dated(file, known, ExportFile.date(file.name()))));
            unused += series.isPresent() || file.name().equals(PROFILE) ? 0 : 1;
        }
        Set<ExportFile> present = files.stream().map(Dated::series).collect(Collectors.toSet());
        int read = files.size();
        files.removeIf(dated -> present.contains(dated.series().better()));
        unused += read - files.size();
        if (files.isEmpty()) {
            throw new ArchiveException(
                    "There is no file of a Fitbit account export in it. Export \"Fitbit\" or \"Google Health\" at"
                            + " takeout.google.com and hand over the zip as it was downloaded.");
        }
        files.sort(Comparator.comparing(Dated::date, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(dated -> dated.file().path()));
        ZoneId zone = visitor.begin(profile(), files.size());
        archive.refused().forEach(refused -> visitor.fileRefused(refused.path(), refused.reason()));
        visitor.filesUnused(unused);
        PendingDays pending = new PendingDays(visitor, end(zone));
        for (Dated dated : files) {
            if (dated.date() != null) {
                pending.settleBefore(dated.date().minusDays(OVERLAP_DAYS));
            }
            add(dated, zone, pending);
        }
        pending.settleAll();
    }

    private Optional<ExportFile> series(String file) {
        return kinds.stream()
                .flatMap(kind -> kind.files().stream())
                .filter(series -> series.isNamed(file))
                .findFirst();
    }

    private void add(Dated dated, ZoneId zone, PendingDays pending) {
        String path = EntryNames.shown(dated.file().path());
        try {
            SortedMap<LocalDate, byte[]> slices = DaySlices.of(reader.read(dated.file()), dated.series(), zone);
            LocalDate date = dated.date();
            if (dated.series().clock() == ExportFile.Clock.SLEEP && date != null) {
                slices = DaySlices.withNightsWithoutLogs(slices, date);
            }
            for (ExportedDays<?> kind : kinds) {
                if (kind.files().contains(dated.series())) {
                    pending.add(kind.kind().name(), dated.file().name(), slices);
                }
            }
            visitor.fileRead(path);
        } catch (RefusedFileException refused) {
            visitor.fileRefused(path, refused.reason());
        }
    }

    private byte @Nullable [] profile() {
        for (Archive.File file : archive.files()) {
            if (file.name().equals(PROFILE)) {
                try {
                    return reader.read(file);
                } catch (RefusedFileException refused) {
                    visitor.fileRefused(EntryNames.shown(file.path()), refused.reason());
                }
            }
        }
        return null;
    }

    /**
     * The last day that the export tells of: that on which it was made, or on which the device was last worn. Seen from the
     * newest file of each series, and never in the wearer's future.
     */
    private LocalDate end(ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Map<ExportFile, Dated> newest = files.stream()
                .filter(dated -> dated.series().showsTheEnd())
                .collect(Collectors.toMap(Dated::series, Function.identity(), (older, newer) -> newer));
        return newest.values().stream()
                .map(dated -> lastDay(dated, zone))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .filter(last -> last.isBefore(today))
                .orElse(today);
    }

    private @Nullable LocalDate lastDay(Dated dated, ZoneId zone) {
        try {
            SortedMap<LocalDate, byte[]> days = DaySlices.of(reader.read(dated.file()), dated.series(), zone);
            return days.isEmpty() ? null : days.lastKey();
        } catch (RefusedFileException refused) {
            return null;
        }
    }
}
