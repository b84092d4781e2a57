package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.wearer.ActivityDay;
import io.github.fitbitproxy.simulator.wearer.Minute;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The methods {@code rollUp} and {@code dailyRollUp}: windows of a closed-open range, newest first, empty ones left out. */
final class RollUps {

    private static final Set<String> DAILY =
            Set.of("range", "windowSizeDays", "pageSize", "pageToken", "dataSourceFamily");
    private static final Set<String> PHYSICAL =
            Set.of("range", "windowSize", "pageSize", "pageToken", "dataSourceFamily");
    private static final int USUAL_PAGE = 1440;

    private RollUps() {}

    /** Civil days on the wearer's clock. */
    static ObjectNode daily(Call call, DataType type, WearerLife life, @Nullable FaultRule fault, Instant now)
            throws ApiError {
        RollUpBody body = new RollUpBody(call.body(), DAILY);
        String family = Parameters.family(body.text("dataSourceFamily"));
        LocalDate start = body.day("start");
        LocalDate end = body.day("end").plusDays(fault != null && fault.fault() == Fault.INCLUSIVE_END ? 1 : 0);
        int window = body.number("windowSizeDays", 1);
        long days = ChronoUnit.DAYS.between(start, end);
        if (days < 0) {
            throw ApiError.argument("The start of the range must not be after its end.");
        }
        checkPage(body.number("pageSize", 0), window, days, type);
        ObjectNode answer = Json.object();
        ArrayNode points = Json.array();
        for (long from = (days - 1) / window * window; days > 0 && from >= 0; from -= window) {
            LocalDate first = start.plusDays(from);
            LocalDate last = start.plusDays(Math.min(days, from + window));
            Optional<ObjectNode> value = family.equals("self-sources")
                    ? Optional.empty()
                    : value(type, first, last, life, family.equals("google-wearables"), now);
            value.ifPresent(found -> {
                ObjectNode point = points.addObject();
                point.set("civilStartTime", Times.civil(first.atStartOfDay()));
                point.set("civilEndTime", Times.civil(last.atStartOfDay()));
                point.set(type.camel(), found);
            });
        }
        if (!points.isEmpty()) {
            answer.set("rollupDataPoints", points);
        }
        return answer;
    }

    /** A page must hold all windows, and window times page must stay within the longest range. */
    private static void checkPage(int pageSize, int window, long days, DataType type) throws ApiError {
        long windows = (days + window - 1) / window;
        if (days > type.mostDays() || pageSize > 0 && (long) window * pageSize > type.mostDays()) {
            throw ApiError.rollUpTooLong(type.mostDays());
        }
        if (pageSize > 0 && pageSize < windows) {
            throw ApiError.argument(
                    "page_size (" + pageSize + ") is too small. Must be at least " + windows + " to cover the range.");
        }
    }

    private static Optional<ObjectNode> value(
            DataType type, LocalDate first, LocalDate last, WearerLife life, boolean wearable, Instant now) {
        if (type.path().equals("heart-rate")) {
            return RollUpValue.heartRate(first.datesUntil(last)
                    .flatMap(date -> life.minutes(date, now).stream())
                    .toList());
        }
        List<Totals> told = first.datesUntil(last)
                .map(date -> life.activity(date, now))
                .filter(ActivityDay::told)
                .map(day -> Totals.of(day, wearable))
                .toList();
        return told.isEmpty()
                ? Optional.empty()
                : RollUpValue.of(type, Totals.sum(told), life.wearer().tracker());
    }

    /** Windows of physical time, from what was recorded minute by minute. */
    static ObjectNode physical(Call call, DataType type, WearerLife life, @Nullable FaultRule fault, Instant now)
            throws ApiError {
        RollUpBody body = new RollUpBody(call.body(), PHYSICAL);
        String family = Parameters.family(body.text("dataSourceFamily"));
        Instant start = body.instant("startTime");
        Instant end = body.instant("endTime");
        Duration window = body.windowSize();
        int pageSize = body.number("pageSize", USUAL_PAGE);
        if (!start.isBefore(end)) {
            throw ApiError.argument("The start of the range must be before its end.");
        }
        Duration most = Duration.ofDays(type.mostDays());
        if (Duration.between(start, end).compareTo(most) > 0
                || window.multipliedBy(pageSize).compareTo(most) > 0) {
            throw ApiError.rollUpTooLong(type.mostDays());
        }
        NavigableMap<Instant, List<Minute>> minutes =
                family.equals("self-sources") ? new TreeMap<>() : minutes(life, start, end, now);
        List<ObjectNode> windows = new ArrayList<>();
        for (Instant from = start; from.isBefore(end); from = from.plus(window)) {
            Instant to = from.plus(window).isBefore(end) ? from.plus(window) : end;
            Instant opened = from;
            List<Minute> inside = minutes.subMap(from, to).values().stream()
                    .flatMap(List::stream)
                    .toList();
            value(type, inside, life)
                    .map(value -> {
                        ObjectNode point = Json.object()
                                .put("startTime", opened.toString())
                                .put("endTime", to.toString());
                        point.set(type.camel(), value);
                        return point;
                    })
                    .ifPresent(windows::add);
        }
        Collections.reverse(windows);
        Page<ObjectNode> page =
                Page.of(windows.stream(), pageSize, body.text("pageToken"), type.path() + start + end + window, fault);
        ObjectNode answer = Json.object();
        if (!page.items().isEmpty()) {
            answer.putArray("rollupDataPoints").addAll(page.items());
        }
        if (!page.nextToken().isEmpty()) {
            answer.put("nextPageToken", page.nextToken());
        }
        return answer;
    }

    /** By the instant at which they begin; where the clock skips an hour, two may begin together. */
    private static NavigableMap<Instant, List<Minute>> minutes(
            WearerLife life, Instant start, Instant end, Instant now) {
        LocalDate first = start.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
        LocalDate last = end.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(2);
        NavigableMap<Instant, List<Minute>> minutes = new TreeMap<>();
        first.datesUntil(last)
                .forEach(date -> life.minutes(date, now)
                        .forEach(minute -> minutes.computeIfAbsent(
                                        life.at(date, minute.ofDay()).toInstant(), fresh -> new ArrayList<>())
                                .add(minute)));
        return minutes;
    }

    /** A window without anything has no value: nobody was seen to move. */
    private static Optional<ObjectNode> value(DataType type, List<Minute> minutes, WearerLife life) {
        if (minutes.isEmpty()) {
            return Optional.empty();
        }
        if (type.path().equals("heart-rate")) {
            return RollUpValue.heartRate(minutes);
        }
        Totals totals = Totals.sum(minutes.stream().map(Totals::of).toList());
        return RollUpValue.of(type, totals, life.wearer().tracker()).filter(value -> !value.isEmpty());
    }
}
