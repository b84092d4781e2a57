package io.github.fitbitproxy.api;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.day.DayReader;
import io.github.fitbitproxy.day.DayWord;
import io.github.fitbitproxy.day.Reading;
import io.github.fitbitproxy.day.Refusal.RefusalException;
import io.github.fitbitproxy.day.TimelineReader;
import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Answers a request for one day, of any kind or told as a timeline: reads it, adds the cache headers, says failures as problems. */
@ApplicationScoped
class DayResponses {

    private final DayReader days;
    private final TimelineReader timelines;
    private final Clock clock;

    DayResponses(DayReader days, TimelineReader timelines, Clock clock) {
        this.days = days;
        this.timelines = timelines;
        this.clock = clock;
    }

    Uni<Response> day(DataKind<?> kind, String word, @Nullable String person, HttpHeaders request) {
        return answer(word, request, (date, directives) -> days.read(person, kind.name(), date, directives));
    }

    /** The course of the sleeps of a day. */
    Uni<Response> timeline(String word, @Nullable String person, HttpHeaders request) {
        return answer(word, request, (date, directives) -> timelines.read(person, date, directives));
    }

    private Uni<Response> answer(
            String word, HttpHeaders request, BiFunction<DayWord, RequestDirectives, Uni<Reading>> read) {
        Optional<DayWord> date = DayWord.parse(word);
        if (date.isEmpty()) {
            return Uni.createFrom().item(Problems.badDate().toResponse());
        }
        RequestDirectives directives = RequestDirectives.parse(request.getHeaderString(HttpHeaders.CACHE_CONTROL));
        String ifNoneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return read.apply(date.get(), directives)
                .map(reading -> response(reading, ifNoneMatch))
                .onFailure(UpstreamException.class)
                .recoverWithItem(this::unavailable)
                .onFailure(RefusalException.class)
                .recoverWithItem(failure ->
                        Problems.of(((RefusalException) failure).refusal()).toResponse());
    }

    private Response response(Reading reading, @Nullable String ifNoneMatch) {
        Answer answer = reading.answer();
        Instant now = clock.instant();
        boolean notModified = CacheHeaders.matches(ifNoneMatch, answer.etag());
        Response.ResponseBuilder response =
                notModified ? Response.notModified() : Response.ok(answer.body(), MediaType.APPLICATION_JSON_TYPE);
        BudgetHeaders.of(reading.budget(), now).forEach(response::header);
        return response.header(HttpHeaders.ETAG, answer.etag())
                .header("Age", answer.ageSeconds(now))
                .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.cacheControl(answer, now))
                .header("Cache-Status", CacheHeaders.cacheStatus(reading, now))
                .build();
    }

    private Response unavailable(Throwable failure) {
        Instant now = clock.instant();
        return Problems.of(((UpstreamException) failure).failure(), now).toResponse(now);
    }
}
