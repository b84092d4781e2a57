package io.github.fitbitproxy.upstream.fitbit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.SleepLogReader;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Cuts the answer for a range into days, without changing a byte of what is said about each. */
final class RangeSlicer {

    private RangeSlicer() {}

    /**
     * Cuts a range of sleep.
     *
     * @return for every day of the range {@code {"sleep":[…]}} with the logs that belong to it. If the answer has no list
     *     of logs (the range is still being computed), the answer itself stands for every day, so that none of them looks
     *     like a day without sleep.
     * @throws UpstreamException with {@link io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable} if it is not a whole
     *     JSON object
     */
    static SortedMap<LocalDate, byte[]> sleep(byte[] answer, DateRange range) throws UpstreamException {
        List<byte[]> logs = objects(answer, SleepCleaner.SLEEP);
        SortedMap<LocalDate, byte[]> days = new TreeMap<>();
        if (logs == null) {
            range.stream().forEach(day -> days.put(day, answer));
            return days;
        }
        SortedMap<LocalDate, List<byte[]>> logsOfDays = new TreeMap<>();
        for (byte[] log : logs) {
            LocalDate day = SleepLogReader.date(LenientJson.value(log));
            if (day != null) {
                logsOfDays.computeIfAbsent(day, first -> new ArrayList<>()).add(log);
            }
        }
        range.stream()
                .forEach(day -> days.put(day, wrapped(SleepCleaner.SLEEP, logsOfDays.getOrDefault(day, List.of()))));
        return days;
    }

    /**
     * Cuts a time series.
     *
     * @return the element of each day of the range that has one
     * @throws UpstreamException with {@link io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable} if it is not a whole
     *     JSON object
     */
    static SortedMap<LocalDate, byte[]> timeSeries(byte[] answer, DateRange range) throws UpstreamException {
        SortedMap<LocalDate, byte[]> days = new TreeMap<>();
        List<byte[]> elements = objects(answer, null);
        if (elements != null) {
            for (byte[] element : elements) {
                LocalDate day = LenientJson.date(LenientJson.value(element), "dateTime");
                if (day != null && range.contains(day)) {
                    days.put(day, element);
                }
            }
        }
        return days;
    }

    /**
     * Cuts a page of the list of workouts.
     *
     * @return the workouts of each day on which some began
     * @throws UpstreamException with {@link io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable} if it is not a whole
     *     JSON object with a list of workouts
     */
    static SortedMap<LocalDate, List<byte[]>> workouts(byte[] page) throws UpstreamException {
        List<byte[]> logs = objects(page, Workouts.LIST);
        if (logs == null) {
            throw LenientJson.unreadable();
        }
        SortedMap<LocalDate, List<byte[]>> days = new TreeMap<>();
        for (byte[] log : logs) {
            LocalDateTime start = LenientJson.clock(LenientJson.value(log), "startTime");
            if (start != null) {
                days.computeIfAbsent(start.toLocalDate(), first -> new ArrayList<>())
                        .add(log);
            }
        }
        return days;
    }

    /** The bytes of each object in the array of that name, or of the first array; {@code null} if there is none. */
    private static @Nullable List<byte[]> objects(byte[] answer, @Nullable String name) throws UpstreamException {
        LenientJson.object(answer);
        try (JsonParser parser = LenientJson.MAPPER.createParser(answer)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = name == null || name.equals(parser.currentName());
                if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
                    return objects(parser, answer);
                }
                parser.skipChildren();
            }
            return null;
        } catch (IOException unreadable) {
            throw LenientJson.unreadable();
        }
    }

    private static List<byte[]> objects(JsonParser parser, byte[] answer) throws IOException {
        List<byte[]> objects = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            // Nothing else bears a date.
            boolean object = parser.currentToken() == JsonToken.START_OBJECT;
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            if (object) {
                int to = (int) parser.currentLocation().getByteOffset();
                objects.add(Arrays.copyOfRange(answer, from, to));
            }
        }
        return objects;
    }

    /** {@code {"sleep":[…]}} with these elements. */
    static byte[] wrapped(String name, List<byte[]> logs) {
        ByteArrayOutputStream day = new ByteArrayOutputStream();
        day.writeBytes(("{\"" + name + "\":[").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < logs.size(); i++) {
            if (i > 0) {
                day.write(',');
            }
            day.writeBytes(logs.get(i));
        }
        day.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return day.toByteArray();
    }
}
