package io.github.fitbitproxy.api;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.day.DayWord;
import io.github.fitbitproxy.day.FreshDays;
import io.github.fitbitproxy.upstream.DaySource;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** What request metrics take as the path (Quarkus' resources put it there, too): a series a date would grow without end. */
    private static final String METRIC_PATH = "UrlPathTemplate";

    private final FreshDays days;
    private final Map<String, Kind> kinds;
    private final Clock clock;

    FreshRoute(FreshDays days, @All List<DaySource<?>> sources, Clock clock) {
        this.days = days;
        this.kinds = sources.stream()
                .map(source -> source.kind().name())
                .distinct()
                .collect(Collectors.toUnmodifiableMap(name -> "/" + name, Kind::new));
        this.clock = clock;
    }

    void register(@Observes Router router) {
        // One look-up for all kinds: a route with a parameter each would match a pattern for each.
        router.get().order(ORDER).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        // What is written in an odd way is left to the resources.
        String path = context.request().path();
        int lastSlash = path.lastIndexOf('/');
        Kind kind = lastSlash > 0 ? kinds.get(path.substring(0, lastSlash)) : null;
        DayWord date = kind == null
                ? null
                : DayWord.parse(path.substring(lastSlash + 1)).orElse(null);
        if (date == null || kind == null || !answer(context, kind, date)) {
            context.next();
        }
    }

    private boolean answer(RoutingContext context, Kind kind, DayWord date) {
        HttpServerRequest request = context.request();
        RequestDirectives directives = RequestDirectives.parse(request.getHeader(HttpHeaders.CACHE_CONTROL));
        String person = request.query() == null ? null : request.getParam("person");
        Instant now = clock.instant();
        Answer answer = days.find(person, kind.name, date, directives, now);
        if (answer == null) {
            return false;
        }
        ContextInternal.current().putLocal(METRIC_PATH, kind.metricPath);
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.ETAG, answer.etag())
                .putHeader(AGE, Long.toString(answer.ageSeconds(now)))
                .putHeader(HttpHeaders.CACHE_CONTROL, CacheHeaders.cacheControl(answer, now))
                .putHeader(CACHE_STATUS, CacheHeaders.hit(answer, now));
        if (CacheHeaders.matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), answer.etag())) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(answer.body());
        }
        return true;
    }

    private record Kind(String name, String metricPath) {

        Kind(String name) {
            this(name, "/" + name + "/{date}");
        }
    }
}
