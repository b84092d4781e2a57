package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.upstream.JsonSlices;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Cuts answers into days and points. */
final class DataPoints {

    private DataPoints() {}

    /**
     * Cuts the pages of an answer into days, without changing a byte of what is said about each. The only page for one day
     * stays as it came. A point whose offset is not told goes with every day that it may belong to: which it is, is seen when
     * it is read.
     *
     * @return for every day of the range an answer with the points that may belong to it
     * @throws UpstreamException with {@link io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable} if a page is not a
     *     whole JSON object
     */
    static SortedMap<LocalDate, byte[]> days(List<byte[]> pages, DataType type, DateRange range)
            throws UpstreamException {
        SortedMap<LocalDate, byte[]> days = new TreeMap<>();
        if (pages.size() == 1 && range.days() == 1) {
            LenientJson.object(pages.get(0));
            days.put(range.from(), pages.get(0));
            return days;
        }
        SortedMap<LocalDate, List<byte[]>> points = new TreeMap<>();
        for (byte[] page : pages) {
            List<byte[]> found = JsonSlices.objects(page, type.list());
            for (byte[] point : found == null ? List.<byte[]>of() : found) {
                for (LocalDate date : type.possibleDates(LenientJson.value(point))) {
                    points.computeIfAbsent(date, first -> new ArrayList<>()).add(point);
                }
            }
        }
        range.stream()
                .forEach(date -> days.put(date, JsonSlices.wrapped(type.list(), points.getOrDefault(date, List.of()))));
        return days;
    }

    /**
     * The points of a part that belong to a day, each by its own date: an answer may tell of more days than it was asked
     * for.
     *
     * @param zone for points whose offset is not told
     * @throws UpstreamException with {@link io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable} if it is not a whole
     *     JSON object
     */
    static List<JsonNode> ofDay(byte[] part, DataType type, LocalDate date, ZoneId zone) throws UpstreamException {
        List<JsonNode> points = new ArrayList<>();
        for (JsonNode point : LenientJson.object(part).path(type.list())) {
            LocalDate own = type.date(point, zone);
            // The filter has put a workout or a weighing that does not tell when it was on this day.
            if (date.equals(own) || own == null && type.isFilteredByClock()) {
                points.add(point);
            }
        }
        return points;
    }

    /** The last part of its name, in a list or reconciled; if it has none, its start. */
    static String id(JsonNode point, @Nullable OffsetDateTime start) {
        String name = LenientJson.text(point, "name");
        String known = name == null ? LenientJson.text(point, "dataPointName") : name;
        return known == null ? String.valueOf(start) : known.substring(known.lastIndexOf('/') + 1);
    }

    /** Whether a Fitbit or Pixel device recorded it, and not an app that passed it on; as long as it does not say, yes. */
    static boolean isTracked(JsonNode point) {
        String platform = LenientJson.text(point.path("dataSource"), "platform");
        return platform == null || platform.equals("FITBIT");
    }
}
