package io.github.fitbitproxy.api;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.day.AnalysisReader;
import io.github.fitbitproxy.day.Refusal.RefusalException;
import io.github.fitbitproxy.model.analysis.SleepAnalysis;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Answers a request for an analysis: reads it, adds a validator, says failures as problems. Blocks. */
@ApplicationScoped
class AnalysisResponses {

    private final AnalysisReader reader;
    private final JsonAnswerWriter writer;
    private final Clock clock;

    AnalysisResponses(AnalysisReader reader, JsonAnswerWriter writer, Clock clock) {
        this.reader = reader;
        this.writer = writer;
        this.clock = clock;
    }

    Response answer(AnalysisQuery query, HttpHeaders request) {
        Problem problem = query.problem();
        if (problem != null) {
            return problem.toResponse();
        }
        Instant now = clock.instant();
        try {
            SleepAnalysis analysis = reader.analyse(
                    query.person(),
                    query.fromDay(),
                    query.toDay(),
                    query.needMinutes(),
                    query.workDaySet(),
                    RequestDirectives.parse(request.getHeaderString(HttpHeaders.CACHE_CONTROL)));
            return response(
                    Answer.of(writer.write(analysis), now, now), request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        } catch (RefusalException e) {
            return Problems.of(e.refusal()).toResponse();
        } catch (UpstreamException e) {
            return Problems.of(e.failure(), now).toResponse(now);
        }
    }

    private static Response response(Answer answer, @Nullable String ifNoneMatch) {
        Response.ResponseBuilder response = CacheHeaders.matches(ifNoneMatch, answer.etag())
                ? Response.notModified()
                : Response.ok(answer.body(), MediaType.APPLICATION_JSON_TYPE);
        return response.header(HttpHeaders.ETAG, answer.etag())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
