package io.github.fitbitproxy.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.BodyDay;
import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Day;
import io.github.fitbitproxy.model.HeartDay;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.SleepLog;
import io.github.fitbitproxy.model.VitalsDay;
import io.github.fitbitproxy.model.VitalsDay.CardioFitness;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.support.ConnectedWearers;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dashboards notice nothing of a change of clouds: the same days of the same wearers, told by either. */
@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class SameDaysTest {

    @Inject
    Sources sources;

    @Inject
    Grants grants;

    @Inject
    MovableClock clock;

    private ConnectedWearers wearers;

    @BeforeEach
    void connect() {
        wearers = new ConnectedWearers(grants);
        clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void disconnect() {
        wearers.close();
    }

    /** Staged nights with naps, classic ones, journeys, and a change of clocks in each hemisphere's autumn and spring. */
    @ParameterizedTest
    @CsvSource({
        "1, 2026-10-20, 2026-11-02, Europe/Berlin, 12",
        "1, 2026-03-22, 2026-04-04, Europe/Berlin, 12",
        "2, 2026-10-26, 2026-11-08, America/New_York, 12",
        "3, 2026-10-20, 2026-11-02, Europe/Berlin, 12",
        "4, 2026-11-01, 2026-11-14, Europe/Berlin, 12"
    })
    void tellSameNights(int wearer, LocalDate from, LocalDate to, ZoneId zone, int least) {
        DateRange range = new DateRange(from, to);
        List<SleepDay> fitbit = days(wearers.onFitbit(wearer), ConnectedWearers.FITBIT, SleepDay.KIND, range, zone);
        List<SleepDay> google =
                days(wearers.onGoogleHealth(wearer), ConnectedWearers.GOOGLE_HEALTH, SleepDay.KIND, range, zone);

        assertThat(fitbit.stream().filter(SleepDay::hasFigures).count()).isGreaterThanOrEqualTo(least);
        for (int i = 0; i < fitbit.size(); i++) {
            assertSameNight(google.get(i), fitbit.get(i));
        }
    }

    private static void assertSameNight(SleepDay google, SleepDay fitbit) {
        assertThat(google)
                .as("%s", fitbit.date())
                .usingRecursiveComparison()
                .ignoringFields(
                        "upstream",
                        "fetchedAt",
                        "startTime",
                        "endTime",
                        "minutesToFallAsleep",
                        "reportedEfficiency",
                        "logs")
                .isEqualTo(fitbit);
        assertThat(google.minutesToFallAsleep()).isNull();
        assertThat(google.logs()).as("logs of %s", fitbit.date()).hasSameSizeAs(fitbit.logs());
        for (int i = 0; i < fitbit.logs().size(); i++) {
            SleepLog told = fitbit.logs().get(i);
            SleepLog same = google.logs().get(i);
            assertThat(same)
                    .as("log %s of %s", i, fitbit.date())
                    .usingRecursiveComparison()
                    .ignoringFields("id", "startTime", "endTime")
                    .isEqualTo(told);
            assertSameMoment(same.startTime(), told.startTime(), told.type());
            assertSameMoment(same.endTime(), told.endTime(), told.type());
        }
    }

    /**
     * Google's offset is the one that held; Fitbit's is read in the wearer's present zone. Abroad the clock is the same then, at
     * home the moment. Classic logs end within half a minute.
     */
    private static void assertSameMoment(
            @Nullable OffsetDateTime google, @Nullable OffsetDateTime fitbit, SleepLog.@Nullable Type type) {
        assertThat(google).isNotNull();
        assertThat(fitbit).isNotNull();
        long apart = Math.min(
                Duration.between(google, fitbit).abs().toSeconds(),
                Duration.between(google.toLocalDateTime(), fitbit.toLocalDateTime())
                        .abs()
                        .toSeconds());
        assertThat(apart).isLessThanOrEqualTo(type == SleepLog.Type.STAGES ? 0 : 30);
    }

    /** Thirteen days, for which Fitbit gives daily summaries: its time series tell 0 where there is no altimeter. */
    @ParameterizedTest
    @CsvSource({
        "1, 2026-10-20, 2026-11-01, Europe/Berlin, 8",
        "2, 2026-10-26, 2026-11-07, America/New_York, 8",
        "3, 2026-10-20, 2026-11-01, Europe/Berlin, 8"
    })
    void tellSameActivity(int wearer, LocalDate from, LocalDate to, ZoneId zone, int least) {
        DateRange range = new DateRange(from, to);
        List<ActivityDay> fitbit =
                days(wearers.onFitbit(wearer), ConnectedWearers.FITBIT, ActivityDay.KIND, range, zone);
        List<ActivityDay> google =
                days(wearers.onGoogleHealth(wearer), ConnectedWearers.GOOGLE_HEALTH, ActivityDay.KIND, range, zone);

        int told = 0;
        for (int i = 0; i < fitbit.size(); i++) {
            told += assertSameFigures(google.get(i), fitbit.get(i)) ? 1 : 0;
        }
        assertThat(told).isGreaterThanOrEqualTo(least);
    }

    /** Every figure that both have, but for the energy of active minutes, of which only Fitbit's holds the basal part. */
    private static boolean assertSameFigures(ActivityDay google, ActivityDay fitbit) {
        assertThat(google.steps() == null).as("steps of %s", fitbit.date()).isEqualTo(fitbit.steps() == null);
        assertThat(figures(google)).as("%s", fitbit.date()).isEqualTo(figures(fitbit));
        assertThat(google.status()).isEqualTo(fitbit.status());
        assertThat(google.goals()).isNull();
        assertThat(google.workouts()).as("workouts of %s", fitbit.date()).hasSameSizeAs(fitbit.workouts());
        return fitbit.steps() != null;
    }

    private static List<@Nullable Object> figures(ActivityDay day) {
        List<@Nullable Object> figures = new ArrayList<>();
        figures.add(day.steps());
        figures.add(day.distanceMeters());
        figures.add(day.floors());
        figures.add(day.elevationMeters());
        figures.add(day.caloriesOut());
        figures.add(day.caloriesBmr());
        figures.add(day.minutesSedentary());
        figures.add(day.minutesLightlyActive());
        figures.add(day.minutesFairlyActive());
        figures.add(day.minutesVeryActive());
        figures.add(day.restingHeartRate());
        figures.add(day.heartRateZones());
        return figures;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-10-05, 2026-11-01, Europe/Berlin, 20",
        "4, 2026-10-05, 2026-11-01, Europe/Berlin, 20",
        "2, 2026-10-05, 2026-11-01, America/New_York, 0"
    })
    void tellSameHeart(int wearer, LocalDate from, LocalDate to, ZoneId zone, int least) {
        DateRange range = new DateRange(from, to);
        List<HeartDay> fitbit = days(wearers.onFitbit(wearer), ConnectedWearers.FITBIT, HeartDay.KIND, range, zone);
        List<HeartDay> google =
                days(wearers.onGoogleHealth(wearer), ConnectedWearers.GOOGLE_HEALTH, HeartDay.KIND, range, zone);

        assertThat(fitbit.stream().filter(HeartDay::hasFigures).count()).isGreaterThanOrEqualTo(least);
        for (int i = 0; i < fitbit.size(); i++) {
            assertSame(google.get(i), fitbit.get(i), fitbit.get(i).hasFigures() ? "upstream" : "heartRateZones");
        }
    }

    /** Google tells one number where Fitbit tells a span, and says nothing of the source of a weighing but the device. */
    @ParameterizedTest
    @CsvSource({
        "1, 2026-10-05, 2026-11-01, Europe/Berlin, 20",
        "3, 2026-10-19, 2026-11-01, Europe/Berlin, 10",
        "2, 2026-10-05, 2026-11-01, America/New_York, 0"
    })
    void tellSameVitals(int wearer, LocalDate from, LocalDate to, ZoneId zone, int least) {
        DateRange range = new DateRange(from, to);
        List<VitalsDay> fitbit = days(wearers.onFitbit(wearer), ConnectedWearers.FITBIT, VitalsDay.KIND, range, zone);
        List<VitalsDay> google =
                days(wearers.onGoogleHealth(wearer), ConnectedWearers.GOOGLE_HEALTH, VitalsDay.KIND, range, zone);

        assertThat(fitbit.stream().filter(day -> day.oxygenSaturation() != null).count())
                .isGreaterThanOrEqualTo(least);
        for (int i = 0; i < fitbit.size(); i++) {
            assertSame(google.get(i), fitbit.get(i), "cardioFitness");
            CardioFitness span = fitbit.get(i).cardioFitness();
            CardioFitness number = google.get(i).cardioFitness();
            assertThat(number == null).as("%s", fitbit.get(i).date()).isEqualTo(span == null);
            if (number != null) {
                assertThat(number.vo2MaxLow())
                        .isEqualTo(number.vo2MaxHigh())
                        .isBetween(span.vo2MaxLow(), span.vo2MaxHigh());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-10-05, 2026-11-01, Europe/Berlin, 10",
        "2, 2026-10-05, 2026-11-01, America/New_York, 2",
        "4, 2026-10-05, 2026-11-01, Europe/Berlin, 3"
    })
    void tellSameWeighings(int wearer, LocalDate from, LocalDate to, ZoneId zone, int least) {
        DateRange range = new DateRange(from, to);
        List<BodyDay> fitbit = days(wearers.onFitbit(wearer), ConnectedWearers.FITBIT, BodyDay.KIND, range, zone);
        List<BodyDay> google =
                days(wearers.onGoogleHealth(wearer), ConnectedWearers.GOOGLE_HEALTH, BodyDay.KIND, range, zone);

        assertThat(fitbit.stream().filter(BodyDay::hasFigures).count()).isGreaterThanOrEqualTo(least);
        for (int i = 0; i < fitbit.size(); i++) {
            assertSame(google.get(i), fitbit.get(i), "bmi", "measurements.bmi", "measurements.source");
            assertThat(google.get(i).bmi()).isNull();
        }
    }

    private static void assertSame(Day<?> google, Day<?> fitbit, String... butFor) {
        assertThat(google)
                .as("%s", fitbit.date())
                .usingRecursiveComparison()
                .ignoringFields("upstream", "fetchedAt")
                .ignoringFields(butFor)
                .isEqualTo(fitbit);
    }

    private <T extends Day<T>> List<T> days(
            Person person, String upstream, DataKind<T> kind, DateRange range, ZoneId zone) {
        DaySource<?> source = sources.days(upstream, kind.name()).orElseThrow();
        SortedMap<LocalDate, Parts> parts = source.fetch(person, range);
        assertThat(parts.keySet()).containsExactlyElementsOf(range.stream().toList());
        return parts.entrySet().stream()
                .map(day -> new RawDay(
                        new DayKey(person, upstream, kind.name(), day.getKey()),
                        clock.instant(),
                        zone,
                        null,
                        Objects.requireNonNull(day.getValue())))
                .map(raw -> kind.type().cast(source.clean(raw)))
                .toList();
    }
}
