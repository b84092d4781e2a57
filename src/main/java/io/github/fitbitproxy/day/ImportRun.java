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
import java.util.TreeMap;
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
    private final Consumer<ImportReport> progress;
    private final Instant importedAt;
    private final List<RefusedFile> refused = new ArrayList<>();
    private final Map<String, Set<LocalDate>> told = new TreeMap<>();
    private final Map<String, Set<LocalDate>> changed = new TreeMap<>();
    private ZoneId zone = ZoneOffset.UTC;
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
            Consumer<ImportReport> progress) {
        this.person = person;
        this.upstream = upstream;
        this.store = store;
        this.notes = notes;
        this.zones = zones;
        this.changes = changes;
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
            Parts all = known == null ? parts : beside(known.parts(), parts);
            if (known == null || !known.zone().equals(zone) || !same(known.parts(), all)) {
                better.add(new RawDay(new DayKey(person, upstream, kind, date), importedAt, zone, null, all));
            }
        });
        List<RawDay> kept = store.saveAll(better);
        told.computeIfAbsent(kind, first -> new HashSet<>()).addAll(days.keySet());
        Set<LocalDate> changedDates = changed.computeIfAbsent(kind, first -> new HashSet<>());
        kept.forEach(day -> changedDates.add(day.key().date()));
    }

    /** What is told now beside what was told before; of parts with one name, what is told now. */
    private static Parts beside(Parts before, Parts now) {
        SortedMap<String, byte[]> received = new TreeMap<>(before.received());
        received.putAll(now.received());
        return new Parts(received, now.missing());
    }

    private static boolean same(Parts one, Parts other) {
        return one.missing().equals(other.missing())
                && one.received().keySet().equals(other.received().keySet())
                && one.received().entrySet().stream()
                        .allMatch(part -> Arrays.equals(part.getValue(), other.get(part.getKey())));
    }

    @Override
    public void fileRead(String name) {
        filesRead++;
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
