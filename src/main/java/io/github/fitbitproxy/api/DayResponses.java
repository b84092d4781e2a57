package io.github.fitbitproxy.api;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.day.DayReader;
import io.github.fitbitproxy.day.DayWord;
import io.github.fitbitproxy.day.Reading;
import io.github.fitbitproxy.day.Refusal.RefusalException;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers a request for one day of any kind: reads it, adds the cache headers, says failures as problems. */
@ApplicationScoped
class DayResponses {

    private final DayReader reader;
    private final Clock clock;

    DayResponses(DayReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    Uni<Response> day(String kind, String word, @Nullable String person, HttpHeaders request) {
        Optional<DayWord> date = DayWord.parse(word);
        if (date.isEmpty()) {
            return Uni.createFrom().item(Problems.badDate().toResponse());
        }
        RequestDirectives directives = RequestDirectives.parse(request.getHeaderString(HttpHeaders.CACHE_CONTROL));
        String ifNoneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return reader.read(person, kind, date.get(), directives)
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
