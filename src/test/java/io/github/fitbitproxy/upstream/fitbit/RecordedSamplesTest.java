package io.github.fitbitproxy.upstream.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.BodyDay;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.HeartDay;
import io.github.fitbitproxy.model.HeartRateZone;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.SleepLog;
import io.github.fitbitproxy.model.Workout;
import io.github.fitbitproxy.support.Skip;
import io.github.fitbitproxy.upstream.FixtureCase;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Replies that nobody here invented, where they lie beside the repository. */
class RecordedSamplesTest {

    private static final Path SAMPLES = Path.of("../shared/samples/fitbit");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate NIGHT = LocalDate.of(2016, 12, 13);

    @BeforeAll
    static void needsTheRecordedReplies() {
        Skip.unless(Files.isDirectory(SAMPLES), "there are no recorded replies in " + SAMPLES);
    }

    @Test
    void cleansADayWithNightAndNap() throws Exception {
        SleepDay day = SleepCleaner.clean(raw("sleep", NIGHT, SleepCleaner.SLEEP, sample("sleep-date.json")));

        assertThat(day).isEqualTo(nightAndNap());
    }

    @Test
    void cleansTheSameDayFromARange() throws Exception {
        SortedMap<LocalDate, byte[]> days = RangeSlicer.sleep(
                sample("sleep-date-range.json"), new DateRange(NIGHT.minusDays(1), NIGHT.plusDays(1)));

        assertThat(SleepCleaner.clean(raw("sleep", NIGHT, SleepCleaner.SLEEP, days.get(NIGHT))))
                .isEqualTo(nightAndNap());
        SleepDay before =
                SleepCleaner.clean(raw("sleep", NIGHT.minusDays(1), SleepCleaner.SLEEP, days.get(NIGHT.minusDays(1))));
        assertThat(before.logs()).isEmpty();
        assertThat(before.status()).isEqualTo(DayStatus.FINAL);
    }

    @Test
    void cleansADayWithoutSleep() throws Exception {
        SleepDay day =
                SleepCleaner.clean(raw("sleep", NIGHT, SleepCleaner.SLEEP, sample("sleep-date-empty-sleep-list.json")));

        assertThat(day.totalMinutesAsleep()).isNull();
        assertThat(day.naps()).isNull();
        assertThat(day.status()).isEqualTo(DayStatus.FINAL);
    }

    @Test
    void cutsARangeWithoutSleep() throws Exception {
        DateRange range = new DateRange(NIGHT, NIGHT.plusDays(9));

        assertThat(RangeSlicer.sleep(sample("sleep-date-range-empty-sleep-list.json"), range))
                .hasSize(10)
                .allSatisfy((day, slice) ->
                        assertThat(new String(slice, StandardCharsets.UTF_8)).isEqualTo("{\"sleep\":[]}"));
    }

    @Test
    void cleansADayWithThreeWorkouts() throws Exception {
        ActivityDay day = activities(LocalDate.of(2015, 6, 23), "activities-date-multiple-in-activities-list.json");

        assertThat(day.steps()).isEqualTo(15242);
        assertThat(day.distanceMeters()).isEqualTo(12870);
        assertThat(day.caloriesOut()).isEqualTo(1218);
        assertThat(day.minutesLightlyActive()).isEqualTo(72);
        assertThat(day.minutesVeryActive()).isEqualTo(24);
        assertThat(day.heartRateZones()).isNull();
        assertThat(day.floors()).isNull();
        assertThat(day.goals()).isEqualTo(new ActivityDay.Goals(10000, 8050, null, 2859, 30));
        assertThat(day.workouts())
                .containsExactly(
                        new Workout("253246706", "Swimming", at("2015-06-23T10:00-04:00"), null, 0, null, null, null),
                        new Workout("253202765", "Run", at("2015-06-23T11:55-04:00"), 24, 6761, 6437, 150, null),
                        new Workout("253202766", "Walk", null, 60, 8481, 6437, 200, null));
    }

    @Test
    void cleansADayWithOneWorkoutAndNoGoals() throws Exception {
        ActivityDay day = activities(LocalDate.of(2014, 6, 19), "activities-date-single-in-activities-list.json");

        assertThat(day.distanceMeters()).isEqualTo(7320);
        assertThat(day.goals()).isNull();
        assertThat(day.workouts())
                .containsExactly(
                        new Workout("79441095", "Walk", at("2014-06-19T09:00-04:00"), 60, 5000, 3360, 128, null));
    }

    @Test
    void cleansADayWithoutWorkouts() throws Exception {
        ActivityDay day = activities(LocalDate.of(2015, 6, 23), "activities-date-empty-activities-list.json");

        assertThat(day.steps()).isEqualTo(12517);
        assertThat(day.caloriesBmr()).isEqualTo(1240);
        assertThat(day.workouts()).isEmpty();
        assertThat(day.status()).isEqualTo(DayStatus.FINAL);
    }

