package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.BodyDay;
import io.github.fitbitproxy.model.HeartDay;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.VitalsDay;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.upstream.ArchiveVisitor;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a reader tells of an archive, kept in memory, and cleaned on demand. */
final class ReadArchive implements ArchiveVisitor {

    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    static final List<ExportedDays<?>> KINDS = List.of(
            new TakeoutSleep(), new TakeoutActivities(), new TakeoutHeart(), new TakeoutBody(), new TakeoutVitals());

    final Map<String, SortedMap<LocalDate, Parts>> days = new HashMap<>();
    final Map<String, String> refused = new TreeMap<>();
    /** How often days were handed over twice. */
    int again;

    int filesRead;
    int filesUnused;
    ZoneId zone = ZoneOffset.UTC;
    Instant end;

    static ReadArchive of(Path path) {
        return of(path, 1L << 30);
    }

    static ReadArchive of(Path path, long mostBytes) {
        ReadArchive read = new ReadArchive();
        read.read(path, mostBytes);
        return read;
    }

    void read(Path path, long mostBytes) {
        try (Archive archive = Archive.open(path)) {
            new ExportReading(KINDS, archive, new FileReader(mostBytes), new MovableClock(NOW.toString()), this).read();
        }
    }

    @Override
    public ZoneId begin(byte[] profile, int files) {
        if (profile != null) {
            zone = new TakeoutWearer().cleanProfile(profile).zone();
        }
        return zone;
    }

    @Override
    public void endsAt(Instant moment) {
        end = moment;
    }

    @Override
    public void days(String kind, SortedMap<LocalDate, Parts> told) {
        told.forEach((date, parts) -> {
            if (days.computeIfAbsent(kind, first -> new TreeMap<>()).put(date, parts) != null) {
                again++;
            }
        });
    }

    @Override
    public void fileRead(String name) {
        filesRead++;
    }

    @Override
    public void fileRefused(String name, String reason) {
        refused.put(name, reason);
    }

    @Override
    public void filesUnused(int count) {
        filesUnused = count;
    }

    SortedMap<LocalDate, Parts> sleepDays() {
        return days.getOrDefault("sleep", new TreeMap<>());
    }

    SortedMap<LocalDate, Parts> activityDays() {
        return days.getOrDefault("activities", new TreeMap<>());
    }

    SleepDay sleep(LocalDate date) {
        return new TakeoutSleep().clean(raw("sleep", date));
    }

    ActivityDay activities(LocalDate date) {
        return new TakeoutActivities().clean(raw("activities", date));
    }

    HeartDay heart(LocalDate date) {
        return new TakeoutHeart().clean(raw("heart", date));
    }

    BodyDay body(LocalDate date) {
        return new TakeoutBody().clean(raw("body", date));
    }

    VitalsDay vitals(LocalDate date) {
        return new TakeoutVitals().clean(raw("vitals", date));
    }

    private RawDay raw(String kind, LocalDate date) {
        return new RawDay(
                new DayKey(Person.ME, "takeout", kind, date),
                NOW,
                zone,
                null,
                days.get(kind).get(date));
    }
}
