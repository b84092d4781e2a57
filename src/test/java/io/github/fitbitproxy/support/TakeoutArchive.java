package io.github.fitbitproxy.support;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Invents account exports, with the quirks that real ones have: logs on the boundary of two files, minutes in UTC beside local
 * days, strings for numbers, minutes of zero that are there or not, filler rows, files that nobody needs. What it says of a
 * day it has counted by itself, second by second.
 */
public final class TakeoutArchive {

    /** Where the generations of exports keep their files. */
    public enum Layout {
        /** The archive of fitbit.com: everything in one folder. */
        FITBIT("user-site-export/"),
        GOOGLE_TAKEOUT("Takeout/Fitbit/Global Export Data/"),
        GOOGLE_HEALTH("Takeout/Google Health/Global Export Data/"),
        TRANSLATED("Takeout/Fitbit/Globale Exportdaten/");

        private final String folder;

        Layout(String folder) {
            this.folder = folder;
        }
    }

    private static final int WINDOW_DAYS = 30;
    private static final DateTimeFormatter EXPORT_CLOCK = DateTimeFormatter.ofPattern("MM/dd/yy HH:mm:ss");
    private static final DateTimeFormatter SLEEP_CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");

    private final LocalDate from;
    private final LocalDate to;
    private final ZoneId zone;
    private final Layout layout;
    private final Map<String, byte[]> replaced = new LinkedHashMap<>();
    private boolean heartRate;
    private boolean profile = true;
    private Predicate<String> written = name -> true;

    /** What the export says of a day. */
    public record Told(int steps, int centimetres, int floors, int sedentary, int veryActive, int restingHeartRate) {}

    /** One sleep, as it is written. {@code stages} are minutes of deep, light, rem and wake. */
    public record Log(
            long id,
            LocalDate date,
            boolean main,
            String type,
            int asleep,
            int awake,
            int inBed,
            List<Integer> stages) {}

    private final SortedMap<LocalDate, Told> told = new TreeMap<>();
    private final List<Log> logs = new ArrayList<>();

    public TakeoutArchive(LocalDate from, LocalDate to, ZoneId zone, Layout layout) {
        this.from = from;
        this.to = to;
        this.zone = zone;
        this.layout = layout;
    }

    /** Days from one to the other, both included, in the newest layout but one. */
    public static TakeoutArchive of(String from, String to, String zone) {
        return new TakeoutArchive(LocalDate.parse(from), LocalDate.parse(to), ZoneId.of(zone), Layout.GOOGLE_TAKEOUT);
    }

