package io.github.fitbitproxy.simulator.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Google Health API, "Filters" and "Error reference". */
class FilterParserTest {

    private static final LocalDate OLDEST = LocalDate.of(2020, 1, 1);
    private static final LocalDate NEWEST = LocalDate.of(2026, 12, 31);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sleep|sleep.interval.civil_end_time >= \"2026-11-03\" AND sleep.interval.civil_end_time < \"2026-11-04\"",
                "sleep|sleep.interval.end_time >= \"2026-11-03T05:00:00Z\"",
                "sleep|sleep.interval.end_time>=\"2026-11-03T05:00:00+01:00\" AND sleep.interval.end_time<\"2026-11-04T00:00:00Z\"",
                "sleep|sleep.interval.civil_end_time < \"2026-11-03\" OR sleep.interval.civil_end_time >= \"2026-11-04\"",
                "exercise|exercise.interval.civil_start_time >= \"2026-11-03T08:00:00\"",
                "steps|steps.interval.start_time >= \"2026-11-03T06:00:00Z\"",
                "steps|steps.interval.civil_start_time < \"2026-11-03\"",
                "heart-rate|heart_rate.sample_time.physical_time < \"2026-11-03T07:00:00Z\"",
                "heart-rate|heart_rate.sample_time.civil_time < \"2026-11-03T07:00:00\"",
                "daily-resting-heart-rate|daily_resting_heart_rate.date >= \"2026-11-03\"",
                "steps|''"
            })
    void understandsWhatTheReferenceShows(String type, String filter) {
        assertThat(reasons(type, filter)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sleep|sleep.interval.start_time >= \"2026-11-03T00:00:00Z\"|DATA_TYPE_MEMBER",
                "steps|steps.interval.end_time >= \"2026-11-03T00:00:00Z\"|DATA_TYPE_MEMBER",
                "exercise|exercise.interval.start_time >= \"2026-11-03T00:00:00Z\"|DATA_TYPE_MEMBER",
                "daily-resting-heart-rate|daily_resting_heart_rate.interval.start_time >= \"2026-11-03\"|DATA_TYPE_MEMBER",
                "daily-resting-heart-rate|daily-resting-heart-rate.date >= \"2026-11-03\"|DATA_TYPE_RESTRICTION",
                "daily-resting-heart-rate|dailyRestingHeartRate.date >= \"2026-11-03\"|DATA_TYPE_RESTRICTION",
                "steps|distance.interval.start_time >= \"2026-11-03T00:00:00Z\"|COLLECTION_MISMATCH",
                "steps|steps.interval.start_time > \"2026-11-03T00:00:00Z\"|RESTRICTION_COMPARATOR",
                "steps|steps.interval.start_time <= \"2026-11-03T00:00:00Z\"|RESTRICTION_COMPARATOR",
                "steps|steps.interval.start_time = \"2026-11-03T00:00:00Z\"|RESTRICTION_COMPARATOR",
                "steps|steps.interval.civil_start_time >= \"2026-11-03T00:00:00Z\"|RESTRICTION_COMPARABLE",
                "steps|steps.interval.start_time >= \"2026-11-03T00:00:00\"|RESTRICTION_COMPARABLE",
                "steps|steps.interval.start_time >= 3|RESTRICTION_COMPARABLE",
                "daily-resting-heart-rate|daily_resting_heart_rate.date >= \"2026-11-03T00:00:00\"|RESTRICTION_COMPARABLE",
                "steps|steps.interval.start_time >= \"2026-11-03T00:00:00Z\" OR steps.interval.start_time < \"2026-11-01T00:00:00Z\"|EXPRESSION_STRUCTURE",
                "steps|(steps.interval.start_time >= \"2026-11-03T00:00:00Z\")|EXPRESSION_STRUCTURE",
                "steps|steps.interval.start_time >=|UNEXPECTED_END_OF_INPUT",
                "steps|steps.interval.start_time >= \"2026-11-03T00:00:00Z\" AND|UNEXPECTED_END_OF_INPUT",
                "steps|steps.interval.start_time \"2026-11-03T00:00:00Z\"|MISSING_TOKEN",
                "steps|steps.interval.start_time >= \"2026-11-03T00:00:00Z\" steps|UNEXPECTED_TOKEN",
                "steps|& >= \"2026-11-03T00:00:00Z\"|SYNTAX",
                "sleep|sleep.interval.end_time >= \"2026-11-03T00:00:00Z\" AND sleep.interval.civil_end_time < \"2026-11-04\"|MIXED_TIME_RESTRICTIONS"
            })
    void saysWhatIsWrong(String type, String filter, String reason) {
        assertThat(reasons(type, filter)).isEqualTo("INVALID_DATA_POINT_FILTER_" + reason);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-03,2026-11-03", "2026-11-04,2026-11-03"})
    void refusesAnEmptyWindow(String from, String to) {
        assertThat(reasons(
                        "sleep",
                        "sleep.interval.civil_end_time >= \"%s\" AND sleep.interval.civil_end_time < \"%s\""
                                .formatted(from, to)))
                .isEqualTo("INVALID_TIME_RANGE");
    }

    @Test
    void namesEveryRestrictionThatIsWrongAndWhereTheFirstStands() {
        JsonNode error = error(
                "sleep", "sleep.interval.start_time >= \"2026-11-03\" AND sleep.interval.start_time < \"2026-11-04\"");

        assertThat(error.at("/error/details/0/reason").asText()).isEqualTo("INVALID_DATA_POINT_FILTER");
        assertThat(error.at("/error/details/0/metadata/detailedReasons").asText())
                .isEqualTo("INVALID_DATA_POINT_FILTER_DATA_TYPE_MEMBER,INVALID_DATA_POINT_FILTER_DATA_TYPE_MEMBER");
        assertThat(error.at("/error/details/1/fieldViolations/0/description").asText())
                .isEqualTo("Member 'sleep.interval.start_time' is not supported for filtering. (at line 1, column 1)");
    }

    @Test
    void comparesCivilTimesOnTheClockOfThePoint() throws ApiError {
        Filter filter = FilterParser.parse(
                type("sleep"),
                "sleep.interval.civil_end_time >= \"2026-11-03\" AND sleep.interval.civil_end_time < \"2026-11-04\"");

        assertThat(filter.holds(endingAt("2026-11-02T23:30:00Z", 1))).isTrue();
        assertThat(filter.holds(endingAt("2026-11-02T22:59:59Z", 1))).isFalse();
        assertThat(filter.holds(endingAt("2026-11-03T23:00:00Z", 1))).isFalse();
        assertThat(filter.holds(endingAt("2026-11-03T23:00:00Z", -5))).isTrue();
        assertThat(filter.notBefore(OLDEST)).isEqualTo("2026-11-01");
        assertThat(filter.notAfter(NEWEST)).isEqualTo("2026-11-06");
    }

    @Test
    void bindsAlternativesMoreTightly() throws ApiError {
        Filter filter = FilterParser.parse(
                type("sleep"),
                "sleep.interval.civil_end_time < \"2026-11-03\" OR sleep.interval.civil_end_time >= \"2026-11-05\""
                        + " AND sleep.interval.civil_end_time < \"2026-11-10\"");

        assertThat(filter.holds(endingAt("2026-11-01T06:00:00Z", 0))).isTrue();
        assertThat(filter.holds(endingAt("2026-11-04T06:00:00Z", 0))).isFalse();
        assertThat(filter.holds(endingAt("2026-11-06T06:00:00Z", 0))).isTrue();
        assertThat(filter.holds(endingAt("2026-11-11T06:00:00Z", 0))).isFalse();
    }

    private static Point endingAt(String end, int offsetHours) {
        Instant instant = Instant.parse(end);
        ZoneOffset offset = ZoneOffset.ofHours(offsetHours);
        return new Point(
                "1",
                LocalDate.EPOCH,
                instant.minusSeconds(28_800),
                offset,
                instant,
                offset,
                Json.object(),
                true,
                Json.object());
    }

    private static String reasons(String type, String filter) {
        return error(type, filter)
                .at("/error/details/0/metadata/detailedReasons")
                .asText();
    }

    private static JsonNode error(String type, String filter) {
        try {
            FilterParser.parse(type(type), filter);
            return Json.object();
        } catch (ApiError error) {
            assertThat(error.answer().status()).isEqualTo(400);
            return read(error.answer().body());
        }
    }

    private static DataType type(String path) {
        return DataType.ofPath(path).orElseThrow();
    }

    private static JsonNode read(byte[] json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
