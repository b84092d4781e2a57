package io.github.fitbitproxy.upstream.fitbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.model.Workout;
import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.FixtureCase;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class ActivitySeriesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String WIRE = "/1/user/-/activities/";

    @Inject
    ActivitySeries series;

    @Inject
    ActivitySummaries summaries;

    @Inject
    FitbitActivities activities;

    @Inject
    ActivityLog workouts;

    @Inject
    MovableClock clock;

    @BeforeEach
    void beginANewHour() {
        clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void endFaults() {
        Faults.off();
    }

    @Test
    void agreesWithTheSummariesOnAllThatBothTell() {
        // Begins in winter time and ends in summer time.
        DateRange range = new DateRange(LocalDate.of(2026, 2, 20), LocalDate.of(2026, 4, 20));
        SortedMap<LocalDate, ActivityDay> bySeries = clean(series.fetch(Person.ME, range));
        SortedMap<LocalDate, ActivityDay> bySummary = clean(summaries.fetch(Person.ME, range));
        assertThat(bySeries).hasSize(60).containsOnlyKeys(range.stream().toList());
        int seen = 0;
        for (ActivityDay summary : bySummary.values()) {
            ActivityDay serial = Objects.requireNonNull(bySeries.get(summary.date()));
            assertThat(serial)
                    .usingRecursiveComparison()
                    .ignoringFields("goals", "workouts")
                    .isEqualTo(summary);
            assertThat(serial.goals()).isNull();
            assertThat(serial.workouts()).hasSameSizeAs(summary.workouts());
            for (int i = 0; i < summary.workouts().size(); i++) {
                assertTellsAsMuch(serial.workouts().get(i), summary.workouts().get(i));
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(5);
        assertThat(bySummary.values()).anyMatch(day -> day.steps() == null).anyMatch(day -> day.steps() != null);
    }

    /** The list of workouts may know more than the summary, but nothing else. */
    private static void assertTellsAsMuch(Workout serial, Workout summary) {
        assertThat(serial)
                .usingRecursiveComparison()
                .ignoringExpectedNullFields()
                .isEqualTo(summary);
    }

    private static SortedMap<LocalDate, ActivityDay> clean(SortedMap<LocalDate, Parts> days) {
        SortedMap<LocalDate, ActivityDay> clean = new TreeMap<>();
        days.forEach((date, parts) -> clean.put(
                date,
                ActivityCleaner.clean(new RawDay(
                        new DayKey(Person.ME, "fitbit", "activities", date),
                        FixtureCase.FETCHED_AT,
                        BERLIN,
                        FixtureCase.SYNCED_AT,
                        parts))));
        return clean;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "13, 13", "14, 13", "30, 13", "31, 14", "100, 16", "101, 17", "365, 28"})
    void knowsWhatARangeCosts(int days, int calls) {
        LocalDate from = LocalDate.of(2025, 1, 1);
        assertThat(activities.calls(new DateRange(from, from.plusDays(days - 1L))))
                .isEqualTo(calls);
    }

    @Test
    void takesTheCheaperWay() {
        LocalDate from = LocalDate.of(2024, 1, 1);
        int before = Faults.calls(WIRE);
        activities.fetch(Person.ME, new DateRange(from, from.plusDays(12)));
        assertThat(Faults.calls(WIRE) - before).isEqualTo(13);
        assertThat(Faults.calls(WIRE + "steps/date/2024-01-01/")).isZero();
        activities.fetch(Person.ME, new DateRange(from, from.plusDays(29)));
        assertThat(Faults.calls(WIRE) - before).isEqualTo(26);
        assertThat(Faults.calls(WIRE + "steps/date/2024-01-01/2024-01-30")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"floors, status-500", "heart, forbidden", "calories/, html", "list.json, rate-limited"})
    void losesTheFieldsOfAnOptionalCallOnly(String path, String fault) {
        Faults.on(WIRE + path, fault);
        DateRange range = new DateRange(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 20));
        SortedMap<LocalDate, Parts> days = series.fetch(Person.ME, range);
        String part = path.equals("list.json") ? "workouts" : path.replace("/", "");
        assertThat(days.values()).allSatisfy(parts -> {
            assertThat(parts.missing()).containsExactly(part);
            assertThat(parts.received()).hasSize(12);
        });
        assertThat(clean(days).values())
                .allMatch(day -> day.status() == DayStatus.PARTIAL)
                .anyMatch(day -> day.steps() != null);
    }

    @Test
    void asksForNothingElseWhenTheStepsCannotBeHad() {
        Faults.on(WIRE + "steps", "status-500");
        int before = Faults.calls(WIRE);
        DateRange range = new DateRange(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 20));
        assertThatThrownBy(() -> series.fetch(Person.ME, range)).isInstanceOf(UpstreamException.class);
        assertThat(Faults.calls(WIRE) - before).isEqualTo(1);
    }

    @Test
    void followsThePagesOfTheWorkouts() {
        int before = Faults.calls(WIRE + "list.json");
        // Every third day has a workout, so this is more than a page of a hundred.
        SortedMap<LocalDate, byte[]> days =
                workouts.fetch(Person.ME, new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31)));
        assertThat(Faults.calls(WIRE + "list.json") - before).isEqualTo(2);
        assertThat(days).hasSize(365);
        assertThat(days.values().stream().map(ActivitySeriesTest::text).filter(day -> day.contains("logId")))
                .hasSizeGreaterThan(100);
        assertThat(text(days.get(LocalDate.of(2023, 12, 31)))).startsWith("{\"activities\":[");
    }

    private static String text(byte @Nullable [] body) {
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void namesTheOneSummaryThatFailed() {
        Faults.on(WIRE + "date/2024-06-02", "status-500");
        SortedMap<LocalDate, Parts> days =
                summaries.fetch(Person.ME, new DateRange(LocalDate.of(2024, 6, 1), LocalDate.of(2024, 6, 3)));
        assertThat(days.values().stream().map(parts -> List.copyOf(parts.missing())))
                .containsExactly(List.of(), List.of("summary"), List.of());
    }
}
