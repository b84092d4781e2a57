package io.github.fitbitproxy.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.SleepLog;
import io.github.fitbitproxy.sleep.SleepAssembly;
import io.github.fitbitproxy.sleep.SleepRecordings;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which version of a day is told, whatever clouds and an import have of it. */
class BestDaysTest {

    private static final LocalDate FIRST = LocalDate.parse("2024-03-01");

    /** What is stored of a day by one upstream. */
    enum Stored {
        NOTHING,
        EMPTY,
        FIGURES,
        UNREADABLE
    }

    private static String expected(Map<String, Stored> stored) {
        return stored.entrySet().stream()
                .filter(version -> version.getValue() == Stored.FIGURES)
                .findFirst()
                .or(() -> stored.entrySet().stream()
                        .filter(version -> version.getValue() != Stored.NOTHING)
                        .findFirst())
                .map(Map.Entry::getKey)
                .orElse("nobody");
    }

    private static Stored at(List<Stored> days, int index) {
        return index < days.size() ? days.get(index) : Stored.NOTHING;
    }

    private static Sources sources() {
        return new Sources(
                List.of(new Source("imported", true), new Source("live", false), new Source("former", false)),
                List.of(),
                List.of());
    }

    @Property
    void tellsEachDateByTheRule(
            @ForAll @Size(min = 1, max = 40) List<Stored> live,
            @ForAll @Size(min = 1, max = 40) List<Stored> former,
            @ForAll @Size(min = 1, max = 40) List<Stored> imported) {
        MapStore store = new MapStore();
        fill(store, "live", live);
        fill(store, "former", former);
        fill(store, "imported", imported);
        BestDays days = new BestDays(store, sources());
        DateRange range = new DateRange(FIRST, FIRST.plusDays(39));
        List<String> wanted = new ArrayList<>();
        range.stream().forEach(date -> {
            int at = (int) (date.toEpochDay() - FIRST.toEpochDay());
            Map<String, Stored> stored = new LinkedHashMap<>();
            stored.put("live", at(live, at));
            stored.put("former", at(former, at));
            stored.put("imported", at(imported, at));
            String teller = expected(stored);
            if (!teller.equals("nobody")) {
                wanted.add(date + " " + teller);
            }
            assertThat(days.find(new DayKey(Person.ME, "live", "sleep", date))
                            .map(raw -> raw.key().upstream())
                            .orElse("nobody"))
                    .isEqualTo(teller);
        });

        List<String> told = new ArrayList<>();
        days.forEach(
                Person.ME,
                "live",
                "sleep",
                range,
                raw -> told.add(raw.key().date() + " " + raw.key().upstream()));

        assertThat(told).isEqualTo(wanted);
    }

    @Property
    void tellsOfAnImportAloneWhatItHas(@ForAll @Size(min = 1, max = 20) List<Stored> imported) {
        MapStore store = new MapStore();
        fill(store, "live", imported);
        fill(store, "imported", imported);
        BestDays days = new BestDays(store, sources());
        List<String> told = new ArrayList<>();

        days.forEach(
                Person.ME,
                "imported",
                "sleep",
                new DateRange(FIRST, FIRST.plusDays(30)),
                raw -> told.add(raw.key().upstream()));

        assertThat(told)
                .hasSize((int) imported.stream()
                        .filter(stored -> stored != Stored.NOTHING)
                        .count())
                .allMatch("imported"::equals);
    }

    @Test
    void keepsAnImportAsFreshAsTheAnswerOfTheCloudThatHasNothing() {
        Instant asked = Instant.EPOCH.plusSeconds(60);
        MapStore store = new MapStore();
        fill(store, "imported", List.of(Stored.FIGURES, Stored.FIGURES));
        store.save(new RawDay(
                new DayKey(Person.ME, "live", "sleep", FIRST),
                asked,
                ZoneOffset.UTC,
                null,
                Parts.of(Stored.EMPTY.name(), new byte[0])));
        List<Instant> fetchedAt = new ArrayList<>();

        new BestDays(store, sources())
                .forEach(
                        Person.ME,
                        "live",
                        "sleep",
                        new DateRange(FIRST, FIRST.plusDays(1)),
                        raw -> fetchedAt.add(raw.fetchedAt()));

        assertThat(fetchedAt).containsExactly(asked, Instant.EPOCH);
    }

    private static void fill(MapStore store, String upstream, List<Stored> days) {
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i) != Stored.NOTHING) {
                store.save(new RawDay(
                        new DayKey(Person.ME, upstream, "sleep", FIRST.plusDays(i)),
                        Instant.EPOCH,
                        ZoneOffset.UTC,
                        null,
                        Parts.of(days.get(i).name(), new byte[0])));
            }
        }
    }

    private record Source(String upstream, boolean isArchive) implements DaySource<SleepDay> {

        @Override
        public DataKind<SleepDay> kind() {
            return SleepDay.KIND;
        }

        @Override
        public int longestFetchDays() {
            return 1;
        }

        @Override
        public SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
            return new TreeMap<>();
        }

        @Override
        public SleepDay clean(RawDay raw) {
            if (raw.parts().get(Stored.UNREADABLE.name()) != null) {
                throw new UpstreamException(new UpstreamFailure.Unreadable("It makes no sense."));
            }
            SleepDay empty = SleepAssembly.assemble(
                    raw.key().date(), new SleepRecordings(List.of(), true), upstream, raw.fetchedAt(), null);
            return raw.parts().get(Stored.FIGURES.name()) == null ? empty : withOneLog(empty);
        }
    }

    private static SleepDay withOneLog(SleepDay day) {
        var log = new SleepLog(
                "1",
                true,
                SleepLog.Type.CLASSIC,
                OffsetDateTime.parse("2024-03-01T00:00:00Z"),
                null,
                1,
                0,
                1,
                100,
                null,
                null);
        return new SleepDay(
                day.date(),
                DayStatus.FINAL,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(log),
                day.upstream(),
                day.fetchedAt(),
                null);
    }

    private static final class MapStore implements DayStore {

        private final Map<String, SortedMap<LocalDate, RawDay>> days = new HashMap<>();

        private SortedMap<LocalDate, RawDay> of(String upstream) {
            return days.computeIfAbsent(upstream, first -> new TreeMap<>());
        }

        @Override
        public Optional<RawDay> find(DayKey key) {
            return Optional.ofNullable(of(key.upstream()).get(key.date()));
        }

        @Override
        public boolean save(RawDay day) {
            of(day.key().upstream()).put(day.key().date(), day);
            return true;
        }

        @Override
        public List<RawDay> saveAll(List<RawDay> saved) {
            saved.forEach(day -> save(day));
            return saved;
        }

        @Override
        public void forEach(Person person, String upstream, String kind, DateRange range, Consumer<RawDay> visitor) {
            of(upstream).subMap(range.from(), range.to().plusDays(1)).values().forEach(visitor);
        }

        @Override
        public Optional<Extent> extent(Person person, List<String> upstreams, String kind) {
            return Optional.empty();
        }

        @Override
        public List<Owner> owners() {
            return List.of();
        }

        @Override
        public List<String> kinds(Person person, String upstream) {
            return List.of();
        }

        @Override
        public void deleteAll(Person person) {
            days.clear();
        }
    }
}
