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
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One pass over an account export, in order of the dates in the files' names; those without one come first. */
final class ExportReading {

    private static final String PROFILE = "Profile.csv";

    /** A file begins at the wearer's midnight; a night that it tells of may belong to the day before, elsewhere in the world. */
    private static final int OVERLAP_DAYS = 2;

    private final Archive archive;
    private final FileReader reader;
    private final Clock clock;
    private final ArchiveVisitor visitor;
    private final List<Dated> files = new ArrayList<>();

    ExportReading(Archive archive, FileReader reader, Clock clock, ArchiveVisitor visitor) {
        this.archive = archive;
        this.reader = reader;
        this.clock = clock;
        this.visitor = visitor;
    }

    /** A file that is read; {@code date} is the one in its name. */
    private record Dated(
            Archive.File file, ExportFile kind, @Nullable LocalDate date) {}

    void read() throws ArchiveException {
        int unused = 0;
        for (Archive.File file : archive.files()) {
            Optional<ExportFile> kind = ExportFile.named(file.name());
            kind.ifPresent(known -> files.add(new Dated(file, known, ExportFile.date(file.name()))));
            unused += kind.isPresent() || file.name().equals(PROFILE) ? 0 : 1;
        }
        if (files.isEmpty()) {
            throw new ArchiveException(
                    "There is no file of a Fitbit account export in it. Export \"Fitbit\" or \"Google Health\" at"
                            + " takeout.google.com and hand over the zip as it was downloaded.");
        }
        files.sort(Comparator.comparing(Dated::date, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Dated::kind)
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

    private void add(Dated dated, ZoneId zone, PendingDays pending) {
        String path = EntryNames.shown(dated.file().path());
        try {
            SortedMap<LocalDate, byte[]> slices = DaySlices.of(reader.read(dated.file()), dated.kind(), zone);
            LocalDate date = dated.date();
            if (dated.kind() == ExportFile.SLEEP && date != null) {
                slices = DaySlices.withNightsWithoutLogs(slices, date);
            }
            pending.add(dated.kind().kind(), dated.file().name(), slices);
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
                .filter(dated -> dated.kind().showsTheEnd())
                .collect(Collectors.toMap(Dated::kind, Function.identity(), (older, newer) -> newer));
        return newest.values().stream()
                .map(dated -> lastDay(dated, zone))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .filter(last -> last.isBefore(today))
                .orElse(today);
    }

    private @Nullable LocalDate lastDay(Dated dated, ZoneId zone) {
        try {
            SortedMap<LocalDate, byte[]> days = DaySlices.of(reader.read(dated.file()), dated.kind(), zone);
            return days.isEmpty() ? null : days.lastKey();
        } catch (RefusedFileException refused) {
            return null;
        }
    }
}
