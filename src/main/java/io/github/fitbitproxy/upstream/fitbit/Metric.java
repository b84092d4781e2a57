package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.model.DateRange;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.function.BiFunction;

/**
 * One figure, or a few that belong together, which one call tells for a day or a range.
 *
 * @param part the name of the part of a day that it is worth
 * @param scope what the person's consent has to cover, with OAuth 2.0
 * @param mostDays the longest range of one call
 * @param dateField where an element says its day
 */
record Metric(
        String part,
        String scope,
        int mostDays,
        String dateField,
        BiFunction<FitbitApi, LocalDate, Response> day,
        BiFunction<FitbitApi, DateRange, Response> range) {

    static final int MONTH_DAYS = 30;

    private static final String DATE_TIME = "dateTime";

    /** One that has a resource of its own, named like it. */
    static Metric named(String part, String scope, String resource) {
        return new Metric(
                part,
                scope,
                MONTH_DAYS,
                DATE_TIME,
                (api, date) -> api.metric(resource, date),
                (api, dates) -> api.metric(resource, dates.from(), dates.to()));
    }

    static Metric skinTemperature(String part, String scope) {
        return new Metric(
                part,
                scope,
                MONTH_DAYS,
                DATE_TIME,
                FitbitApi::skinTemperature,
                (api, dates) -> api.skinTemperature(dates.from(), dates.to()));
    }

    /** A log of the body: weight would give a day more, but then its pieces would not be those of fat. */
    static Metric bodyLog(String part, String scope) {
        return new Metric(
                part,
                scope,
                MONTH_DAYS,
                "date",
                (api, date) -> api.bodyLog(part, date),
                (api, dates) -> api.bodyLog(part, dates.from(), dates.to()));
    }

    /** "Get Heart Rate Time Series by Date Range", which has an element for every day. */
    static Metric heart(String part, String scope) {
        BiFunction<FitbitApi, DateRange, Response> range =
                (api, dates) -> api.activitySeries(part, dates.from(), dates.to());
        return new Metric(part, scope, 365, DATE_TIME, (api, date) -> range.apply(api, DateRange.of(date)), range);
    }

    /** How many calls a range costs. */
    int calls(DateRange dates) {
        return (int) ((dates.days() + mostDays - 1) / mostDays);
    }
}
