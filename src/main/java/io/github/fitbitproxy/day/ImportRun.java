package io.github.fitbitproxy.day;

import io.github.fitbitproxy.day.ImportReport.RefusedFile;
import io.github.fitbitproxy.day.NoteStore.Note;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.ArchiveVisitor;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One import: lays what is read over what is stored, and counts. For one thread. */
final class ImportRun implements ArchiveVisitor {

    /** So many refused files are told by name; a report must stay short whatever the archive is. */
    private static final int MOST_REFUSED_TOLD = 100;

    private final Person person;
    private final String upstream;
    private final DayStore store;
    private final Notes notes;
    private final ImportZone zones;
    private final Changes changes;
    private final Duration lateSyncWindow;
    private final Consumer<ImportReport> progress;
    private final Instant importedAt;
    private final List<RefusedFile> refused = new ArrayList<>();
    private final Map<String, Set<LocalDate>> told = new TreeMap<>();
    private final Map<String, Set<LocalDate>> changed = new TreeMap<>();
    private final Set<String> namesRead = new HashSet<>();
    private ZoneId zone = ZoneOffset.UTC;
    private @Nullable Instant end;
    private int files;
    private int filesRead;
    private int filesUnused;
    private int filesRefused;

    ImportRun(
            Person person,
            String upstream,
            DayStore store,
            Notes notes,
            ImportZone zones,
            Changes changes,
            Clock clock,
            Duration lateSyncWindow,
            Consumer<ImportReport> progress) {
        this.person = person;
        this.upstream = upstream;
        this.store = store;
        this.notes = notes;
        this.zones = zones;
        this.changes = changes;
        this.lateSyncWindow = lateSyncWindow;
        this.progress = progress;
        this.importedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    ImportReport report() {
        return new ImportReport(
                person,
                upstream,
                files,
                filesRead,
                filesUnused,
                filesRefused,
                List.copyOf(refused),
                counts(told),
                counts(changed));
    }

    private static Map<String, Long> counts(Map<String, Set<LocalDate>> days) {
        Map<String, Long> counts = new TreeMap<>();
        days.forEach((kind, dates) -> counts.put(kind, (long) dates.size()));
        return counts;
    }

    @Override
    public ZoneId begin(byte @Nullable [] profile, int filesToRead) {
        files = filesToRead;
        zone = zones.of(person, upstream, profile);
        changes.importBegun(person);
        if (profile != null) {
            notes.keep(new Notes.Key(person, upstream, "profile"), new Note(profile, importedAt));
        }
        progress.accept(report());
        return zone;
    }

    @Override
    public void endsAt(Instant moment) {
        end = moment;
    }

    @Override
    public void days(String kind, SortedMap<LocalDate, Parts> days) {
        Map<LocalDate, RawDay> stored = new HashMap<>();
        DateRange range = new DateRange(days.firstKey(), days.lastKey());
        store.forEach(person, upstream, kind, range, raw -> {
            if (days.containsKey(raw.key().date())) {
                stored.put(raw.key().date(), raw);
            }
        });
        List<RawDay> better = new ArrayList<>();
        days.forEach((date, parts) -> {
            RawDay known = stored.get(date);
            RawDay now = new RawDay(new DayKey(person, upstream, kind, date), importedAt, zone, end, parts);
            RawDay day = known == null ? now : beside(known, now);
            if (known == null || differs(known, day)) {
                better.add(day);
            }
        });
        List<RawDay> kept = store.saveAll(better);
        told.computeIfAbsent(kind, first -> new HashSet<>()).addAll(days.keySet());
        Set<LocalDate> changedDates = changed.computeIfAbsent(kind, first -> new HashSet<>());
        kept.forEach(day -> changedDates.add(day.key().date()));
    }

    /**
     * What is told now beside what was told before. Of parts with one name, that of the archive that goes further, whichever
     * comes first; of two that go as far, what is told now.
     */
    private RawDay beside(RawDay known, RawDay now) {
        boolean goesLessFar = goesLessFar(now, known);
        RawDay under = goesLessFar ? now : known;
        RawDay over = goesLessFar ? known : now;
        SortedMap<String, byte[]> received = new TreeMap<>(under.parts().received());
        received.putAll(over.parts().received());
        SortedSet<String> missing = new TreeSet<>(known.parts().missing());
        missing.addAll(now.parts().missing());
        missing.removeAll(received.keySet());
        missing.removeAll(namesRead);
        if (!isCutShort(known) || !isCutShort(now)) {
            missing.remove(AFTER_THE_EXPORT);
        }
        return new RawDay(now.key(), importedAt, over.zone(), over.deviceSyncedAt(), new Parts(received, missing));
    }

    /** By days, for the zone may have been corrected; of days that earlier versions stored, only the last one is known. */
    private static boolean goesLessFar(RawDay one, RawDay other) {
        LocalDate end = end(one);
        LocalDate otherEnd = end(other);
        return end != null && otherEnd != null ? end.isBefore(otherEnd) : isCutShort(one) && !isCutShort(other);
    }

    private static @Nullable LocalDate end(RawDay raw) {
        Instant end = raw.deviceSyncedAt();
        return end == null ? null : LocalDate.ofInstant(end, raw.zone());
    }

    private static boolean isCutShort(RawDay raw) {
        return raw.parts().missing().contains(AFTER_THE_EXPORT);
    }

    /** Not by the end alone: it moves with every newer archive, and most days are settled by then. */
    private boolean differs(RawDay known, RawDay day) {
        return !known.zone().equals(day.zone())
                || !same(known.parts(), day.parts())
                || Settling.status(known, true, lateSyncWindow) != Settling.status(day, true, lateSyncWindow);
    }

    private static boolean same(Parts one, Parts other) {
        return one.missing().equals(other.missing())
                && one.received().keySet().equals(other.received().keySet())
                && one.received().entrySet().stream()
                        .allMatch(part -> Arrays.equals(part.getValue(), other.get(part.getKey())));
    }

    @Override
    public void fileRead(String path) {
        filesRead++;
        namesRead.add(path.substring(path.lastIndexOf('/') + 1));
        progress.accept(report());
    }

    @Override
    public void fileRefused(String name, String reason) {
        filesRefused++;
        if (refused.size() < MOST_REFUSED_TOLD) {
            refused.add(new RefusedFile(name, reason));
        }
        progress.accept(report());
    }

    @Override
    public void filesUnused(int count) {
        filesUnused = count;
    }
}
