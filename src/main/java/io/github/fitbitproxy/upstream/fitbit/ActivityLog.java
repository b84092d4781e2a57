package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.JsonSlices;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fetches the list of workouts ("Get Activity Log List"), page after page. */
@ApplicationScoped
class ActivityLog {

    /** The most workouts of a page. */
    static final int PAGE_WORKOUTS = 100;

    /** Against a list that does not end: years of several workouts a day. */
    private static final int MOST_PAGES = 30;

    private final FitbitClient client;

    ActivityLog(FitbitClient client) {
        this.client = client;
    }

    /**
     * The workouts of every day of a range, as {@code {"activities":[…]}}.
     *
     * @throws UpstreamException if a page cannot be had or read
     */
    SortedMap<LocalDate, byte[]> fetch(Person person, DateRange range) throws UpstreamException {
        SortedMap<LocalDate, List<byte[]>> found = new TreeMap<>();
        Map<String, String> query = firstPage(range);
        for (int page = 0; query != null; page++) {
            if (page == MOST_PAGES) {
                throw LenientJson.unreadable();
            }
            Map<String, String> asked = query;
            byte[] body = client.call(person, api -> api.activityLog(asked));
            SortedMap<LocalDate, List<byte[]>> told = RangeSlicer.workouts(body);
            told.forEach((date, logs) ->
                    found.computeIfAbsent(date, first -> new ArrayList<>()).addAll(logs));
            boolean reachedEnd = !told.isEmpty() && told.lastKey().isAfter(range.to());
            query = reachedEnd ? null : nextPage(body);
        }
        SortedMap<LocalDate, byte[]> days = new TreeMap<>();
        range.stream()
                .forEach(date ->
                        days.put(date, JsonSlices.wrapped(Workouts.LIST, found.getOrDefault(date, List.of()))));
        return days;
    }

    /** From the day before: the documentation does not say whether the date itself is included. */
    private static Map<String, String> firstPage(DateRange range) {
        return new TreeMap<>(Map.of(
                "afterDate",
                range.from().minusDays(1).toString(),
                "sort",
                "asc",
                "offset",
                "0",
                "limit",
                Integer.toString(PAGE_WORKOUTS)));
    }

    /** The query of the address that the page names as the next; {@code null} if this was the last page. */
    private static @Nullable Map<String, String> nextPage(byte[] page) throws UpstreamException {
        String next = LenientJson.text(LenientJson.object(page).path("pagination"), "next");
        return next == null ? null : query(next);
    }

    /** Only the query is followed: a signed call goes to the configured server and nowhere else. */
    private static Map<String, String> query(String address) throws UpstreamException {
        Map<String, String> query = new TreeMap<>();
        try {
            String raw = URI.create(address).getRawQuery();
            for (String pair : raw == null ? new String[0] : raw.split("&")) {
                String[] sides = pair.split("=", 2);
                query.put(decoded(sides[0]), sides.length == 2 ? decoded(sides[1]) : "");
            }
        } catch (IllegalArgumentException malformed) {
            throw LenientJson.unreadable();
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
