package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.upstream.JsonSlices;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.SleepLogReader;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
        List<byte[]> logs = JsonSlices.objects(answer, SleepCleaner.SLEEP);
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
                .forEach(day ->
                        days.put(day, JsonSlices.wrapped(SleepCleaner.SLEEP, logsOfDays.getOrDefault(day, List.of()))));
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
        List<byte[]> elements = JsonSlices.objects(answer, null);
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
     * Cuts the answer to a {@link Metric}: an object with one list, a bare array (as SpO2 comes), or no body at all, which
     * has nothing to tell either.
     *
     * @return for every day of the range {@code {"<name>":[…]}} with what belongs to it. If there is no list, the answer
     *     itself stands for every day, so that none of them looks like a day without data.
     * @throws UpstreamException with {@link io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable} if it is not JSON
     */
    static SortedMap<LocalDate, byte[]> metric(byte[] answer, String name, String dateField, DateRange range)
            throws UpstreamException {
        List<byte[]> elements = answer.length == 0 ? List.of() : JsonSlices.ofArray(answer);
        if (elements == null) {
            elements = JsonSlices.objects(answer, null);
        }
        SortedMap<LocalDate, byte[]> days = new TreeMap<>();
        if (elements == null) {
            range.stream().forEach(day -> days.put(day, answer));
            return days;
        }
        SortedMap<LocalDate, List<byte[]>> told = new TreeMap<>();
        for (byte[] element : elements) {
            LocalDate day = LenientJson.date(LenientJson.value(element), dateField);
            if (day != null) {
                told.computeIfAbsent(day, first -> new ArrayList<>()).add(element);
            }
        }
        range.stream().forEach(day -> days.put(day, JsonSlices.wrapped(name, told.getOrDefault(day, List.of()))));
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
        List<byte[]> logs = JsonSlices.objects(page, Workouts.LIST);
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
}
