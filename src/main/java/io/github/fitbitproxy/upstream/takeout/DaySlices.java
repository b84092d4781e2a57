package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.SleepLogReader;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file of an account export into the wearer's days, without changing a byte of any row: {@code [row,row,…]} for each
 * day, or a header and lines. Pure.
 *
 * <p>Minutes are in UTC and files begin at the wearer's midnight, so a file's name is not the day of its first row.
 */
final class DaySlices {

    /** A file of sleep says of so many days, from the one in its name on, that there are no other logs than those in it. */
    private static final int SLEEP_FILE_DAYS = 30;

    private static final int MOST_DAYS = 40_000;

    /** The longest known has 220. */
    private static final int LONGEST_HEADER_BYTES = 4 << 10;

    /** Each day of a table has the header: together they must not become many times the file. */
    private static final int MOST_HEADER_BYTES = 8 << 20;

    private static final byte[] NO_ROWS = "[]".getBytes(StandardCharsets.UTF_8);

    private static final int DATE_CHARS = "yyyy-MM-dd".length();

    private final byte[] file;
    private final ExportFile kind;
    private final ZoneId zone;
    private final SortedMap<LocalDate, ByteArrayOutputStream> slices = new TreeMap<>();

    private DaySlices(byte[] file, ExportFile kind, ZoneId zone) {
        this.file = file;
        this.kind = kind;
        this.zone = zone;
    }

    /**
     * What a file tells of each day.
     *
     * @throws RefusedFileException if the file makes no sense; single rows that make none are left out
     */
    static SortedMap<LocalDate, byte[]> of(byte[] file, ExportFile kind, ZoneId zone) throws RefusedFileException {
        DaySlices slices = new DaySlices(file, kind, zone);
        if (kind.clock().isTable()) {
            slices.cutLines();
        } else {
            JsonRows.read(file, slices::row);
        }
        return slices.closed();
    }

    /** The nights that a file of sleep tells of, those without any log: {@code []}. */
    static SortedMap<LocalDate, byte[]> withNightsWithoutLogs(SortedMap<LocalDate, byte[]> logs, LocalDate first) {
        SortedMap<LocalDate, byte[]> nights = new TreeMap<>(logs);
        first.datesUntil(first.plusDays(SLEEP_FILE_DAYS)).forEach(day -> nights.putIfAbsent(day, NO_ROWS));
        return nights;
    }

    private void row(int from, int to, @Nullable String dateTime) throws RefusedFileException {
        LocalDate day = day(from, to, dateTime);
        if (day == null) {
            return;
        }
        ByteArrayOutputStream slice = slices.get(day);
        if (slice == null) {
            slice = begin(day, Math.min(2 * (to - from), file.length));
        }
        slice.write(slice.size() == 0 ? '[' : ',');
        slice.write(file, from, to - from);
    }

    private ByteArrayOutputStream begin(LocalDate day, int bytes) throws RefusedFileException {
        if (slices.size() == MOST_DAYS) {
            throw new RefusedFileException("It tells of more days than a life has.");
        }
        ByteArrayOutputStream slice = new ByteArrayOutputStream(bytes);
        slices.put(day, slice);
        return slice;
    }

    private @Nullable LocalDate day(int from, int to, @Nullable String dateTime) {
        return switch (kind.clock()) {
            case UTC -> {
                LocalDateTime utc = dateTime == null ? null : ExportClock.clock(dateTime);
                yield utc == null ? null : ExportClock.localDay(utc, zone);
            }
            case LOCAL_DAY -> {
                LocalDateTime local = dateTime == null ? null : ExportClock.clock(dateTime);
                yield local == null ? null : local.toLocalDate();
            }
            default -> dayOf(Arrays.copyOfRange(file, from, to));
        };
    }

    private @Nullable LocalDate dayOf(byte[] row) {
        try {
            var json = LenientJson.value(row);
            if (kind.clock() == ExportFile.Clock.SLEEP) {
                return SleepLogReader.date(json);
            }
            if (kind.clock() == ExportFile.Clock.DATE_IN_VALUE || kind.clock() == ExportFile.Clock.DATE) {
                boolean nested = kind.clock() == ExportFile.Clock.DATE_IN_VALUE;
                String date = LenientJson.text(nested ? json.path("value") : json, "date");
                return date == null ? null : ExportClock.date(date);
            }
            String start = LenientJson.text(json, "startTime");
            LocalDateTime utc = start == null ? null : ExportClock.clock(start);
            return utc == null ? null : ExportClock.localDay(utc, zone);
        } catch (UpstreamException unreadable) {
            return null;
        }
    }

    /** Walks over the bytes: a text of each line of a whole file would be many times its size. */
    private void cutLines() throws RefusedFileException {
        int headerEnd = lineEnd(0);
        if (headerEnd > LONGEST_HEADER_BYTES) {
            throw new RefusedFileException("Its first line is longer than that of any such file.");
        }
        byte[] header = Arrays.copyOfRange(file, 0, headerEnd);
        int sleepEnd = Csv.fields(text(0, headerEnd)).indexOf("sleep_end");
        int to = headerEnd;
        for (int from = to + 1; from < file.length; from = to + 1) {
            to = lineEnd(from);
            LocalDate day = to - from < DATE_CHARS ? null : dayOf(text(from, to), sleepEnd);
            if (day != null) {
                ByteArrayOutputStream slice = slices.get(day);
                if (slice == null) {
                    if (slices.size() * header.length > MOST_HEADER_BYTES) {
                        throw new RefusedFileException("It tells of too many days for such a long first line.");
                    }
                    slice = begin(day, header.length + to - from + 2);
                    slice.writeBytes(header);
                    slice.write('\n');
                }
                slice.write(file, from, to - from);
                slice.write('\n');
            }
        }
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < file.length && file[end] != '\n' && file[end] != '\r') {
            end++;
        }
        return end;
    }

    private String text(int from, int to) {
        return new String(file, from, to - from, StandardCharsets.UTF_8);
    }

    private @Nullable LocalDate dayOf(String line, int sleepEnd) {
        return switch (kind.clock()) {
            case CSV_UTC -> {
                Instant moment = leadingMoment(line);
                yield moment == null ? null : moment.atZone(zone).toLocalDate();
            }
            case CSV_SLEEP_END -> {
                List<String> fields = Csv.fields(line);
                yield sleepEnd < 0 || sleepEnd >= fields.size() ? null : leadingDate(fields.get(sleepEnd));
            }
            default -> leadingDate(line);
        };
    }

    private static @Nullable Instant leadingMoment(String line) {
        String first = line.substring(0, Math.max(line.indexOf(','), 0)).replace("\"", "");
        try {
            return Instant.parse(first);
        } catch (DateTimeException noMoment) {
            return null;
        }
    }

    private static @Nullable LocalDate leadingDate(String line) {
        String plain = line.startsWith("\"") ? line.substring(1) : line;
        try {
            return plain.length() < DATE_CHARS ? null : LocalDate.parse(plain.substring(0, DATE_CHARS));
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private SortedMap<LocalDate, byte[]> closed() {
        SortedMap<LocalDate, byte[]> days = new TreeMap<>();
        slices.forEach((day, slice) -> {
            if (!kind.clock().isTable()) {
                slice.write(']');
            }
            days.put(day, slice.toByteArray());
        });
        return days;
    }
}
