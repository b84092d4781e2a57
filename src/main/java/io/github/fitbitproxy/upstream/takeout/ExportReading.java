package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.upstream.ArchiveException;
import io.github.fitbitproxy.upstream.ArchiveVisitor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
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
    private final List<DatedFile> files = new ArrayList<>();
    private final Map<ExportFile, NavigableSet<LocalDate>> dates = new HashMap<>();
    private ZoneId zone = ZoneOffset.UTC;
    private LocalDate today = LocalDate.EPOCH;
    private LocalDate end = LocalDate.EPOCH;

    /** @param kinds what is looked for */
    ExportReading(
            List<ExportedDays<?>> kinds, Archive archive, FileReader reader, Clock clock, ArchiveVisitor visitor) {
        this.kinds = kinds;
        this.archive = archive;
        this.reader = reader;
        this.clock = clock;
        this.visitor = visitor;
    }

    void read() throws ArchiveException {
        int unused = 0;
        for (Archive.File file : archive.files()) {
            Optional<ExportFile> series = series(file.name());
            series.ifPresent(known -> add(new DatedFile(file, known, ExportFile.date(file.name()))));
            unused += series.isPresent() || file.name().equals(PROFILE) ? 0 : 1;
        }
        if (files.isEmpty()) {
            throw new ArchiveException(
                    "There is no file of a Fitbit account export in it. Export \"Fitbit\" or \"Google Health\" at"
                            + " takeout.google.com and hand over the zip as it was downloaded.");
        }
        // Files of one date stay as the archive has them: of two with one name, the later one counts.
        files.sort(Comparator.comparing(DatedFile::date, Comparator.nullsFirst(Comparator.naturalOrder())));
        zone = visitor.begin(profile(), files.size());
        today = LocalDate.ofInstant(clock.instant(), zone);
        archive.refused().forEach(refused -> visitor.fileRefused(refused.path(), refused.reason()));
        visitor.filesUnused(unused);
        end = new ExportEnd(reader, zone, today).of(files, dates);
        visitor.endsAt(end.atStartOfDay(zone).toInstant());
        PendingDays pending = new PendingDays(visitor, end);
        for (DatedFile file : files) {
            if (file.date() != null) {
                pending.settleBefore(file.date().minusDays(OVERLAP_DAYS));
            }
            try {
                read(file, pending);
            } catch (ArchiveException tooLarge) {
                throw stopped(file, pending, tooLarge);
            }
        }
        pending.settleAll();
    }

    /** Keeps the days that only files before that one tell of. */
    private static ArchiveException stopped(DatedFile at, PendingDays pending, ArchiveException why) {
        if (at.date() == null) {
            return new ArchiveException(why.reason() + " Nothing of it is imported.", why);
        }
        LocalDate first = at.date().minusDays(OVERLAP_DAYS);
        pending.settleAllBefore(first);
        return new ArchiveException(why.reason() + " Only its days before " + first + " are imported.", why);
    }

    private void add(DatedFile file) {
        files.add(file);
        NavigableSet<LocalDate> ofSeries = dates.computeIfAbsent(file.series(), first -> new TreeSet<>());
        if (file.date() != null) {
            ofSeries.add(file.date());
        }
    }

    private Optional<ExportFile> series(String file) {
        return kinds.stream()
                .flatMap(kind -> kind.files().stream())
                .filter(series -> series.isNamed(file))
                .findFirst();
    }

    private void read(DatedFile dated, PendingDays pending) {
        String path = EntryNames.shown(dated.file().path());
        try {
            SortedMap<LocalDate, byte[]> days = days(dated);
            for (ExportedDays<?> kind : kinds) {
                if (kind.files().contains(dated.series())) {
                    pending.add(kind.kind().name(), dated.file().name(), days);
                }
            }
            visitor.fileRead(path);
        } catch (RefusedFileException refused) {
            if (dated.date() != null) {
                DateRange window = window(dated.series(), dated.date());
                kinds.stream()
                        .filter(kind -> kind.files().contains(dated.series()))
                        .forEach(kind ->
                                pending.lack(kind.kind().name(), dated.file().name(), window));
            }
            visitor.fileRefused(path, refused.reason());
        }
    }

    /** The days that a file should tell: up to the next one of its series, unless that lies in another zip. */
    private DateRange window(ExportFile series, LocalDate date) {
        LocalDate latest = date.plusDays(series.mostDays());
        LocalDate next = dates.getOrDefault(series, new TreeSet<>()).higher(date);
        if (next == null || next.isAfter(latest)) {
            next = latest;
        }
        return new DateRange(date, next.minusDays(1));
    }

    /** What a file tells of each day, without what it fills in for days that the export does not reach. */
    private SortedMap<LocalDate, byte[]> days(DatedFile dated) throws RefusedFileException {
        SortedMap<LocalDate, byte[]> days =
                DaySlices.of(reader.read(dated.file()), dated.series(), zone).headMap(today.plusDays(1));
        LocalDate date = dated.date();
        if (dated.series().clock() == ExportFile.Clock.SLEEP && date != null) {
            days = DaySlices.withNightsWithoutLogs(days, date).headMap(end.plusDays(1));
        }
        return dated.series().hasFillers() ? days.headMap(end.plusDays(1)) : days;
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
}
