package io.github.fitbitproxy.upstream.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.BodyDay;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.support.Skip;
import io.github.fitbitproxy.upstream.FixtureCase;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every name that is read or called, against the vendor's own description of the API, where it lies beside the repository. */
class DiscoveryTest {

    private static final Path DISCOVERY = Path.of("../shared/reference/google-health-v4.discovery.json");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    private static JsonNode discovery;
    private static DiscoveredMessages messages;

    @BeforeAll
    static void read() throws Exception {
        Skip.unless(Files.isRegularFile(DISCOVERY), "there is no " + DISCOVERY);
        discovery = LenientJson.object(Files.readAllBytes(DISCOVERY));
        messages = new DiscoveredMessages(discovery.path("schemas"));
    }

    @Test
    void readsNoFieldOfSleepThatDoesNotExist() {
        JsonNode point = messages.sample("DataPoint");
        assertThat(SleepPointReader.read(point, ZoneOffset.UTC)).isNotNull();
        assertThat(DataType.SLEEP.date(point, ZoneOffset.UTC)).isNotNull();
        assertThat(DataPoints.isTracked(point)).isFalse();
        SleepStages.stated(point.path("sleep").path("summary"), null);
        Pages.nextToken(messages.sample("ListDataPointsResponse"));

        assertThat(messages.read())
                .contains("Sleep.shortAwakenings", "SleepStage.endTime", "SleepSummary.minutesInSleepPeriod")
                .contains("SleepMetadata.processed", "StageSummary.minutes", "DataSource.platform");
        assertThat(messages.unknown()).isEmpty();
    }

    @Test
    void readsNoFieldOfActivityThatDoesNotExist() {
        assertThat(ActivityCleaner.day(raw("activities"), samples(ActivityCleaner.TYPES)))
                .hasNoNullFieldsOrPropertiesExcept("goals");
        assertThat(messages.read())
                .contains(
                        "StepsRollupValue.countSum",
                        "TimeInHeartRateZoneValue.duration",
                        "HeartRateZone.maxBeatsPerMinute")
                .contains("MetricsSummary.distanceMillimeters", "ActiveZoneMinutesRollupValue.sumInPeakHeartZone");
        assertThat(messages.unknown()).isSubsetOf("ReconciledDataPoint.dataSource", "DailyRollupDataPoint.dataSource");
    }

    @Test
    void readsNoFieldOfTheHeartThatDoesNotExist() {
        assertThat(HeartCleaner.day(raw("heart"), samples(HeartCleaner.TYPES))).hasNoNullFieldsOrProperties();
        assertThat(messages.read())
                .contains(
                        "DailyRestingHeartRate.beatsPerMinute",
                        "DailyHeartRateVariability.averageHeartRateVariabilityMilliseconds",
                        "DailyHeartRateVariability.deepSleepRootMeanSquareOfSuccessiveDifferencesMilliseconds");
        assertThat(messages.unknown()).isSubsetOf("ReconciledDataPoint.dataSource", "DailyRollupDataPoint.dataSource");
    }

    @Test
    void readsNoFieldOfTheBodyThatDoesNotExist() {
        BodyDay day = BodyCleaner.day(raw("body"), samples(BodyCleaner.TYPES));
        assertThat(day).hasNoNullFieldsOrPropertiesExcept("bmi");
        assertThat(day.measurements())
                .singleElement()
                .satisfies(one -> assertThat(one).hasNoNullFieldsOrPropertiesExcept("bmi"));
        assertThat(messages.read())
                .contains("Weight.weightGrams", "BodyFat.percentage", "ObservationSampleTime.physicalTime")
                .contains("Device.displayName", "DataSource.recordingMethod", "Application.packageName");
        assertThat(messages.unknown()).isEmpty();
    }

    @Test
    void readsNoFieldOfVitalSignsThatDoesNotExist() {
        assertThat(VitalsCleaner.day(raw("vitals"), samples(VitalsCleaner.TYPES)))
                .hasNoNullFieldsOrProperties();
        assertThat(messages.read())
                .contains("DailyOxygenSaturation.lowerBoundPercentage", "DailyRespiratoryRate.breathsPerMinute")
                .contains("DailySleepTemperatureDerivations.baselineTemperatureCelsius", "DailyVO2Max.vo2Max");
        assertThat(messages.unknown()).isEmpty();
    }

    private static RawDay raw(String kind) {
        return FixtureCase.raw("google-health", kind, DAY, ZoneOffset.UTC, new Parts(new TreeMap<>(), new TreeSet<>()));
    }

    private static DayPoints samples(List<DataType> types) {
        Map<DataType, List<JsonNode>> points = new EnumMap<>(DataType.class);
        for (DataType type : types) {
            JsonNode point = messages.sample(
                    switch (type.method()) {
                        case DAILY_ROLL_UP -> "DailyRollupDataPoint";
                        case LIST -> "DataPoint";
                        case RECONCILE -> "ReconciledDataPoint";
                    });
            assertThat(type.date(point, ZoneOffset.UTC)).as(type.path()).isNotNull();
            points.put(type, List.of(point));
        }
        return new DayPoints(points, true);
    }

    @Test
    void readsNoFieldOfTheWearerThatDoesNotExist() {
        WearerCleaner.profile(messages.sample("Settings"));
        assertThat(WearerCleaner.devices(messages.sample("ListPairedDevicesResponse")))
                .isNotEmpty();

        assertThat(messages.read()).contains("Settings.timeZone", "Settings.utcOffset", "PairedDevice.lastSyncTime");
        assertThat(messages.unknown()).isEmpty();
    }

    @Test
    void asksWithFieldsThatExist() {
        JsonNode range =
                LenientJson.value(DataPointCalls.rollUpOf(DateRange.of(DAY)).getBytes(StandardCharsets.UTF_8));
        messages.check("DailyRollUpDataPointsRequest", range);
        assertThat(messages.read()).contains("CivilTimeInterval.end", "Date.month");
        assertThat(messages.unknown()).isEmpty();
    }

    @Test
    void asksForScopesThatExist() {
        Set<String> scopes = new TreeSet<>();
        discovery.path("auth").path("oauth2").path("scopes").fieldNames().forEachRemaining(scopes::add);
        assertThat(scopes).containsAll(GoogleHealthSettings.SCOPES);
    }
}
