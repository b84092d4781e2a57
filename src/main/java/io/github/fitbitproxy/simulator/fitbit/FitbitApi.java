package io.github.fitbitproxy.simulator.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.wearer.ActivityDay;
import io.github.fitbitproxy.simulator.wearer.SleepLog;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The resources of the Fitbit Web API, for a wearer who is already known. */
public final class FitbitApi {

    private static final int MOST_SLEEP_DAYS = 100;
    private static final int MOST_SERIES_DAYS = 1095;
    private static final List<String> PERIODS = List.of("1d", "7d", "30d", "1w", "1m", "3m", "6m", "1y");
    private static final List<String> HEART_PERIODS = PERIODS.subList(0, 5);

    private static final String ACTIVITY_LOG = "/1/user/-/activities/list.json";
    private static final Pattern SLEEP = Pattern.compile("/1\\.2/user/-/sleep/date/([^/]+?)(?:/([^/]+))?\\.json");
    private static final Pattern DAY = Pattern.compile("/1/user/-/activities/date/([^/]+)\\.json");
    private static final Pattern SERIES =
            Pattern.compile("/1/user/-/activities/((?:tracker/)?[^/]+)/date/([^/]+)/([^/]+)\\.json");

    private final Map<String, LocalDate> pendingTold = new ConcurrentHashMap<>();

    /**
     * @param path without a query, the wearer written as {@code -}
     * @param scopes what the caller may see: what only a part of an answer needs is left out of it
     */
    public Answer answer(Call call, String path, WearerLife life, SortedSet<String> scopes, Instant now) {
        boolean heartRate = scopes.contains(FitbitScopes.HEART_RATE);
        if (!path.equals(ACTIVITY_LOG)) {
            return answer(path, life, heartRate, now);
        }
        try {
            LogListQuery query = LogListQuery.parse(call, life.today(now));
            return ok(ActivityLogJson.answer(query, life, heartRate, now));
        } catch (RefusedCall refused) {
            return refused.answer();
        }
    }

    /** The same for the paths that take no query. */
    Answer answer(String path, WearerLife life, Instant now) {
        return answer(path, life, true, now);
    }

    private Answer answer(String path, WearerLife life, boolean heartRate, Instant now) {
        try {
            Matcher sleep = SLEEP.matcher(path);
            Matcher day = DAY.matcher(path);
            Matcher series = SERIES.matcher(path);
            LocalDate today = life.today(now);
            if (sleep.matches()) {
                return ok(sleep(sleep.group(1), sleep.group(2), life, now));
            } else if (day.matches()) {
                LocalDate date = Dates.parse(day.group(1), today);
                ActivityDay told = life.activity(date, now);
                return ok(ActivityJson.answer(life.wearer(), date, heartRate ? told : told.withoutHeartRate()));
            } else if (series.matches()) {
                return ok(series(series.group(1), series.group(2), series.group(3), life, now));
            } else if (path.equals("/1/user/-/profile.json")) {
                return ok(PersonJson.profile(life, now));
            } else if (path.equals("/1/user/-/devices.json")) {
                return ok(PersonJson.devices(life, now));
            }
            Optional<JsonNode> metric = MetricJson.answer(path, life, now);
            Optional<JsonNode> told = metric.isPresent() ? metric : BodyLogJson.answer(path, life, now);
            return told.map(FitbitApi::ok).orElseGet(FitbitApi::notFound);
        } catch (RefusedCall refused) {
            return refused.answer();
        }
    }

    /** @param scope the one that is missing */
    public static Answer forbidden(String scope) {
        return RefusedCall.scopeMissing(scope).answer();
    }

    public static Answer notFound() {
        return Answer.error(404, "not_found", "n/a", "The API you are requesting could not be found.");
    }

    private JsonNode sleep(String from, @Nullable String to, WearerLife life, Instant now) throws RefusedCall {
        LocalDate today = life.today(now);
        LocalDate first = Dates.parse(from, today);
        Dates dates = to == null ? new Dates(first, first) : Dates.range(from, to, today, MOST_SLEEP_DAYS);
        List<SleepLog> logs = dates.ascending()
                .flatMap(date -> life.sleep(date, now).stream())
                .toList();
        boolean fresh = dates.contains(today)
                && logs.stream().anyMatch(log -> log.dateOfSleep().equals(today));
        if (life.wearer().pendingOnceADay()
                && fresh
                && !today.equals(pendingTold.put(life.wearer().encodedId(), today))) {
            return SleepJson.pending();
        }
        return SleepJson.answer(logs, to == null);
    }

    private static JsonNode series(String resource, String from, String to, WearerLife life, Instant now)
            throws RefusedCall {
        boolean heart = resource.equals("heart");
        boolean zoneMinutes = resource.equals("active-zone-minutes");
        if (!heart && !zoneMinutes && !SeriesJson.knows(resource)) {
            throw RefusedCall.validation("resource path", "Invalid time series resource path: /activities/" + resource);
        }
        LocalDate today = life.today(now);
        boolean period = to.matches("max|\\d+[dwmy]");
        int mostDays = resource.endsWith("activityCalories") ? 30 : MOST_SERIES_DAYS;
        Dates dates = period
                ? Dates.period(from, to, today, heart ? HEART_PERIODS : PERIODS)
                : Dates.range(from, to, today, mostDays);
        Function<LocalDate, ActivityDay> days = date -> life.activity(date, now);
        if (zoneMinutes) {
            return SeriesJson.activeZoneMinutes(dates, days);
        }
        return heart ? heart(dates, days, life) : SeriesJson.answer(resource, dates, days);
    }

    private static ObjectNode heart(Dates dates, Function<LocalDate, ActivityDay> days, WearerLife life) {
        ObjectNode answer = Json.object();
        ArrayNode series = answer.putArray("activities-heart");
        dates.ascending().forEach(date -> series.add(HeartJson.day(life.wearer(), date, days.apply(date))));
        return answer;
    }

    private static Answer ok(JsonNode body) {
        return Answer.json(200, body);
    }
}
