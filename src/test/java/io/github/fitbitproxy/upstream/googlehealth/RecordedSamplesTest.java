package io.github.fitbitproxy.upstream.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.BodyDay;
import io.github.fitbitproxy.model.BodyDay.Measurement;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.Stages;
import io.github.fitbitproxy.model.VitalsDay;
import io.github.fitbitproxy.model.VitalsDay.OxygenSaturation;
import io.github.fitbitproxy.model.Workout;
import io.github.fitbitproxy.support.Skip;
import io.github.fitbitproxy.upstream.FixtureCase;
import io.github.fitbitproxy.upstream.Parts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Data points that nobody here invented, where they lie beside the repository. */
class RecordedSamplesTest {

    private static final Path SAMPLES = Path.of("../shared/samples/google-health");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @BeforeAll
    static void needsTheRecordedReplies() {
        Skip.unless(Files.isDirectory(SAMPLES), "there are no recorded replies in " + SAMPLES);
    }

    @Test
    void cleansAStagedNight() throws Exception {
        LocalDate date = LocalDate.of(2026, 8, 6);
        SleepDay day = SleepCleaner.clean(FixtureCase.raw(
                "google-health", "sleep", date, ZONE, Parts.of(DataType.SLEEP.path(), point("sleep_stages.json"))));

        assertThat(day.status()).isEqualTo(DayStatus.FINAL);
        assertThat(day.startTime()).isEqualTo(OffsetDateTime.parse("2026-08-05T21:30:00-04:00"));
        assertThat(day.endTime()).isEqualTo(OffsetDateTime.parse("2026-08-06T07:07:00-04:00"));
        assertThat(day.minutesInBed()).isEqualTo(577);
        assertThat(day.minutesToFallAsleep()).isNull();
        assertThat(day.reportedEfficiency()).isNull();
        // The summary says 53, 382, 134 and 7: cut off, and short wakes counted as sleep.
        assertThat(day.stages()).isEqualTo(new Stages(54, 357, 134, 33));
        assertThat(day.minutesAwake()).isEqualTo(33);
        assertThat(day.minutesAsleep()).isBetween(577 - 33 - 1, 577 - 33 + 1);
        assertThat(day.logs()).singleElement().satisfies(log -> {
            assertThat(log.id()).isEqualTo("7821966286120953736");
            assertThat(log.mainSleep()).isTrue();
        });
    }

    @Test
    void cleansAWalk() throws Exception {
        ActivityDay day = activities(LocalDate.of(2026, 8, 5), DataType.EXERCISE, "exercise_walking.json");

        assertThat(day.workouts())
                .containsExactly(new Workout(
                        "6661252888799707592",
                        "Walk",
                        OffsetDateTime.parse("2026-08-05T10:26:33-04:00"),
                        17,
                        1606,
                        1284,
                        130,
                        80));
    }

    @Test
    void cleansARestingHeartRate() throws Exception {
        LocalDate date = LocalDate.of(2026, 8, 6);
        DataType type = DataType.DAILY_RESTING_HEART_RATE;

        assertThat(activities(date, type, "daily_resting_heart_rate.json").restingHeartRate())
                .isEqualTo(53);
        assertThat(activities(date.plusDays(1), type, "daily_resting_heart_rate.json")
                        .restingHeartRate())
                .isNull();
    }

    @Test
    void cleansAnOxygenSaturation() throws Exception {
        VitalsDay night = VitalsCleaner.clean(FixtureCase.raw(
                "google-health",
                "vitals",
                LocalDate.of(2026, 8, 6),
                ZONE,
                Parts.of(DataType.DAILY_OXYGEN_SATURATION.path(), point("daily_oxygen_saturation.json"))));

        assertThat(night.oxygenSaturation()).isEqualTo(new OxygenSaturation(99.3, 97.9, 100.0));
    }

    @Test
    void cleansAWeighing() throws Exception {
        BodyDay day = BodyCleaner.clean(FixtureCase.raw(
                "google-health",
                "body",
                LocalDate.of(2026, 8, 7),
                ZONE,
                Parts.of(DataType.WEIGHT.path(), point("weight_manual.json"))));

        assertThat(day.measurements())
                .containsExactly(new Measurement(
                        OffsetDateTime.parse("2026-08-07T10:46:22-04:00"), 87.09, null, null, "MANUAL"));
        assertThat(day.weightKilograms()).isEqualTo(87.09);
    }

    private static ActivityDay activities(LocalDate date, DataType type, String sample) throws Exception {
        return ActivityCleaner.clean(
                FixtureCase.raw("google-health", "activities", date, ZONE, Parts.of(type.path(), point(sample))));
    }

    private static byte[] point(String name) throws IOException {
        return ("{\"dataPoints\":[" + Files.readString(SAMPLES.resolve(name)) + "]}").getBytes(StandardCharsets.UTF_8);
    }
}
