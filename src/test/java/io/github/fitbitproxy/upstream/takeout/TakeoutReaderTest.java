package io.github.fitbitproxy.upstream.takeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.BodyDay;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.HeartDay;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.SleepLog;
import io.github.fitbitproxy.model.VitalsDay;
import io.github.fitbitproxy.support.TakeoutArchive;
import io.github.fitbitproxy.support.TakeoutArchive.Layout;
import io.github.fitbitproxy.support.TakeoutArchive.Log;
import io.github.fitbitproxy.support.TakeoutArchive.Told;
import io.github.fitbitproxy.upstream.ArchiveException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole exports, invented, against what they say themselves. */
class TakeoutReaderTest {

    private static final LocalDate FROM = LocalDate.parse("2024-02-10");
    private static final LocalDate TO = LocalDate.parse("2024-03-25");

    @TempDir
    Path folder;

    private TakeoutArchive archive(String zone) {
        return TakeoutArchive.of(FROM.toString(), TO.toString(), zone);
    }

    private ReadArchive read(TakeoutArchive archive) {
        return ReadArchive.of(archive.zip(folder.resolve("takeout.zip")));
    }

    @Test
    void countsTheMinutesOfEveryLogAsTheExportStatesThem() {
        TakeoutArchive archive = archive("Europe/Berlin");
        ReadArchive read = read(archive);

        assertThat(archive.logs()).hasSizeGreaterThan(40);
        for (Log log : archive.logs()) {
            SleepLog ours = read.sleep(log.date()).logs().stream()
                    .filter(candidate -> candidate.id().equals(String.valueOf(log.id())))
                    .findFirst()
                    .orElseThrow();
            assertThat(ours.minutesAsleep()).as("asleep %s", log).isEqualTo(log.asleep());
            assertThat(ours.minutesAwake()).as("awake %s", log).isEqualTo(log.awake());
            assertThat(ours.minutesInBed()).as("in bed %s", log).isEqualTo(log.inBed());
            assertThat(ours.mainSleep()).as("main %s", log).isEqualTo(log.main());
            if (log.type().equals("stages")) {
                assertThat(List.of(
                                ours.stages().deep(),
                                ours.stages().light(),
                                ours.stages().rem(),
                                ours.stages().wake()))
                        .as("stages %s", log)
                        .isEqualTo(log.stages());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "Pacific/Kiritimati", "America/St_Johns", "America/Los_Angeles", "UTC"})
    void addsUpTheMinutesOfTheWearersOwnDays(String zone) {
        TakeoutArchive archive = archive(zone);
        ReadArchive read = read(archive);

        assertThat(read.activityDays().firstKey()).isEqualTo(FROM);
        assertThat(read.activityDays().lastKey()).isEqualTo(TO);
        archive.told().forEach((date, told) -> assertTells(read.activities(date), told, date));
    }

    private static void assertTells(ActivityDay day, Told told, LocalDate date) {
        if (TakeoutArchive.isFiller(date)) {
            assertThat(day.hasFigures()).as(date.toString()).isFalse();
            return;
        }
        assertThat(day.steps()).as("steps of %s", date).isEqualTo(told.steps());
        assertThat(day.distanceMeters()).as("distance of %s", date).isEqualTo(Math.round(told.centimetres() / 100f));
        assertThat(day.floors()).as("floors of %s", date).isEqualTo(told.floors());
        assertThat(day.elevationMeters()).isEqualTo(Math.round(told.floors() * 304.8) / 100.0);
        assertThat(day.minutesSedentary()).isEqualTo(told.sedentary());
        assertThat(day.minutesVeryActive()).as("very active of %s", date).isEqualTo(told.veryActive());
        assertThat(day.restingHeartRate()).isEqualTo(told.restingHeartRate());
        assertThat(day.activeZoneMinutes()).isEqualTo(3);
        assertThat(day.caloriesOut()).isBetween(1600, 4000);
        assertThat(day.caloriesBmr()).isNull();
        assertThat(day.goals()).isNull();
        assertThat(day.heartRateZones())
                .extracting(zone -> zone.name() + "=" + zone.minutes())
                .containsExactly("outOfRange=1180", "fatBurn=210", "cardio=22", "peak=3");
        assertThat(day.upstream()).isEqualTo("takeout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "Pacific/Kiritimati", "America/Los_Angeles"})
    void tellsTheHeartAndTheNightOfTheWearersOwnDays(String zone) {
        TakeoutArchive archive = archive(zone);
        ReadArchive read = read(archive);

        archive.told().forEach((date, told) -> {
            HeartDay heart = read.heart(date);
            if (TakeoutArchive.isFiller(date)) {
                assertThat(heart.hasFigures()).as("heart of %s", date).isFalse();
                return;
            }
            VitalsDay night = read.vitals(date);
            assertThat(heart.restingHeartRate()).isEqualTo(told.restingHeartRate());
            assertThat(heart.heartRateZones()).hasSize(4);
            assertThat(heart.heartRateVariability().dailyRmssdMilliseconds()).isEqualTo(TakeoutArchive.rmssd(date));
            assertThat(night.breathsPerMinute()).isEqualTo(TakeoutArchive.breathsPerMinute(date));
            assertThat(night.skinTemperatureDeviationCelsius()).isEqualTo(-0.41);
            assertThat(night.oxygenSaturation()).isEqualTo(new VitalsDay.OxygenSaturation(96.4, 93.8, 100.0));
            assertThat(night.cardioFitness()).isEqualTo(new VitalsDay.CardioFitness(43.7, 43.7));
        });
    }

    @Test
    void weighsInKilogramsWhateverTheDisplayShows() {
        ReadArchive read = read(archive("America/St_Johns"));

        FROM.datesUntil(TO).filter(TakeoutArchive::isWeighed).forEach(date -> {
            BodyDay body = read.body(date);
            double kilograms = TakeoutArchive.pounds(date) * 0.45359237;
            assertThat(body.weightKilograms()).as("%s", date).isCloseTo(kilograms, within(0.0051));
            assertThat(body.measurements())
                    .singleElement()
                    .satisfies(one -> assertThat(one.at().toLocalDateTime()).isEqualTo(date.atTime(7, 45, 5)));
        });
        assertThat(read.days.get("body").keySet()).allMatch(TakeoutArchive::isWeighed);
    }

    /** Moments of a table are UTC, but the moment of a day's own figure is that day's midnight, whatever the zone. */
    @Test
    void cutsTablesOfNewerExportsIntoTheWearersDays() {
        ReadArchive read = read(archive("Pacific/Auckland")
                .with(
                        "weight_2024-02-01.csv",
                        "timestamp,weight grams,data source\n2024-02-29T20:00:00.123456Z,74210,Google Health App\n")
                .with(
                        "daily_resting_heart_rate.csv",
                        "timestamp,beats per minute,data source\n2024-01-05T00:00:00Z,61.4,Google Health App\n")
                .with(
                        "daily_respiratory_rate.csv",
                        "timestamp,breaths per minute,data source\n2024-01-05T00:00:00Z,15.5,Google Health App\n"));

        assertThat(read.refused).isEmpty();
        assertThat(read.body(LocalDate.parse("2024-03-01")).measurements())
                .extracting(one -> one.at().toString())
                .contains("2024-03-01T09:00+13:00");
        assertThat(read.heart(LocalDate.parse("2024-01-05")).restingHeartRate()).isEqualTo(61);
        assertThat(read.vitals(LocalDate.parse("2024-01-05")).breathsPerMinute())
                .isEqualTo(15.5);
    }

    @Test
    void countsOneDeviceOnlyOfATableThatTellsTheSameMinutesSeveralTimes() throws IOException {
        String steps = "timestamp,steps,data source\n"
                + "2024-03-01T10:00:00.500Z,40,Fit Health Connect\n2024-03-01T10:01:00.500Z,900,Fit Health Connect\n"
                + "2024-03-01T10:00:00Z,30,MobileTrack\n"
                + "2024-03-01T10:00:00Z,35,Charge 6\n2024-03-01T10:02:00Z,50,Charge 6\n"
                + "2024-03-02T10:00:00Z,44,Fit Health Connect\n";
        Path tables = Files.createDirectories(folder.resolve("export/Physical Activity_GoogleData"));
        Files.writeString(tables.resolve("steps_2024-03-01.csv"), steps);
        Files.writeString(
                tables.resolve("distance_2024-03-01.csv"),
                "timestamp,distance,data source\n2024-03-01T10:00:00Z,61.6,Charge 6\n2024-03-01T10:02:00Z,0.9,Charge 6\n");
        ReadArchive read = ReadArchive.of(folder.resolve("export"));

        assertThat(read.activities(LocalDate.parse("2024-03-01")).steps()).isEqualTo(85);
        assertThat(read.activities(LocalDate.parse("2024-03-01")).distanceMeters())
                .isEqualTo(63);
        assertThat(read.activities(LocalDate.parse("2024-03-02")).steps()).isEqualTo(44);
        assertThat(read.activities(LocalDate.parse("2024-03-02")).status()).isEqualTo(DayStatus.PARTIAL);
    }

    @Test
    void tellsTheMinutesOfATableOnDaysThatNoOlderFileTells() {
        TakeoutArchive archive = archive("UTC")
                .with(
                        "steps_2024-03-01.csv",
                        "timestamp,steps,data source\n2024-03-01T10:00:00Z,9999,Charge 6\n"
                                + "2024-04-02T10:00:00Z,77,Charge 6\n")
                .with(
                        "distance_2024-04-01.csv",
                        "timestamp,distance,data source\n2024-04-02T10:00:00Z,61.6,Charge 6\n");
        ReadArchive read = read(archive);

        LocalDate both = LocalDate.parse("2024-03-01");
        assertThat(read.activities(both).steps())
                .isEqualTo(archive.told().get(both).steps());
        assertThat(read.activities(LocalDate.parse("2024-04-02")).steps()).isEqualTo(77);
        assertThat(read.activities(LocalDate.parse("2024-04-02")).distanceMeters())
                .isEqualTo(62);
        assertThat(read.filesUnused).isEqualTo(3);
    }

    @Test
    void tellsTheMinutesOfATableWhereTheOlderFileIsDamaged() {
        ReadArchive read = read(archive("UTC")
                .with("steps-2024-02-10.json", "[{\"dateTime\":\"03/01")
                .with("steps_2024-03-01.csv", "timestamp,steps,data source\n2024-03-01T10:00:00Z,9999,Charge 6\n"));

        assertThat(read.activities(LocalDate.parse("2024-03-01")).steps()).isEqualTo(9999);
    }

    @Test
    void putsWorkoutsOnTheWearersDay() {
        ReadArchive read = read(archive("Pacific/Auckland"));

        LocalDate date = FROM.datesUntil(TO)
                .filter(day -> !TakeoutArchive.isFiller(day) && day.toEpochDay() % 3 == 1)
                .findFirst()
                .orElseThrow();
        assertThat(read.activities(date).workouts()).singleElement().satisfies(workout -> {
            assertThat(workout.name()).isEqualTo("Walk");
            assertThat(workout.startTime().toLocalDateTime()).isEqualTo(date.atTime(0, 30));
            assertThat(workout.distanceMeters()).isEqualTo(2110);
            assertThat(workout.minutes()).isEqualTo(31);
        });
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void readsEveryGenerationOfExportsAlike(Layout layout) {
        TakeoutArchive archive = new TakeoutArchive(FROM, TO, ZoneId.of("Europe/Berlin"), layout);
        ReadArchive read = read(archive);

        assertThat(read.refused).isEmpty();
        assertThat(read.zone).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(read.activities(TO.minusDays(3)).steps())
                .isEqualTo(archive.told().get(TO.minusDays(3)).steps());
        assertThat(read.filesUnused).isEqualTo(3);
    }

    @Test
    void readsAFolderAndAFolderOfZipsLikeAZip() throws IOException {
        TakeoutArchive archive = archive("Europe/Berlin");
        ReadArchive zip = read(archive);
        ReadArchive unpacked = ReadArchive.of(archive.folder(folder.resolve("unpacked")));
        Path zips = Files.createDirectory(folder.resolve("zips"));
        Files.copy(folder.resolve("takeout.zip"), zips.resolve("takeout-001.zip"));
        ReadArchive ofZips = ReadArchive.of(zips);

        assertSame(unpacked, zip);
        assertSame(ofZips, zip);
    }

    /** The names say nothing of their age. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "z"})
    void letsTheNewerOfTwoExportsInOneFolderTellWhatBothHave(String name) throws IOException {
        ReadArchive whole = read(archive("Europe/Berlin"));
        Path zips = Files.createDirectory(folder.resolve("zips"));
        TakeoutArchive.of(FROM.toString(), "2024-03-15", "Europe/Berlin").zip(zips.resolve(name + ".zip"));
        Files.copy(folder.resolve("takeout.zip"), zips.resolve("m.zip"));

        assertSame(ReadArchive.of(zips), whole);
    }

    private static void assertSame(ReadArchive one, ReadArchive other) {
        assertThat(one.sleepDays().keySet()).isEqualTo(other.sleepDays().keySet());
        other.sleepDays().keySet().forEach(date -> assertThat(one.sleep(date)).isEqualTo(other.sleep(date)));
        other.activityDays()
                .keySet()
                .forEach(date -> assertThat(one.activities(date)).isEqualTo(other.activities(date)));
    }

    @Test
    void handsOnEachDayOnceAndWholeHoweverLongTheExportIs() {
        TakeoutArchive archive = TakeoutArchive.of("2022-01-01", "2022-06-25", "Europe/Berlin");
        ReadArchive read = read(archive);

        assertThat(read.again).isZero();
        assertThat(read.activityDays()).hasSameSizeAs(archive.told());
        LocalDate boundary = LocalDate.parse("2022-01-01").plusDays(30 * 3);
        assertThat(read.sleepDays().get(boundary).received()).hasSize(2);
        assertThat(read.sleep(boundary).logs().stream().filter(SleepLog::mainSleep))
                .hasSize(1);
    }

    @Test
    void tellsAnExportWithoutLogsOfANightFromANightThatItDoesNotKnow() {
        ReadArchive read = read(archive("Europe/Berlin"));
        LocalDate filler =
                FROM.datesUntil(TO).filter(TakeoutArchive::isFiller).findFirst().orElseThrow();

        SleepDay night = read.sleep(filler);
        assertThat(night.logs()).isEmpty();
        assertThat(night.status()).isEqualTo(DayStatus.FINAL);
        assertThat(read.sleepDays()).doesNotContainKey(FROM.minusDays(1));
    }

    @Test
    void leavesTheDayOnWhichTheExportWasMadePartial() {
        ReadArchive read = read(archive("Europe/Berlin"));

        assertThat(read.activities(TO).status()).isEqualTo(DayStatus.PARTIAL);
        assertThat(read.activities(TO.minusDays(1)).status()).isEqualTo(DayStatus.FINAL);
        assertThat(read.sleepDays().lastKey()).isEqualTo(TO);
    }

    /** A zip with the minutes and nights of earlier years may have the scale, and tables of the night, up to the last day. */
    @Test
    void keepsWhatOneZipOfAnExportTellsOfDaysThatItsMinutesDoNotReach() {
        Predicate<String> isLater = name -> name.matches("(sleep|steps|distance|altitude|calories)-2024-03-11.*")
                || name.startsWith("time_in") && name.compareTo("time_in_heart_rate_zones-2024-03-11") >= 0;
        ReadArchive first = read(archive("UTC").only(isLater.negate()));
        ReadArchive second = read(archive("UTC").only(isLater));
        ReadArchive whole = read(archive("UTC"));

        for (LocalDate day = LocalDate.parse("2024-03-12"); day.isBefore(TO); day = day.plusDays(1)) {
            if (!TakeoutArchive.isFiller(day)) {
                assertThat(first.activities(day).minutesSedentary()).isEqualTo(900);
                assertThat(first.heart(day).restingHeartRate()).isEqualTo(58);
                assertThat(first.vitals(day)).isEqualTo(whole.vitals(day));
                assertThat(second.activities(day).steps())
                        .isEqualTo(whole.activities(day).steps());
            }
            if (TakeoutArchive.isWeighed(day)) {
                assertThat(first.body(day)).isEqualTo(whole.body(day));
            }
        }
        whole.activityDays().forEach((day, parts) -> {
            assertThat(parts.missing()).hasSize(day.equals(TO) ? 1 : 0);
            assertThat(first.activityDays().get(day).missing()).isEqualTo(parts.missing());
        });
        second.sleepDays()
                .forEach((day, parts) -> assertThat(parts.missing())
                        .isEqualTo(whole.sleepDays().get(day).missing()));
    }

    @Test
    void keepsTheScaleOfSomebodyWhoGaveUpTheTracker() {
        ReadArchive read = read(archive("UTC")
                .with(
                        "weight-2024-05-10.json",
                        "[{\"logId\":1715326000000,\"weight\":165.2,\"bmi\":23.4,\"date\":\"05/12/24\","
                                + "\"time\":\"07:26:40\",\"source\":\"Aria\"},"
                                + "{\"logId\":1715326000001,\"weight\":165.2,\"bmi\":23.4,\"date\":\"12/24/26\","
                                + "\"time\":\"07:26:40\",\"source\":\"API\"}]"));

        assertThat(read.body(LocalDate.parse("2024-05-12")).weightKilograms()).isEqualTo(74.93);
        assertThat(read.body(LocalDate.parse("2024-05-12")).status()).isEqualTo(DayStatus.PARTIAL);
        assertThat(read.days.get("body").lastKey())
                .as("nothing of days to come")
                .isEqualTo(LocalDate.parse("2024-05-12"));
    }

    @Test
    void fillsNoDayThatTheExportDoesNotReach() {
        ReadArchive read = read(archive("UTC")
                .with(
                        "sedentary_minutes-2024-03-11.json",
                        "[{\"dateTime\":\"03/25/24 00:00:00\",\"value\":\"700\"},"
                                + "{\"dateTime\":\"03/26/24 00:00:00\",\"value\":\"1440\"}]"));

        assertThat(read.activityDays().lastKey()).isEqualTo(TO);
        assertThat(read.sleepDays().lastKey()).isEqualTo(TO);
        assertThat(read.days.get("heart").lastKey()).isEqualTo(TO);
    }

    @Test
    void keepsEveryRowByteForByte() {
        String row = "{\"dateTime\" : \"03/01/24 11:00:00\",  \"value\":\"17\" ,\"ümlaut\":\"\\u00e4 }]\"}";
        ReadArchive read = read(archive("UTC").with("steps-2024-02-10.json", "\n[ " + row + " ]\n"));

        SortedMap<String, byte[]> parts =
                read.activityDays().get(LocalDate.parse("2024-03-01")).received();
        assertThat(new String(parts.get("steps-2024-02-10.json"), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("[" + row + "]");
    }

    @Test
    void countsAMinuteThatStandsInTwoFilesOnceAndBelievesTheLaterFile() {
        ReadArchive read = read(archive("UTC")
                .with("steps-2024-02-10.json", "[{\"dateTime\":\"03/11/24 10:00:00\",\"value\":\"10\"}]")
                .with(
                        "steps-2024-03-11.json",
                        "[{\"dateTime\":\"03/11/24 10:00:00\",\"value\":\"12\"},"
                                + "{\"dateTime\":\"03/11/24 10:01:00\",\"value\":\"5\"}]"));

        assertThat(read.activities(LocalDate.parse("2024-03-11")).steps()).isEqualTo(17);
    }

    @Test
    void reportsAFileThatMakesNoSenseAndReadsTheRest() {
        ReadArchive read = read(archive("UTC")
                .with("steps-2024-02-10.json", "[{\"dateTime\":\"03/01/24 11:00:00\",\"value\":\"17\"}, {\"dateT")
                .with("distance-2024-02-10.json", "No data for this category.")
                .with("calories-2024-02-10.json", "{}")
                .with("sleep-2024-03-11.json", ""));

        assertThat(read.refused).hasSize(4);
        assertThat(read.refused.values()).allMatch(reason -> reason.endsWith("."));
        ActivityDay day = read.activities(LocalDate.parse("2024-03-01"));
        assertThat(day.steps()).isNull();
        assertThat(day.minutesSedentary()).isEqualTo(900);
        assertThat(read.sleep(LocalDate.parse("2024-03-01")).logs()).isNotEmpty();
    }

    @Test
    void leavesDaysPartialOfWhichADamagedFileWouldTell() {
        ReadArchive read = read(archive("UTC")
                .with("steps-2024-02-10.json", "[{\"dateTime\":\"03/01/24 11:00:00\",\"value\":\"17\"}, {\"dateT")
                .with("Daily SpO2 - 2024-03-11-2024-04-09.csv", "x".repeat(20 << 20))
                .with("resting_heart_rate-2024-02-10.json", "{}"));

        assertThat(read.refused).hasSize(3);
        ActivityDay day = read.activities(LocalDate.parse("2024-03-10"));
        assertThat(day.status()).isEqualTo(DayStatus.PARTIAL);
        assertThat(day.caloriesOut()).isNotNull();
        assertThat(read.activityDays().get(FROM).missing())
                .containsExactly("resting_heart_rate-2024-02-10.json", "steps-2024-02-10.json");
        assertThat(read.activityDays().get(LocalDate.parse("2024-03-11")).missing())
                .containsExactly("resting_heart_rate-2024-02-10.json");
        assertThat(read.vitals(LocalDate.parse("2024-03-10")).status()).isEqualTo(DayStatus.FINAL);
        assertThat(read.vitals(LocalDate.parse("2024-03-12")).status()).isEqualTo(DayStatus.PARTIAL);
        assertThat(read.sleep(LocalDate.parse("2024-03-10")).status()).isEqualTo(DayStatus.FINAL);
    }

    @Test
    void leavesOutRowsThatMakeNoSense() {
        ReadArchive read = read(archive("UTC")
                .with(
                        "steps-2024-02-10.json",
                        "[1, null, [], {}, {\"dateTime\":\"soon\",\"value\":\"9\"}, {\"dateTime\":\"13/45/24 99:00:00\",\"value\":\"9\"},"
                                + "{\"dateTime\":\"03/01/24 11:00:00\",\"value\":\"many\"},"
                                + "{\"dateTime\":\"03/01/24 11:01:00\",\"value\":7}]"));

        assertThat(read.activities(LocalDate.parse("2024-03-01")).steps()).isEqualTo(7);
    }

    @Test
    void saysWhatToDoWithAZipThatIsNoExport() {
        Path zip = folder.resolve("photos.zip");
        HostileZips.of(zip, "holiday.jpg", new byte[] {1, 2, 3});

        assertThatThrownBy(() -> ReadArchive.of(zip))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("takeout.google.com");
    }

    @Test
    void readsFilesInTheOrderOfTheirDates() {
        List<String> names = List.of("sleep-2024-03-11.json", "exercise-0.json", "steps-2024-02-10.json");

        assertThat(names.stream()
                        .map(ExportFile::date)
                        .sorted(Comparator.nullsFirst(Comparator.naturalOrder()))
                        .toList())
                .containsExactly(null, LocalDate.parse("2024-02-10"), LocalDate.parse("2024-03-11"));
    }
}
