package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods {@code list}, {@code reconcile} and {@code get} of {@code users.dataTypes.dataPoints}. */
final class DataPoints {

    private static final Set<String> LIST = Set.of("filter", "pageSize", "pageToken");
    private static final Set<String> RECONCILE = Set.of("filter", "pageSize", "pageToken", "dataSourceFamily");

    private DataPoints() {}

    /** @param user the wearer's number in names */
    static ObjectNode list(
            Call call, DataType type, String user, WearerLife life, @Nullable FaultRule fault, Instant now)
            throws ApiError {
        Parameters parameters = new Parameters(call, LIST);
        Page<Point> page = page(parameters, call, type, life, "all-sources", fault, now);
        ObjectNode answer = Json.object();
        if (!page.items().isEmpty()) {
            ArrayNode points = answer.putArray("dataPoints");
            page.items().forEach(point -> points.add(point.listed(type, user)));
        }
        // An empty last page is an empty object; a full one ends with an empty token.
        if (!page.items().isEmpty() || !page.nextToken().isEmpty()) {
            answer.put("nextPageToken", page.nextToken());
        }
        return answer;
    }

    static ObjectNode reconcile(
            Call call, DataType type, String user, WearerLife life, @Nullable FaultRule fault, Instant now)
            throws ApiError {
        Parameters parameters = new Parameters(call, RECONCILE);
        String family = Parameters.family(parameters.text("dataSourceFamily"));
        Page<Point> page = page(parameters, call, type, life, family, fault, now);
        ObjectNode answer = Json.object();
        if (!page.items().isEmpty()) {
            ArrayNode points = answer.putArray("dataPoints");
            page.items().forEach(point -> points.add(point.reconciled(type, user)));
        }
        if (!page.nextToken().isEmpty()) {
            answer.put("nextPageToken", page.nextToken());
        }
        return answer;
    }

    static ObjectNode get(Call call, DataType type, String id, String user, WearerLife life, Instant now)
            throws ApiError {
        new Parameters(call, Set.of());
        return days(type, Filter.NONE, life, now)
                .filter(point -> id.equals(point.id()))
                .findFirst()
                .orElseThrow(ApiError::noSuchPoint)
                .listed(type, user);
    }

    private static Page<Point> page(
            Parameters parameters,
            Call call,
            DataType type,
            WearerLife life,
            String family,
            @Nullable FaultRule fault,
            Instant now)
            throws ApiError {
        Filter filter = FilterParser.parse(type, parameters.text("filter"));
        int size = parameters.pageSize(type.usualPoints(), type.mostPoints());
        Stream<Point> points = days(type, filter, life, now)
                .filter(filter::holds)
                .filter(point -> family.equals("google-wearables") ? point.wearable() : !family.equals("self-sources"));
        String asked = call.path() + " " + parameters.text("filter") + " " + family + " " + size;
        Page<Point> page = Page.of(points, size, parameters.text("pageToken"), asked, fault);
        return type.isSleep() && fault != null
                ? new Page<>(spoilt(page.items(), fault.fault()), page.nextToken())
                : page;
    }

    /** Newest first. */
    private static Stream<Point> days(DataType type, Filter filter, WearerLife life, Instant now) {
        Optional<PointSource> source =
                Optional.of(life.wearer().tracker()).filter(type::isKnownTo).flatMap(tracker -> source(type));
        LocalDate newest = filter.notAfter(life.today(now));
        LocalDate oldest = filter.notBefore(life.wearer().memberSince());
        if (source.isEmpty() || newest.isBefore(oldest)) {
            return Stream.empty();
        }
        return Stream.iterate(newest, date -> !date.isBefore(oldest), date -> date.minusDays(1))
                .flatMap(date -> {
                    List<Point> day =
                            new ArrayList<>(source.get().on(date, life, now).toList());
                    Collections.reverse(day);
                    return day.stream();
                });
    }

    private static Optional<PointSource> source(DataType type) {
        return switch (type.path()) {
            case "sleep" -> Optional.of(new SleepPoints());
            case "exercise" -> Optional.of(new ExercisePoints());
            case "weight" -> Optional.of(BodyPoints.weight());
            case "body-fat" -> Optional.of(BodyPoints.fat());
            case "steps",
                    "distance",
                    "floors",
                    "altitude",
                    "active-energy-burned",
                    "active-minutes",
                    "active-zone-minutes",
                    "sedentary-period",
                    "time-in-heart-rate-zone",
                    "heart-rate" -> Optional.of(new MinutePoints(type));
            default -> DailyPoints.of(type);
        };
    }

    private static List<Point> spoilt(List<Point> nights, Fault fault) {
        List<Point> spoilt = new ArrayList<>(nights);
        if (nights.isEmpty()) {
            return spoilt;
        }
        Point newest = nights.get(0);
        switch (fault) {
            case UNPROCESSED_SLEEP -> spoilt.set(0, newest.withValue(SleepPoints.unprocessed(newest.value())));
            case RUNNING_SLEEP -> spoilt.set(0, newest.withValue(SleepPoints.running(newest.value())));
            case DOUBLED_STAGES -> spoilt.replaceAll(night -> night.withValue(SleepPoints.doubled(night.value())));
            default -> {
                // The others have nothing to do with sleep.
            }
        }
        return spoilt;
    }
}
