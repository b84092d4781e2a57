package io.github.fitbitproxy.store;

import static io.github.fitbitproxy.store.Days.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.day.ChangeStore;
import io.github.fitbitproxy.day.ChangeStore.Change;
import io.github.fitbitproxy.day.ChangeStore.What;
import io.github.fitbitproxy.day.DayStore;
import io.github.fitbitproxy.day.NoteStore;
import io.github.fitbitproxy.day.NoteStore.Note;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ChangeStoreContract extends StoreContract {

    private static final Person ANNA = new Person("anna");
    private static final LocalDate DATE = LocalDate.parse("2024-03-01");

    private ChangeStore changes;
    private DayStore days;
    private NoteStore notes;

    ChangeStoreContract(Dialect dialect) {
        super(dialect);
    }

    @BeforeEach
    void openStores() {
        changes = new SqlChangeStore(database.database());
        days = new SqlDayStore(database.database());
        notes = new SqlNoteStore(database.database());
    }

    private static RawDay day(Person person, String upstream, LocalDate date, Instant fetchedAt, String content) {
        return new RawDay(
                new DayKey(person, upstream, "sleep", date),
                fetchedAt,
                ZoneOffset.UTC,
                null,
                Parts.of("sleep", content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsNothingThatWasFetchedBeforeThePersonWasForgotten() {
        changes.forgotten(Person.ME, NOON);

        assertThat(days.save(day(Person.ME, "fitbit", DATE, NOON, "late"))).isFalse();
        days.saveAll(List.of(day(Person.ME, "fitbit", DATE, NOON.minusSeconds(1), "later")));
        notes.save(Person.ME, "fitbit", "profile", new Note(new byte[] {1}, NOON));
        days.save(day(ANNA, "fitbit", DATE, NOON, "hers"));

        assertThat(days.owners()).extracting(DayStore.Owner::person).containsExactly(ANNA);
        assertThat(notes.list(Person.ME)).isEmpty();
    }

    @Test
    void keepsWhatWasFetchedAfterwards() {
        changes.forgotten(Person.ME, NOON);

        assertThat(days.save(day(Person.ME, "fitbit", DATE, NOON.plusSeconds(1), "new")))
                .isTrue();
        notes.save(Person.ME, "fitbit", "profile", new Note(new byte[] {1}, NOON.plusSeconds(1)));

        assertThat(days.owners()).hasSize(1);
        assertThat(notes.list(Person.ME)).extracting(NoteStore.NamedNote::name).containsExactly("profile");
    }

    @Test
    void liftsTheBanWhenAnImportBegins() {
        changes.forgotten(Person.ME, NOON);
        changes.importBegun(Person.ME, NOON);

        days.save(day(Person.ME, "takeout", DATE, NOON, "imported"));

        assertThat(days.owners()).hasSize(1);
        assertThat(changes.list()).containsExactly(new Change(Person.ME, What.IMPORTED, NOON));
    }

    @Test
    void leavesThePersonForgottenWhenAnImportEndsThatBeganBefore() {
        changes.importBegun(Person.ME, NOON);
        changes.forgotten(Person.ME, NOON.plusSeconds(1));
        changes.imported(Person.ME, NOON.plusSeconds(2));
        changes.importBegun(ANNA, NOON);
        changes.imported(ANNA, NOON.plusSeconds(2));

        assertThat(days.save(day(Person.ME, "takeout", DATE, NOON, "imported"))).isFalse();
        assertThat(changes.list())
                .containsExactly(
                        new Change(ANNA, What.IMPORTED, NOON.plusSeconds(2)),
                        new Change(Person.ME, What.FORGOTTEN, NOON.plusSeconds(1)));
    }

    @Test
    void remembersTheLastChangeOfEachPersonUntilItIsDropped() {
        changes.forgotten(Person.ME, NOON);
        changes.imported(ANNA, NOON);
        changes.forgotten(Person.ME, NOON.plusSeconds(5));

        Change last = new Change(Person.ME, What.FORGOTTEN, NOON.plusSeconds(5));
        assertThat(changes.list()).containsExactly(new Change(ANNA, What.IMPORTED, NOON), last);
        changes.drop(new Change(Person.ME, What.FORGOTTEN, NOON));
        assertThat(changes.list()).contains(last);
        changes.drop(last);
        assertThat(changes.list()).hasSize(1);
    }

    @Test
    void forgetsLeasesThatNameThePerson() {
        SqlLeaseStore leases = new SqlLeaseStore(database.database(), new java.security.SecureRandom());
        leases.tryAcquire("day/me/fitbit/sleep/2024-03-01", Duration.ofHours(1));
        leases.tryAcquire("day/anna/fitbit/sleep/2024-03-01", Duration.ofHours(1));

        changes.forgotten(Person.ME, NOON);

        assertThat(database.text("SELECT count(*) FROM lease")).isEqualTo("1");
    }

    @Test
    void countsADayThatTwoUpstreamsToldOnce() {
        days.saveAll(List.of(
                day(Person.ME, "fitbit", DATE, NOON, "a"),
                day(Person.ME, "takeout", DATE, NOON, "b"),
                day(Person.ME, "takeout", DATE.minusDays(9), NOON, "c"),
                day(Person.ME, "other", DATE.plusDays(9), NOON, "d")));

        assertThat(days.extent(Person.ME, List.of("fitbit", "takeout"), "sleep"))
                .contains(new DayStore.Extent(DATE.minusDays(9), DATE, 2));
        assertThat(days.kinds(Person.ME, "takeout")).containsExactly("sleep");
        assertThat(days.kinds(ANNA, "takeout")).isEmpty();
    }

    @Test
    void leavesNothingOfADeletedPersonInTheFiles() throws java.io.IOException {
        String sentinel = "sentinel-" + "x".repeat(40);
        notes.save(Person.ME, "fitbit", "profile", new Note(sentinel.getBytes(StandardCharsets.UTF_8), NOON));

        changes.forgotten(Person.ME, NOON.plusSeconds(1));
        notes.deleteAll(Person.ME);
        changes.scrub();

        if (dialect == Dialect.SQLITE) {
            try (var files = java.nio.file.Files.list(directory)) {
                for (var file : files.toList()) {
                    assertThat(java.nio.file.Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(sentinel);
                }
            }
        }
        assertThat(notes.list(Person.ME)).isEmpty();
    }
}
