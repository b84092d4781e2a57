package io.github.fitbitproxy.upstream.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.DateRange;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataPointCallsTest {

    private static final DateRange END_OF_YEAR = new DateRange(LocalDate.of(2026, 12, 30), LocalDate.of(2026, 12, 31));

    @ParameterizedTest
    @CsvSource({
        "SLEEP, sleep.interval.civil_end_time",
        "EXERCISE, exercise.interval.civil_start_time",
        "DAILY_RESTING_HEART_RATE, daily_resting_heart_rate.date",
        "DAILY_HEART_RATE_ZONES, daily_heart_rate_zones.date",
        "DAILY_VO2_MAX, daily_vo2_max.date",
        "WEIGHT, weight.sample_time.civil_time",
        "BODY_FAT, body_fat.sample_time.civil_time"
    })
    void asksForWholeDaysOfTheWearer(DataType type, String member) {
        assertThat(DataPointCalls.filter(type, END_OF_YEAR))
                .isEqualTo(member + " >= \"2026-12-30\" AND " + member + " < \"2027-01-01\"");
    }

    @Test
    void endsARollUpBeforeTheDayAfter() {
        assertThat(DataPointCalls.rollUpOf(END_OF_YEAR))
                .isEqualTo("{\"range\":{\"start\":{\"date\":{\"year\":2026,\"month\":12,\"day\":30}},"
                        + "\"end\":{\"date\":{\"year\":2027,\"month\":1,\"day\":1}}},\"windowSizeDays\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "STEPS, steps, steps",
        "TIME_IN_HEART_RATE_ZONE, time-in-heart-rate-zone, timeInHeartRateZone",
        "DAILY_RESTING_HEART_RATE, daily-resting-heart-rate, dailyRestingHeartRate",
        "DAILY_VO2_MAX, daily-vo2-max, dailyVo2Max",
        "BODY_FAT, body-fat, bodyFat"
    })
    void spellsATypeAsEachPlaceWantsIt(DataType type, String path, String member) {
        assertThat(type.path()).isEqualTo(path);
        assertThat(type.member()).isEqualTo(member);
    }
}
