package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;

/** Ends a request with a problem before any resource is reached. */
final class ProblemAnswer {

    private ProblemAnswer() {}

    /** The same where there is no time to come back at. */
    static void send(RoutingContext context, Problem problem) {
        send(context, problem, Instant.EPOCH);
    }

    static void send(RoutingContext context, Problem problem, Instant now) {
        Long seconds = problem.retryAfterSeconds(now);
        if (seconds != null) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(new JsonObject(problem.body()).toBuffer());
    }
}
