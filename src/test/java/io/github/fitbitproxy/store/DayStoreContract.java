package io.github.fitbitproxy.store;

import static io.github.fitbitproxy.store.Days.MARCH_10;
import static io.github.fitbitproxy.store.Days.NOON;
import static io.github.fitbitproxy.store.Days.day;
import static io.github.fitbitproxy.store.Days.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.day.DayStore;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class DayStoreContract extends StoreContract {

    private static final Person ANNA = new Person("anna");

    private DayStore store;

    DayStoreContract(Dialect dialect) {
        super(dialect);
    }

    @BeforeEach
    void openStore() {
        store = new SqlDayStore(database.database());
    }

    @Test
    void findsADayByteForByte() {
        byte[] everyByte = new byte[256];
        IntStream.range(0, 256).forEach(i -> everyByte[i] = (byte) i);
        RawDay saved = new RawDay(
                key(MARCH_10),
                NOON,
                ZoneId.of("America/New_York"),
                Instant.parse("2024-03-10T11:59:58.123Z"),
                new Parts(
                        new TreeMap<>(Map.of("summary", everyByte, "empty", new byte[0])),
                        new TreeSet<>(List.of("goals", "heart"))));
        store.save(saved);

        RawDay found = store.find(saved.key()).orElseThrow();

        assertThat(found).usingRecursiveComparison().isEqualTo(saved);
        assertThat(found.parts().get("summary")).isEqualTo(everyByte);
        assertThat(found.parts().get("empty")).isEmpty();
        assertThat(found.parts().missing()).containsExactly("goals", "heart");
    }

    @Test
    void findsADayThatNobodySyncedAndThatHasNoParts() {
        RawDay saved = new RawDay(
                key(MARCH_10), NOON, ZoneOffset.ofHours(-3), null, new Parts(new TreeMap<>(), new TreeSet<>()));
        store.save(saved);

        assertThat(store.find(saved.key())).contains(saved);
    }

    @Test
    void findsNothingUnderAnyOtherKey() {
        store.save(day(MARCH_10, NOON, "one"));

        assertThat(store.find(new DayKey(ANNA, "fitbit", "sleep", MARCH_10))).isEmpty();
        assertThat(store.find(new DayKey(Person.ME, "takeout", "sleep", MARCH_10)))
                .isEmpty();
        assertThat(store.find(new DayKey(Person.ME, "fitbit", "activities", MARCH_10)))
                .isEmpty();
        assertThat(store.find(key(MARCH_10.plusDays(1)))).isEmpty();
    }

    @Test
    void replacesWithTheSameSecondOrALaterOne() {
        store.save(day(MARCH_10, NOON, "one"));
        store.save(day(MARCH_10, NOON, "two"));
        assertThat(stored(MARCH_10)).isEqualTo("two");

        store.save(day(MARCH_10, NOON.plusSeconds(1), "three"));
        assertThat(stored(MARCH_10)).isEqualTo("three");
    }

    @Test
    void neverReplacesWithAnEarlierFetch() {
        assertThat(store.save(day(MARCH_10, NOON, "new"))).isTrue();

        assertThat(store.save(day(MARCH_10, NOON.minusSeconds(1), "old"))).isFalse();
        RawDay other = day(MARCH_10.plusDays(1), NOON, "other");
        assertThat(store.saveAll(List.of(other, day(MARCH_10, NOON.minusSeconds(1), "old"))))
                .containsExactly(other);

        assertThat(stored(MARCH_10)).isEqualTo("new");
        assertThat(stored(MARCH_10.plusDays(1))).isEqualTo("other");
    }

    @Test
    void replacesAFetchThatAWrongClockHadSetInTheFuture() {
        store.save(day(MARCH_10, NOON.plus(DayStore.CLOCK_TOLERANCE).plusSeconds(1), "from the future"));
        store.save(day(MARCH_10, NOON, "now"));
        assertThat(stored(MARCH_10)).isEqualTo("now");

        store.save(day(MARCH_10.plusDays(1), NOON.plus(DayStore.CLOCK_TOLERANCE), "later"));
        store.save(day(MARCH_10.plusDays(1), NOON, "earlier"));
        assertThat(stored(MARCH_10.plusDays(1))).isEqualTo("later");
    }

    @Test
    void savesAllOrNone() {
        store.save(day(MARCH_10, NOON, "old"));
        database.execute("CREATE UNIQUE INDEX one_day_a_zone ON raw_day (zone)");
        try {
            RawDay fits = day(MARCH_10, NOON, "new");
            RawDay collides = day(MARCH_10.plusDays(1), NOON, "never");

            assertThatThrownBy(() -> store.saveAll(List.of(fits, collides))).isInstanceOf(UncheckedIOException.class);
        } finally {
            database.execute("DROP INDEX one_day_a_zone");
        }
        assertThat(stored(MARCH_10)).isEqualTo("old");
        assertThat(store.find(key(MARCH_10.plusDays(1)))).isEmpty();

        assertThat(store.saveAll(List.of())).isEmpty();
        store.saveAll(List.of(day(MARCH_10, NOON, "after")));
        assertThat(stored(MARCH_10)).isEqualTo("after");
    }

    @Test
    void visitsARangeInOrderWhateverItsLength() {
        List<LocalDate> dates = MARCH_10.datesUntil(MARCH_10.plusDays(100)).toList();
        store.saveAll(
                dates.stream().map(date -> day(date, NOON, date.toString())).toList());
        store.save(day(new DayKey(ANNA, "fitbit", "sleep", MARCH_10), NOON, "anna's"));

        assertThat(visited(new DateRange(dates.get(1), dates.get(98))))
                .isEqualTo(
                        dates.subList(1, 99).stream().map(LocalDate::toString).toList());
        assertThat(visited(new DateRange(LocalDate.MIN, LocalDate.MAX))).hasSize(100);
        assertThat(visited(DateRange.of(dates.get(7))))
                .containsExactly(dates.get(7).toString());
        assertThat(visited(DateRange.of(MARCH_10.minusDays(1)))).isEmpty();
    }

    /** More visits at once than the pool has connections, each of which writes. */
    @Test
    void letsVisitorsUseTheStore() {
        List<LocalDate> dates = MARCH_10.datesUntil(MARCH_10.plusDays(40)).toList();
        store.saveAll(dates.stream().map(date -> day(date, NOON, "old")).toList());

        IntStream.range(0, 12)
                .parallel()
                .forEach(visit -> store.forEach(
                        Person.ME,
                        "fitbit",
                        "sleep",
                        new DateRange(dates.get(0), dates.get(39)),
                        day -> store.save(day(day.key(), NOON.plusSeconds(1), "new"))));

        assertThat(visited(new DateRange(dates.get(0), dates.get(39))))
                .hasSize(40)
                .containsOnly("new");
    }

    @Test
    void takesADamagedDayForAbsentUntilItIsSavedAgain() {
        for (int i = 0; i < 4; i++) {
            store.save(day(MARCH_10.plusDays(i), NOON, "body " + i));
        }
        String someBytes = dialect == Dialect.SQLITE ? "x'01ff'" : "'\\x01ff'";
        database.execute("UPDATE raw_day SET parts = " + someBytes + " WHERE date = '2024-03-10'");
        database.execute("UPDATE raw_day SET zone = 'Nowhere/At all' WHERE date = '2024-03-11'");
        database.execute("UPDATE raw_day SET parts = " + (dialect == Dialect.SQLITE ? "x''" : "''")
                + " WHERE date = '2024-03-12'");

        assertThat(store.find(key(MARCH_10))).isEmpty();
        assertThat(store.find(key(MARCH_10.plusDays(1)))).isEmpty();
        assertThat(visited(new DateRange(MARCH_10, MARCH_10.plusDays(3)))).containsExactly("body 3");

        store.save(day(MARCH_10, NOON.plusSeconds(1), "again"));
        assertThat(stored(MARCH_10)).isEqualTo("again");
    }

    @Test
    void tellsWhatIsThere() {
        assertThat(store.extent(Person.ME, "fitbit", "sleep")).isEmpty();

        store.save(day(MARCH_10.plusYears(1), NOON, "x"));
        store.save(day(MARCH_10, NOON, "x"));
        store.save(day(MARCH_10.minusDays(3), NOON, "x"));

        assertThat(store.extent(Person.ME, "fitbit", "sleep"))
                .contains(new DayStore.Extent(MARCH_10.minusDays(3), MARCH_10.plusYears(1), 3));
        assertThat(store.extent(Person.ME, "fitbit", "activities")).isEmpty();
    }

    @Test
    void forgetsOnePersonOnly() {
        DayKey annas = new DayKey(ANNA, "fitbit", "sleep", MARCH_10);
        store.save(day(annas, NOON, "anna's"));
        store.save(day(MARCH_10, NOON, "mine"));
        store.save(day(new DayKey(Person.ME, "takeout", "activities", MARCH_10), NOON, "mine too"));

        store.deleteAll(Person.ME);

        assertThat(store.extent(Person.ME, "fitbit", "sleep")).isEmpty();
        assertThat(store.extent(Person.ME, "takeout", "activities")).isEmpty();
        assertThat(store.find(annas)).isPresent();
    }

    private String stored(LocalDate date) {
        return Days.body(store.find(key(date)).orElseThrow());
    }

    private List<String> visited(DateRange range) {
        List<String> bodies = new ArrayList<>();
        store.forEach(Person.ME, "fitbit", "sleep", range, day -> bodies.add(Days.body(day)));
        return bodies;
    }

    @Test
    void knowsWhoseDaysItHolds() {
        assertThat(store.owners()).isEmpty();

        store.save(day(MARCH_10, NOON, "one"));
        store.save(day(MARCH_10.plusDays(1), NOON, "two"));
        store.save(day(new DayKey(ANNA, "takeout", "sleep", MARCH_10), NOON, "three"));
        store.save(day(new DayKey(ANNA, "fitbit", "sleep", MARCH_10), NOON, "four"));

        assertThat(store.owners())
                .containsExactly(
                        new DayStore.Owner(ANNA, "fitbit"),
                        new DayStore.Owner(ANNA, "takeout"),
                        new DayStore.Owner(Person.ME, "fitbit"));
    }
}