    @Test
    void readsTimeSeries() throws Exception {
        LocalDate second = LocalDate.of(2015, 8, 24);
        byte[] steps = RangeSlicer.timeSeries(
                        sample("activities-steps-timeseries.json"), new DateRange(second, second.plusDays(1)))
                .get(second);

        assertThat(ActivityCleaner.clean(raw("activities", second, "steps", steps))
                        .steps())
                .isEqualTo(2937);
        LocalDate intraday = LocalDate.of(2015, 8, 21);
        byte[] detailed = sample("activities-steps-1d-1m-intraday.json");
        assertThat(ActivityCleaner.clean(raw("activities", intraday, "steps", detailed))
                        .steps())
                .isEqualTo(3212);
    }

    @Test
    void readsZonesOfAnIntradayReply() throws Exception {
        byte[] heart = sample("activities-heart-1d-1m-intraday.json");
        ActivityDay day = ActivityCleaner.clean(raw("activities", LocalDate.of(2015, 8, 21), "heart", heart));

        assertThat(day.heartRateZones())
                .containsExactly(
                        new HeartRateZone("outOfRange", 30, 94, 2, 2.3246),
                        new HeartRateZone("fatBurn", 94, 132, 0, 0.0),
                        new HeartRateZone("cardio", 132, 160, 0, 0.0),
                        new HeartRateZone("peak", 160, 220, 0, 0.0));
    }

    @Test
    void readsTheHeartOfAnIntradayReply() throws Exception {
        byte[] heart = sample("activities-heart-1d-1m-intraday.json");
        HeartDay day = HeartCleaner.clean(raw("heart", LocalDate.of(2015, 8, 21), HeartCleaner.HEART, heart));

        assertThat(day.restingHeartRate()).isNull();
        assertThat(day.heartRateZones()).first().isEqualTo(new HeartRateZone("outOfRange", 30, 94, 2, 2.3246));
        assertThat(day.status()).isEqualTo(DayStatus.FINAL);
    }

    @Test
    void readsWeighingsFromARange() throws Exception {
        DateRange range = new DateRange(LocalDate.of(2015, 5, 12), LocalDate.of(2015, 5, 31));
        SortedMap<LocalDate, byte[]> days =
                RangeSlicer.metric(sample("body-log-weight.json"), BodyCleaner.WEIGHT, "date", range);

        assertThat(days).hasSize(20);
        LocalDate weighed = LocalDate.of(2015, 5, 13);
        BodyDay day = BodyCleaner.clean(raw("body", weighed, BodyCleaner.WEIGHT, days.get(weighed)));
        assertThat(day.weightKilograms()).isEqualTo(56.7);
        assertThat(day.fatPercent()).isNull();
        assertThat(day.measurements())
                .containsExactly(new BodyDay.Measurement(at("2015-05-13T18:28:59-04:00"), 56.7, null, 21.48, null));
        LocalDate not = LocalDate.of(2015, 5, 12);
        assertThat(BodyCleaner.clean(raw("body", not, BodyCleaner.WEIGHT, days.get(not)))
                        .measurements())
                .isEmpty();
    }

    private static SleepDay nightAndNap() {
        OffsetDateTime start = at("2016-12-13T01:16-05:00");
        OffsetDateTime end = at("2016-12-13T03:14-05:00");
        SleepLog night = new SleepLog(
                "13211507000",
                true,
                SleepLog.Type.CLASSIC,
                start,
                end,
                112,
                6,
                118,
                95,
                null,
                new SleepLog.Classic(112, 6, 0));
        SleepLog nap = new SleepLog(
                "13214029456",
                false,
                SleepLog.Type.CLASSIC,
                at("2016-12-13T09:59-05:00"),
                at("2016-12-13T11:02:30-05:00"),
                63,
                0,
                63,
                100,
                null,
                new SleepLog.Classic(63, 0, 0));
        return new SleepDay(
                NIGHT,
                DayStatus.FINAL,
                112,
                6,
                118,
                0,
                175,
                95,
                95,
                start,
                end,
                null,
                new SleepDay.Naps(1, 63),
                List.of(night, nap),
                "fitbit",
                FixtureCase.FETCHED_AT,
                FixtureCase.SYNCED_AT);
    }

    private static ActivityDay activities(LocalDate date, String sample) throws Exception {
        return ActivityCleaner.clean(raw("activities", date, ActivityCleaner.SUMMARY, sample(sample)));
    }

    private static RawDay raw(String kind, LocalDate date, String part, byte[] body) {
        return FixtureCase.raw("fitbit", kind, date, ZONE, Parts.of(part, body));
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(SAMPLES.resolve(name));
    }

    private static OffsetDateTime at(String time) {
        return OffsetDateTime.parse(time);
    }
}
