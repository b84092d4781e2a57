package io.github.fitbitproxy.api;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.day.DayWord;
import io.github.fitbitproxy.day.FreshDays;
import io.github.fitbitproxy.upstream.DaySource;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Answers what is fresh and in memory before any resource is reached: on the event loop, with bytes that are ready, for
 * every kind alike. Everything else goes on to the resources, which say the same in the same words.
 */
@ApplicationScoped
class FreshRoute {

    /** Behind the guards, in front of the resources. */
    private static final int ORDER = -100;

    private static final CharSequence AGE = HttpHeaders.createOptimized("Age");
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    private final FreshDays days;
    private final List<DaySource<?>> sources;
    private final Clock clock;

    FreshRoute(FreshDays days, @All List<DaySource<?>> sources, Clock clock) {
        this.days = days;
        this.sources = sources;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        sources.stream()
                .map(source -> source.kind().name())
                .distinct()
                .forEach(kind ->
                        router.get("/" + kind + "/:date").order(ORDER).handler(context -> answer(context, kind)));
    }

    private void answer(RoutingContext context, String kind) {
        DayWord date = DayWord.parse(context.pathParam("date")).orElse(null);
        RequestDirectives directives = RequestDirectives.parse(context.request().getHeader(HttpHeaders.CACHE_CONTROL));
        Instant now = clock.instant();
        Answer answer =
                date == null ? null : days.find(context.request().getParam("person"), kind, date, directives, now);
        if (answer == null) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.ETAG, answer.etag())
                .putHeader(AGE, Long.toString(answer.ageSeconds(now)))
                .putHeader(HttpHeaders.CACHE_CONTROL, CacheHeaders.cacheControl(answer, now))
                .putHeader(CACHE_STATUS, CacheHeaders.hit(answer, now));
        if (CacheHeaders.matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), answer.etag())) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(answer.body());
        }
    }
}