    /** A file of that name among the others, in place of the one that would be there. */
    public TakeoutArchive with(String name, String content) {
        replaced.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public TakeoutArchive withoutProfile() {
        profile = false;
        return this;
    }

    /** Only some of the files, by their names: one of several zips that an export came in. */
    public TakeoutArchive only(Predicate<String> names) {
        written = names;
        return this;
    }

    /** With the heart rate of every five seconds, which makes most of the size of a real one. */
    public TakeoutArchive withHeartRate() {
        heartRate = true;
        return this;
    }

    /** What it says of each day, once it is written. */
    public SortedMap<LocalDate, Told> told() {
        return told;
    }

    /** Every sleep in it, once it is written. */
    public List<Log> logs() {
        return logs;
    }

    /** Writes it as a zip. */
    public Path zip(Path file) {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            files((path, content) -> {
                zip.putNextEntry(new ZipEntry(path));
                content.write(zip);
                zip.closeEntry();
            });
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it as a folder. */
    public Path folder(Path folder) {
        try {
            files((path, content) -> {
                Path file = folder.resolve(path);
                Files.createDirectories(file.getParent());
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    content.write(out);
                }
            });
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private interface Target {
        void file(String path, Content content) throws IOException;
    }

    private void files(Target all) throws IOException {
        Target target = (path, content) -> {
            if (written.test(path.substring(path.lastIndexOf('/') + 1))) {
                all.file(path, content);
            }
        };
        told.clear();
        logs.clear();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            told.put(date, told(date));
        }
        // As zips have them: in no order that means anything.
        if (profile) {
            put(
                    target,
                    "Takeout/Fitbit/Your Profile/",
                    "Profile.csv",
                    text("id,full_name,about_me,timezone,member_since\n"
                            + "9XYZ12,Sample Person,\"Hello, \"\"you\"\"\nthere\"," + zone + "," + from + "\n"));
        }
        put(target, layout.folder, "README.txt", text("What is in these files.\n"));
        put(target, "Takeout/Fitbit/Sleep Score/", "sleep_score.csv", text("sleep_log_entry_id,timestamp\n"));
        put(target, "Takeout/Fitbit/Stress Score/", "Stress Score Readme.txt", text("No data.\n"));
        for (LocalDate window = from; !window.isAfter(to); window = window.plusDays(WINDOW_DAYS)) {
            LocalDate first = window;
            put(target, layout.folder, "sleep-" + first + ".json", out -> out.write(bytes(sleepFile(first))));
            minuteFiles(target, first);
            dailyFile(target, "sedentary_minutes", first);
            dailyFile(target, "lightly_active_minutes", first);
            dailyFile(target, "moderately_active_minutes", first);
            dailyFile(target, "very_active_minutes", first);
            put(
                    target,
                    "Takeout/Fitbit/Active Zone Minutes (AZM)/",
                    "Active Zone Minutes - " + first + ".csv",
                    text(zoneMinutes(first)));
        }
        for (LocalDate window = from; !window.isAfter(to); window = window.plusDays(WINDOW_DAYS)) {
            nightFiles(target, window);
            put(target, layout.folder, "weight-" + window + ".json", text(weightFile(window)));
        }
        for (LocalDate year = from; !year.isAfter(to); year = year.plusDays(365)) {
            LocalDate first = year;
            put(target, layout.folder, "demographic_vo2_max-" + first + ".json", text(fitnessFile(first)));
            put(target, layout.folder, "resting_heart_rate-" + first + ".json", text(restingFile(first)));
        }
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            LocalDate day = date;
            put(target, layout.folder, "time_in_heart_rate_zones-" + day + ".json", text(zonesFile(day)));
            if (heartRate) {
                put(target, layout.folder, "heart_rate-" + day + ".json", out -> heartRate(day, out));
            }
        }
        List<LocalDate> workoutDays =
                told.keySet().stream().filter(TakeoutArchive::hasWorkout).toList();
        for (int i = 0; i < workoutDays.size(); i += 100) {
            int start = i;
            put(
                    target,
                    layout.folder,
                    "exercise-" + i + ".json",
                    text(exerciseFile(workoutDays.subList(start, Math.min(start + 100, workoutDays.size())))));
        }
        for (Map.Entry<String, byte[]> extra : replaced.entrySet()) {
            target.file(layout.folder + extra.getKey(), out -> out.write(extra.getValue()));
        }
    }

    private void put(Target target, String folder, String name, Content content) throws IOException {
        if (!replaced.containsKey(name)) {
            target.file(folder + name, content);
        }
    }

    private static Content text(String text) {
        return out -> out.write(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Random random(LocalDate date, int salt) {
        return new Random(date.toEpochDay() * 31 + salt);
    }

    // -- days ---------------------------------------------------------------------------------------------------------

    /** Every eleventh day nobody wore the device. */
    public static boolean isFiller(LocalDate date) {
        return date.toEpochDay() % 11 == 0;
    }

    private static boolean hasWorkout(LocalDate date) {
        return !isFiller(date) && date.toEpochDay() % 3 == 1;
    }

    /** Steps of a minute of the wearer's clock; the first and last minute of a day count too, to show where a day is cut. */
    private static int steps(LocalDate date, int minute) {
        if (isFiller(date)) {
            return 0;
        }
        if (minute == 0 || minute == 1439) {
            return 3;
        }
        return minute < 420 || minute % 4 != date.toEpochDay() % 4 ? 0 : 20 + (minute * 7 + date.getDayOfMonth()) % 90;
    }

    private Told told(LocalDate date) {
        int[] sums = new int[3];
        minutesOf(date, (day, minute, second) -> {
            sums[0] += steps(day, minute);
            sums[1] += 70 * steps(day, minute);
            sums[2] += feet(day, minute);
        });
        int steps = sums[0];
        int centimetres = sums[1];
        int feet = sums[2];
        boolean filler = isFiller(date);
        return new Told(
                steps,
                centimetres,
                feet / 10,
                filler ? 1440 : 900,
                filler ? 0 : 30 + date.getDayOfMonth(),
                filler ? 0 : 58);
    }

    private static int feet(LocalDate date, int minute) {
        return !isFiller(date) && minute % 200 == 199 ? 10 : 0;
    }

    private void minuteFiles(Target target, LocalDate first) throws IOException {
        minuteFile(target, "steps", first, false, TakeoutArchive::steps);
        minuteFile(target, "distance", first, true, (date, minute) -> 70 * steps(date, minute));
        minuteFile(target, "altitude", first, false, TakeoutArchive::feet);
        put(target, layout.folder, "calories-" + first + ".json", out -> {
            Rows rows = new Rows(out);
            minutes(
                    first,
                    (date, minute, utc) -> rows.row("{\"dateTime\":\"" + clock(utc) + "\",\"value\":\""
                            + (steps(date, minute) == 0 ? "1.12" : "4.36") + "\"}"));
            rows.end();
        });
    }

    private interface Figure {
        int of(LocalDate date, int minute);
    }

    private interface Minute {
        void at(LocalDate date, int minute, long utcSecond);
    }

    /** @param zeros whether minutes of nothing are written */
    private void minuteFile(Target target, String series, LocalDate first, boolean zeros, Figure figure)
            throws IOException {
        put(target, layout.folder, series + "-" + first + ".json", out -> {
            Rows rows = new Rows(out);
            minutes(first, (date, minute, utc) -> {
                int value = figure.of(date, minute);
                if (zeros || value > 0 || minute % 60 == 0) {
                    rows.row("{\n  \"dateTime\" : \"" + clock(utc) + "\",\n  \"value\" : \"" + value + "\"\n}");
                }
            });
            rows.end();
        });
    }

    private void minutes(LocalDate first, Minute visitor) {
        LocalDate end = first.plusDays(WINDOW_DAYS - 1L).isAfter(to) ? to : first.plusDays(WINDOW_DAYS - 1L);
        first.datesUntil(end.plusDays(1)).forEach(date -> minutesOf(date, visitor));
    }

    /** Every minute of the wearer's day, 23 to 25 hours of them. */
    private void minutesOf(LocalDate date, Minute visitor) {
        long end = date.plusDays(1).atStartOfDay(zone).toEpochSecond();
        for (long second = date.atStartOfDay(zone).toEpochSecond(); second < end; second += 60) {
            long local = second
                    + zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
            visitor.at(date, (int) Math.floorMod(local, 86_400L) / 60, second);
        }
    }

    /** {@code MM/dd/yy HH:mm:ss}; by hand, for there are millions. */
    private static String clock(long utcSecond) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(utcSecond, 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(17);
        two(text, utc.getMonthValue(), '/');
        two(text, utc.getDayOfMonth(), '/');
        two(text, utc.getYear() % 100, ' ');
        two(text, utc.getHour(), ':');
        two(text, utc.getMinute(), ':');
        text.append((char) ('0' + utc.getSecond() / 10)).append((char) ('0' + utc.getSecond() % 10));
        return text.toString();
    }

    private static void two(StringBuilder text, int number, char behind) {
        text.append((char) ('0' + number / 10))
                .append((char) ('0' + number % 10))
                .append(behind);
    }

    private static final class Rows {

        private final OutputStream out;
        private boolean first = true;

        Rows(OutputStream out) throws IOException {
            this.out = out;
            out.write('[');
        }

        void row(String row) {
            try {
                out.write(bytes((first ? "" : ", ") + row));
                first = false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void end() throws IOException {
            out.write(']');
        }
    }

    private void dailyFile(Target target, String series, LocalDate first) throws IOException {
        StringBuilder rows = new StringBuilder("[");
        first.datesUntil(first.plusDays(WINDOW_DAYS)).filter(told::containsKey).forEach(date -> {
            Told day = told.get(date);
            int value = isFiller(date) ? 0 : 40;
            value = series.startsWith("sedentary") ? day.sedentary() : value;
            value = series.startsWith("very") ? day.veryActive() : value;
            rows.append(rows.length() > 1 ? "," : "")
                    .append("{\"dateTime\":\"" + EXPORT_CLOCK.format(date.atStartOfDay()) + "\",\"value\":\"" + value
                            + "\"}");
        });
        put(
                target,
                layout.folder,
                series + "-" + first + ".json",
                text(rows.append("]").toString()));
    }

    /** A filler row for every second day, and for days after the export. */
    private String restingFile(LocalDate first) {
        StringBuilder rows = new StringBuilder("[");
        first.datesUntil(first.plusDays(365)).forEach(date -> {
            boolean real = told.containsKey(date) && !isFiller(date);
            String day = DateTimeFormatter.ofPattern("MM/dd/yy").format(date);
            rows.append(rows.length() > 1 ? "," : "")
                    .append("{\"dateTime\":\"" + day + " 00:00:00\",\"value\":{\"date\":"
                            + (real ? "\"" + day + "\"" : "null") + ",\"value\":" + (real ? "58.4" : "0.0")
                            + ",\"error\":" + (real ? "6.78" : "0.0") + "}}");
        });
        return rows.append("]").toString();
    }

    /** Milliseconds. */
    public static double rmssd(LocalDate date) {
        return 30 + date.getDayOfMonth() / 10.0;
    }

    public static double breathsPerMinute(LocalDate date) {
        return 14 + date.getDayOfMonth() / 100.0;
    }

    /** On most days nobody stands on the scale. */
    public static boolean isWeighed(LocalDate date) {
        return date.toEpochDay() % 3 == 0;
    }

    /** Of somebody of 1.78 m. */
    public static double pounds(LocalDate date) {
        return 163 + date.getDayOfMonth() / 10.0;
    }

    /** One line a night; those of the temperature begin with something else than the day. */
    private void nightFiles(Target target, LocalDate first) throws IOException {
        StringBuilder variability = new StringBuilder("timestamp,rmssd,nremhr,entropy\n");
        StringBuilder breaths = new StringBuilder("timestamp,daily_respiratory_rate\n");
        StringBuilder oxygen = new StringBuilder("timestamp,average_value,lower_bound,upper_bound\n");
        StringBuilder temperature = new StringBuilder("type,sleep_start,sleep_end,temperature_samples,"
                + "nightly_temperature,baseline_relative_sample_sum,baseline_relative_sample_sum_of_squares,"
                + "baseline_relative_nightly_standard_deviation,baseline_relative_sample_standard_deviation\n");
        first.datesUntil(first.plusDays(WINDOW_DAYS))
                .filter(told::containsKey)
                .filter(date -> !isFiller(date))
                .forEach(date -> {
                    variability.append(date + "T00:00:00," + rmssd(date) + ",54.2,2.9\n");
                    breaths.append(date + "T00:00:00," + breathsPerMinute(date) + "\n");
                    oxygen.append(date + "T00:00:00Z,96.4,93.8,100.0\n");
                    temperature.append("SKIN," + date.minusDays(1) + "T23:15," + date
                            + "T07:05,470,33.871,-190.35,310.2,0.31,0.52\n");
                });
        String folder = "Takeout/Fitbit/Heart Rate Variability/";
        String day = String.format("%tY-%<tm-(%<te)", first);
        put(target, folder, "Daily Heart Rate Variability Summary - " + day + ".csv", text(variability.toString()));
        put(target, folder, "Daily Respiratory Rate Summary - " + first + ".csv", text(breaths.toString()));
        put(
                target,
                "Takeout/Fitbit/Oxygen Saturation (SpO2)/",
                "Daily SpO2 - " + first + "-" + first.plusDays(WINDOW_DAYS - 1) + ".csv",
                text(oxygen.toString()));
        put(
                target,
                "Takeout/Fitbit/Temperature/",
                "Computed Temperature - " + first + ".csv",
                text(temperature.toString()));
    }

    /** In the pounds of the account's display, of which it says nothing. */
    private String weightFile(LocalDate first) {
        return first.datesUntil(first.plusDays(WINDOW_DAYS))
                .filter(told::containsKey)
                .filter(TakeoutArchive::isWeighed)
                .map(date -> String.format(
                        Locale.ROOT,
                        "{\"logId\":%d,\"weight\":%.1f,\"bmi\":23.4,\"fat\":21.3,\"date\":\"%tm/%<td/%<ty\","
                                + "\"time\":\"07:45:05\",\"source\":\"Aria\"}",
                        date.atTime(7, 45, 5).toInstant(ZoneOffset.UTC).toEpochMilli(),
                        pounds(date),
                        date))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String fitnessFile(LocalDate first) {
        return first.datesUntil(first.plusDays(365))
                .filter(told::containsKey)
                .map(date -> "{\"dateTime\":\"" + EXPORT_CLOCK.format(date.atStartOfDay())
                        + "\",\"value\":{\"demographicVO2Max\":\"43.9\",\"demographicVO2MaxError\":\"3.0\","
                        + "\"filteredDemographicVO2Max\":\"43.7\",\"filteredDemographicVO2MaxError\":\"1.1\"}}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String zonesFile(LocalDate date) {
        return "[{\"dateTime\":\"" + EXPORT_CLOCK.format(date.atStartOfDay()) + "\",\"value\":{\"valuesInZones\":{"
                + (isFiller(date)
                        ? ""
                        : "\"BELOW_DEFAULT_ZONE_1\":1180.0,\"IN_DEFAULT_ZONE_1\":210.0,\"IN_DEFAULT_ZONE_2\":22.0,"
                                + "\"IN_DEFAULT_ZONE_3\":3.0")
                + "}}}]";
    }

    private String zoneMinutes(LocalDate first) {
        StringBuilder lines = new StringBuilder("date_time,heart_zone_id,total_minutes\n");
        first.datesUntil(first.plusDays(WINDOW_DAYS))
                .filter(date -> told.containsKey(date) && !isFiller(date))
                .forEach(date -> lines.append(date + "T08:51,FAT_BURN,1\n" + date + "T08:52,CARDIO,2\n"));
        return lines.toString();
    }

    private String exerciseFile(List<LocalDate> days) {
        StringBuilder rows = new StringBuilder("[");
        for (LocalDate date : days) {
            LocalDateTime utc = date.atTime(0, 30)
                    .atZone(zone)
                    .withZoneSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime();
            rows.append(rows.length() > 1 ? "," : "")
                    .append("{\"logId\":" + (6_000_000_000L + date.toEpochDay())
                            + ",\"activityName\":\"Walk\",\"startTime\":\""
                            + EXPORT_CLOCK.format(utc) + "\",\"duration\":1830000,\"steps\":2790,\"calories\":168,"
                            + "\"distance\":2.11,\"distanceUnit\":\"Kilometer\",\"averageHeartRate\":104}");
        }
        return rows.append("]").toString();
    }

    private void heartRate(LocalDate date, OutputStream out) throws IOException {
        Rows rows = new Rows(out);
        long start = date.atStartOfDay(zone).toEpochSecond();
        for (int second = 0; second < 86_400; second += 5) {
            rows.row("{\"dateTime\":\"" + clock(start + second) + "\",\"value\":{\"bpm\":" + (60 + second / 97 % 40)
                    + ",\"confidence\":2}}");
        }
        rows.end();
    }

    // -- nights -------------------------------------------------------------------------------------------------------

    /** Logs of both end dates, newest first, so that those of the boundary stand in two files. */
    private String sleepFile(LocalDate first) {
        List<String> rows = new ArrayList<>();
        for (LocalDate date = first.plusDays(WINDOW_DAYS); !date.isBefore(first); date = date.minusDays(1)) {
            if (!date.isAfter(to) && !isFiller(date)) {
                boolean counted = date.isBefore(first.plusDays(WINDOW_DAYS)) || date.equals(first);
                if (date.toEpochDay() % 5 == 2) {
                    rows.add(nap(date, counted));
                }
                rows.add(night(date, first, counted));
            }
        }
        return "[" + String.join(",\n", rows) + "]";
    }

    private String night(LocalDate date, LocalDate window, boolean counted) {
        Random random = random(date, 1);
        boolean stages = date.toEpochDay() % 9 != 4;
        LocalDateTime start = date.minusDays(1).atTime(LocalTime.of(22, 0)).plusSeconds(30L * random.nextInt(240));
        return stages ? stagesLog(date, start, random, window, counted) : classicLog(date, start, 400, true, counted);
    }

    private String stagesLog(LocalDate date, LocalDateTime start, Random random, LocalDate window, boolean counted) {
        String[] levels = {"wake", "light", "deep", "light", "rem", "light"};
        List<String> data = new ArrayList<>();
        List<String> shortData = new ArrayList<>();
        // Half minutes, each with its level: what is counted is counted here.
        List<String> halves = new ArrayList<>();
        for (int cycle = 0; cycle < 5; cycle++) {
            for (String level : levels) {
                int length = level.equals("wake") ? 4 + random.nextInt(10) : 20 + random.nextInt(40);
                data.add(item(start.plusSeconds(30L * halves.size()), level, 30 * length));
                for (int i = 0; i < length; i++) {
                    halves.add(level);
                }
            }
        }
        for (int i = 0; i < 12; i++) {
            int at = random.nextInt(halves.size() - 6);
            int length = 1 + random.nextInt(6);
            shortData.add(item(start.plusSeconds(30L * at), "wake", 30 * length));
            for (int half = at; half < at + length; half++) {
                halves.set(half, "wake");
            }
        }
        List<Integer> minutes = List.of(
                minutes(halves, "deep"), minutes(halves, "light"), minutes(halves, "rem"), minutes(halves, "wake"));
        int asleep = (int) Math.floor(
                halves.stream().filter(level -> !level.equals("wake")).count() / 2.0 + 0.5);
        int inBed = halves.size() / 2;
        long id = 41_000_000_000L + date.toEpochDay() * 10;
        LocalDate dateOfSleep = start.plusSeconds(30L * halves.size()).toLocalDate();
        if (counted) {
            logs.add(new Log(id, dateOfSleep, true, "stages", asleep, minutes.get(3), inBed, minutes));
        }
        // The averages differ from file to file.
        int average = window.getDayOfYear();
        return log(
                        id,
                        dateOfSleep,
                        start,
                        halves.size(),
                        true,
                        "stages",
                        asleep,
                        minutes.get(3),
                        inBed,
                        data,
                        shortData)
                .replace(
                        "{summary}",
                        "{\"deep\":{\"count\":5,\"minutes\":" + minutes.get(0) + ",\"thirtyDayAvgMinutes\":" + average
                                + "},\"light\":{\"count\":9,\"minutes\":" + minutes.get(1)
                                + "},\"rem\":{\"count\":5,\"minutes\":" + minutes.get(2)
                                + "},\"wake\":{\"count\":20,\"minutes\":" + minutes.get(3) + "}}");
    }

    private static int minutes(List<String> halves, String level) {
        return (int) Math.floor(halves.stream().filter(level::equals).count() / 2.0 + 0.5);
    }

    private String nap(LocalDate date, boolean counted) {
        return classicLog(date, date.atTime(14, 5), 57, false, counted);
    }

    private String classicLog(LocalDate date, LocalDateTime start, int inBed, boolean main, boolean counted) {
        int restless = 4;
        int awake = 1;
        int asleep = inBed - restless - awake;
        List<String> data = List.of(
                item(start, "restless", 60 * restless),
                item(start.plusMinutes(restless), "asleep", 60 * (asleep - 7)),
                item(start.plusMinutes(restless + asleep - 7L), "awake", 60 * awake),
                item(start.plusMinutes(restless + asleep - 6L), "asleep", 60 * 7));
        long id = 41_000_000_000L + date.toEpochDay() * 10 + (main ? 1 : 2);
        LocalDate dateOfSleep = start.plusMinutes(inBed).toLocalDate();
        if (counted) {
            logs.add(new Log(id, dateOfSleep, main, "classic", asleep, restless + awake, inBed, List.of()));
        }
        return log(id, dateOfSleep, start, 2 * inBed, main, "classic", asleep, restless + awake, inBed, data, List.of())
                .replace(
                        "{summary}",
                        "{\"asleep\":{\"count\":0,\"minutes\":" + asleep + "},\"restless\":{\"count\":1,\"minutes\":"
                                + restless + "},\"awake\":{\"count\":1,\"minutes\":" + awake + "}}");
    }

    private static String log(
            long id,
            LocalDate date,
            LocalDateTime start,
            int halfMinutes,
            boolean main,
            String type,
            int asleep,
            int awake,
            int inBed,
            List<String> data,
            List<String> shortData) {
        return "{\"logId\":" + id + ",\"dateOfSleep\":\"" + date + "\",\"startTime\":\"" + SLEEP_CLOCK.format(start)
                + "\",\"endTime\":\"" + SLEEP_CLOCK.format(start.plusSeconds(30L * halfMinutes)) + "\",\"duration\":"
                + 60_000L * inBed + ",\"minutesToFallAsleep\":0,\"minutesAsleep\":" + asleep + ",\"minutesAwake\":"
                + awake
                + ",\"minutesAfterWakeup\":0,\"timeInBed\":" + inBed + ",\"efficiency\":95,\"type\":\"" + type
                + "\",\"infoCode\":0,\"levels\":{\"summary\":{summary},\"data\":[" + String.join(",", data)
                + "]" + (shortData.isEmpty() ? "" : ",\"shortData\":[" + String.join(",", shortData) + "]")
                + "},\"mainSleep\":" + main + "}";
    }

    private static String item(LocalDateTime at, String level, int seconds) {
        return "{\"dateTime\":\"" + SLEEP_CLOCK.format(at) + "\",\"level\":\"" + level + "\",\"seconds\":" + seconds
                + "}";
    }

    /** Writes a zip from the command line: {@code <file> <from> <to> [heart]}. */
    public static void main(String[] arguments) {
        TakeoutArchive archive = of(arguments[1], arguments[2], "Europe/Berlin");
        if (arguments.length > 3) {
            archive.withHeartRate();
        }
        archive.zip(Path.of(arguments[0]));
    }
}
